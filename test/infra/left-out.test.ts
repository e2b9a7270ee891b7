import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { ERRORS } from '../../infra/bundle/left-out/aws-sdk.ts';
import { hollow, withoutParts } from '../../infra/bundle/left-out/cut.ts';
import { replaced } from '../../infra/bundle/left-out/left-out.ts';

const MODULE = `export class Reader {
  static #count = 0;
  read() { return 'read'; }
  write() { return 'written'; }
}
export const visitors = { Field: () => 1, Value() { return 2; } };
export function outer() { function inner() { return 1; } return inner(); }
export const arrow = async () => 1;
export const answer = 42;
`;

describe('what is left out of a module', () => {
  it('are members of classes and of objects', () => {
    const text = withoutParts('m.js', MODULE, ['Reader.write', 'visitors.Field']);
    expect(text).not.toContain('written');
    expect(text).toContain("read() { return 'read'; }");
    expect(text).toContain('visitors = { ...{}, Value() { return 2; } }');
  });

  it('are functions, which throw then', () => {
    const text = withoutParts('m.js', MODULE, ['outer.inner', 'arrow']);
    expect(text).toContain("function inner() { throw new Error('left out of the bundle'); }");
    expect(text).toContain("arrow = function () { throw new Error('left out of the bundle'); }");
  });

  it.each([['Reader.erase'], ['Writer.write'], ['answer']])('is not %s, and the build says so', (part) => {
    expect(() => withoutParts('m.js', MODULE, [part])).toThrow(part);
  });

  it('is not told apart where two have the name', () => {
    expect(() => withoutParts('m.js', `${MODULE}\n{ function arrow() {} }`, ['arrow'])).toThrow(
      '2 times arrow',
    );
  });

  it('may be all of it, except for its names and what is there instead', async () => {
    const text = hollow('m.js', MODULE, { answer: '43' });
    const module: unknown = await import(`data:text/javascript,${encodeURIComponent(text)}`);
    const names = ['Reader', 'visitors', 'outer', 'arrow'];
    expect(module).toMatchObject(Object.fromEntries(names.map((name) => [name, expect.any(Function)])));
    expect(module).toMatchObject({ answer: 43 });
    expect(text).toContain("outer = function () { throw new Error('left out of the bundle'); }");
    expect(() => hollow('m.js', MODULE, { question: '6 * 9' })).toThrow('question');
  });

  it('is replaced where it is worded as it was, once', () => {
    expect(replaced('a b a', 'b', 'c')).toBe('a c a');
    expect(() => replaced('a b a', 'a', 'c')).toThrow('found 2 times');
    expect(() => replaced('a b a', /d/, 'c')).toThrow('found 0 times');
  });
});

/** Operations of ours, as the SDK names them. */
const OPERATIONS = {
  'client-dynamodb': [
    ...['GetItem', 'Query', 'Scan', 'BatchGetItem', 'TransactGetItems'],
    ...['PutItem', 'BatchWriteItem', 'TransactWriteItems', 'BatchExecuteStatement'],
  ],
  'client-eventbridge': ['PutEvents'],
  'client-sqs': ['SendMessageBatch', 'ChangeMessageVisibility'],
} as const;

describe.each(['client-dynamodb', 'client-eventbridge', 'client-sqs'] as const)('of %s', (client) => {
  it.each(OPERATIONS[client])('stays every error that %s ends with', async (operation) => {
    const path = `node_modules/@aws-sdk/${client}/dist-types/commands/${operation}Command.d.ts`;
    const declared = Array.from(
      (await readFile(path, 'utf8')).matchAll(/@throws \{@link (\w+)/g),
      ([, name]) => name,
    );
    expect(declared.length).toBeGreaterThan(1);
    const own = declared.filter((name) => !name?.endsWith('ServiceException'));
    expect(own.filter((name) => !ERRORS[client].some((kept) => kept === name))).toEqual([]);
  });
});

import { parse, print } from 'graphql';
import { describe, expect, it } from 'vitest';
import { withNulls } from '../../../functions/graphql/introduced/placeholder.ts';
import { withoutNewer } from '../../../functions/graphql/introduced/without-newer.ts';

/** The document without what is newer, on one line. */
function shortened(query: string): string {
  return print(withoutNewer(parse(query))).replaceAll(/\s+/g, ' ');
}

describe('a document without what is newer', () => {
  it.each(['19.6', '19.6.9', '18.11', '9.99', '0.1', '', 'soon', '20', 'v20.1'])(
    'is the same one if all is of release %j',
    (version) => {
      const document = parse(
        `{ a @gl_introduced(version: "${version}") ... @gl_introduced(version: "18.0") { b } }`,
      );
      expect(withoutNewer(document)).toBe(document);
    },
  );

  it.each(['19.7', '19.10', '20.0', '20.0.1', '100.0'])('has no field of release %s', (version) => {
    expect(shortened(`{ a(x: 1) @gl_introduced(version: "${version}") { b } c }`)).toBe(
      '{ __newer_a: __typename c }',
    );
  });

  it.each([
    ['another name', '{ a: b @gl_introduced(version: "20.0") }', '{ __newer_a: __typename }'],
    [
      'when it is to be skipped',
      'query($x: Boolean!) { a @skip(if: $x) @gl_introduced(version: "20.0") @other }',
      'query ($x: Boolean!) { __newer_a: __typename @skip(if: $x) }',
    ],
  ])('keeps of a field %s', (_name, query, expected) => {
    expect(shortened(query)).toBe(expected);
  });

  it.each([
    ['field of an inline fragment', '{ a ... on New @gl_introduced(version: "20.0") { b } }', '{ a ... }'],
    [
      'variables that only they used',
      'query($x: New, $y: Int) { a(x: $x) @gl_introduced(version: "20.0") b(y: $y) }',
      'query ($y: Int) { __newer_a: __typename b(y: $y) }',
    ],
    [
      'fragments that only they got to, with all that is used there',
      'query($x: Int) { a @gl_introduced(version: "20.0") { ...F } c } fragment F on T { d { ...G } } fragment G on T { e(x: $x) }',
      '{ __newer_a: __typename c }',
    ],
  ])('has no %s', (_name, query, expected) => {
    expect(shortened(query)).toBe(expected);
  });

  it.each([
    [
      'is used elsewhere',
      'query($x: Int) { a(x: $x) @gl_introduced(version: "20.0") ...F } fragment F on T { e(x: $x) }',
    ],
    ['never was used', 'query($x: Int) { a @gl_introduced(version: "20.0") } fragment F on T { b }'],
  ])('keeps what %s', (_name, query) => {
    const text = shortened(query);
    expect(text).toContain('query ($x: Int)');
    expect(text).toContain('fragment F on T');
  });

  it('is found for fragments that spread each other too', () => {
    const query =
      '{ ...F } fragment F on T { a @gl_introduced(version: "20.0") ...G } fragment G on T { ...F }';
    expect(shortened(query)).toContain('__newer_a');
  });

  it('does not know yet what a variable says', () => {
    const document = parse('query($v: String!) { a @gl_introduced(version: $v) }');
    expect(withoutNewer(document)).toBe(document);
  });
});

describe('an answer with nulls', () => {
  it('has them for what is newer, on every level, and nothing else is changed', () => {
    const answer = {
      a: 1,
      __newer_b: 'T',
      c: { __newer_d: 'T' },
      e: [{ __newer_f: 'T', g: [] }, null],
      h: null,
    };
    expect(withNulls(answer)).toEqual({
      a: 1,
      b: null,
      c: { d: null },
      e: [{ f: null, g: [] }, null],
      h: null,
    });
  });

  it('keeps what is known under the same name', () => {
    expect(withNulls({ __newer_a: 'T', a: 1 })).toEqual({ a: 1 });
  });
});

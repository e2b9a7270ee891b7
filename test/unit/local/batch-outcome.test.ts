import { describe, expect, it } from 'vitest';
import { dealtWith } from '../../../local/event-source/outcome.ts';
import type { FunctionError, Result } from '../../../local/lambda/protocol.ts';

const IDS = ['a', 'b', 'c'];

function answered(response: unknown): Result {
  return { kind: 'result', payload: JSON.stringify(response) };
}

describe('what a run has dealt with', () => {
  it.each<[string, unknown, string[]]>([
    ['nothing was returned', null, IDS],
    ['no failures are named', {}, IDS],
    ['the failures are null', { batchItemFailures: null }, IDS],
    ['the list of failures is empty', { batchItemFailures: [] }, IDS],
    ['one failed', { batchItemFailures: [{ itemIdentifier: 'b' }] }, ['a', 'c']],
    ['an id is empty', { batchItemFailures: [{ itemIdentifier: '' }] }, []],
    ['an id is null', { batchItemFailures: [{ itemIdentifier: null }] }, []],
    ['an id is of no message', { batchItemFailures: [{ itemIdentifier: 'z' }] }, []],
    ['the key is misspelt', { batchItemFailures: [{ id: 'a' }] }, []],
    ['it is no object', 'fine', []],
  ])('if %s', (_what, response, expected) => {
    expect(dealtWith(IDS, answered(response), true)).toEqual(expected);
  });

  it('is nothing if it threw', () => {
    const error: FunctionError = { kind: 'error', type: 'Error', message: 'no' };
    expect(dealtWith(IDS, error, true)).toEqual([]);
    expect(dealtWith(IDS, error, false)).toEqual([]);
  });

  it('is everything if the mapping does not ask for failures', () => {
    expect(dealtWith(IDS, answered({ batchItemFailures: [{ itemIdentifier: 'b' }] }), false)).toEqual(IDS);
  });
});

import { expect, test } from 'vitest';
import type { Mutation } from '../observed.ts';
import { operation, sequence } from './support/items.ts';
import { madeUp } from './support/made-up.ts';

const attach: Mutation = {
  kind: 'ATTACH',
  profile: '1',
  projectIds: [101, 102],
  groupIds: [],
  dryRun: false,
};

/** What is called after requests under one key, each with the operation that it was answered with. */
function called(
  ...requests: readonly (readonly [Mutation, string | undefined, actor?: string])[]
): readonly string[] {
  const { checker } = madeUp();
  for (const [index, [mutation, operationId, actor = 'owner']] of requests.entries()) {
    const request = `r${index}`;
    checker.observe({ kind: 'ASKED', at: index, request, actor, mutation, idempotencyKey: 'key' });
    checker.observe({
      kind: 'ANSWERED',
      at: index,
      request,
      status: 200,
      errors: operationId === undefined ? ['another request'] : [],
      ...(operationId === undefined ? {} : { operationId }),
    });
  }
  return checker.violations.map(({ promise }) => promise);
}

test('S12: the same request has the same answer, in whatever order it names its projects', () => {
  expect(called([attach, 'A'], [{ ...attach, projectIds: [102, 101, 101] }, 'A'])).toEqual([]);
  expect(called([attach, 'A'], [attach, 'B'])).toEqual(['S12']);
});

test('S12: another request under the same key is refused', () => {
  expect(called([attach, 'A'], [{ ...attach, profile: '2' }, undefined])).toEqual([]);
  expect(called([attach, 'A'], [{ ...attach, profile: '2' }, 'A'])).toEqual(['S12']);
});

/** What is called after one more request under a key that stands for operation A, of which nobody had heard the answer. */
function calledAgain(mutation: Mutation, errors: readonly string[], operationId?: string): readonly string[] {
  const claim = { PK: 'IDEMPOTENCY#owner', SK: 'key', operationId: 'A', createdAt: 0 };
  const history = madeUp(operation('A', 1));
  const asked = { kind: 'ASKED', at: 0, actor: 'owner', idempotencyKey: 'key' } as const;
  history.checker.observe({ ...asked, request: 'r1', mutation: attach });
  history.put(claim);
  history.checker.observe({ ...asked, request: 'r2', mutation });
  const answer = operationId === undefined ? {} : { operationId };
  history.checker.observe({ kind: 'ANSWERED', at: 1, request: 'r2', status: 200, errors, ...answer });
  return history.called;
}

test('S12: a request that is repeated is not refused, whatever has become of its target', () => {
  expect(calledAgain(attach, [], 'A')).toEqual([]);
  expect(calledAgain(attach, ['it does not exist'])).toEqual(['S12']);
  expect(calledAgain(attach, ['Something went wrong on the side of the server'])).toEqual([]);
});

test('S12: another request under a key that stands for one is refused, also where nobody heard the answer to that', () => {
  expect(calledAgain({ ...attach, profile: '2' }, ['another request'])).toEqual([]);
  expect(calledAgain({ ...attach, profile: '2' }, [], 'A')).toEqual(['S12']);
  expect(calledAgain({ ...attach, profile: '2' }, [], 'B')).toEqual(['S12']);
});

test('S12: a key is its caller’s own', () => {
  expect(called([attach, 'A'], [attach, 'B', 'another'])).toEqual([]);
});

test('S12: a key does not come to stand for another operation within a day', () => {
  const claim = { PK: 'IDEMPOTENCY#owner', SK: 'key', operationId: 'A', createdAt: 0 };
  const history = madeUp(claim, ...['A', 'B', 'C'].map((id) => operation(id, 1)));
  history.put({ ...claim, operationId: 'B', createdAt: 86_400_000 });
  expect(history.called).toEqual([]);
  history.put({ ...claim, operationId: 'C', createdAt: 86_400_001 });
  expect(history.called).toEqual(['S12']);
});

test('S12: a key does not stand for an operation that is not there', () => {
  const history = madeUp();
  history.put({ PK: 'IDEMPOTENCY#owner', SK: 'key', operationId: 'A', createdAt: 0 });
  expect(history.called).toEqual(['S12']);
});

test('S12: a request that came twice under one key makes one operation, also where nobody heard the answer', () => {
  const asked = { kind: 'ASKED', at: 0, actor: 'owner', mutation: { ...attach, projectIds: [101] } } as const;
  const accept = (requests: readonly { request: string; idempotencyKey?: string }[]): readonly string[] => {
    const history = madeUp(sequence(1, 0));
    for (const request of requests) history.checker.observe({ ...asked, ...request });
    history.put(sequence(1, 1), operation('A', 1));
    history.put(sequence(1, 2), operation('B', 2));
    return history.called;
  };
  const keyed = { request: 'r1', idempotencyKey: 'key' };
  expect(accept([keyed, { ...keyed, request: 'r2' }])).toEqual(['S12']);
  expect(accept([keyed, { request: 'r2', idempotencyKey: 'another' }])).toEqual([]);
  expect(accept([keyed, { request: 'r2' }])).toEqual([]);
});

test('S5: who asks is the last one to have asked', () => {
  const answered = (operationId: string): readonly string[] => {
    const history = madeUp(sequence(1, 2), operation('A', 1), operation('B', 2));
    history.checker.observe({ kind: 'ASKED', at: 0, request: 'r1', actor: 'owner', mutation: attach });
    history.put(sequence(1, 3), operation('C', 3));
    history.checker.observe({ kind: 'ANSWERED', at: 1, request: 'r1', status: 200, errors: [], operationId });
    return history.called;
  };
  expect(['A', 'B', 'C'].map(answered)).toEqual([['S5'], [], []]);
});

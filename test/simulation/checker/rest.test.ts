import { expect, test } from 'vitest';
import type { RawItem, TreeEvent } from '../observed.ts';
import {
  ended,
  exceptions,
  group,
  open,
  operation,
  page,
  placement,
  profile,
  project,
  removal,
  tombstone,
} from './support/items.ts';
import { madeUp } from './support/made-up.ts';

const TREE = [group(1, null), group(2, null), group(11, 1)];
const PROFILES = [...profile(1, 1), ...profile(2, 1)];
const bare = project(101, 1, { rootId: 1 });
const holding = project(101, 1, { version: 1, rootId: 1, attachments: { 1: 'A' } });
const attach = operation('A', 1);
const detach = operation('B', 2, { change: { kind: 'DETACH', profileId: 1, scanType: 'SAST' } });
const attached = [ended(attach, { applied: 1 }), page('A', [101], '|1|')];
const withoutEffect = (id: string, outcome: string, code: string): readonly RawItem[] => [
  page(id, [101]),
  exceptions(id, outcome, { [code]: [101] }),
];

/** What is called at the end of a history that begins with a bare project and two operations. */
function calledAfter(...commands: readonly (readonly RawItem[])[]): readonly string[] {
  const history = madeUp(...TREE, ...PROFILES, bare);
  history.put({ PK: 'ROOT#1', SK: 'SEQUENCE', n: 1 }, attach);
  history.put({ PK: 'ROOT#1', SK: 'SEQUENCE', n: 2 }, detach);
  for (const items of commands) history.put(...items);
  history.rest();
  return history.called;
}

const detachedNothing = [ended(detach, { unchanged: 1 }), ...withoutEffect('B', 'UNCHANGED', 'NOT_ATTACHED')];
const superseded = [ended(attach, { skipped: 1 }), ...withoutEffect('A', 'SKIPPED', 'SUPERSEDED')];

test('S5: the operation that was accepted last has the last word', () => {
  expect(calledAfter(detachedNothing, superseded)).toEqual([]);
  expect(calledAfter(detachedNothing, [holding], attached)).toEqual(['S5']);
});

test('S5: what failed, or was left alone, decided nothing', () => {
  const failed = [ended(detach, { failed: 1 }), ...withoutEffect('B', 'FAILED', 'CONFLICT')];
  expect(calledAfter([holding], attached, failed)).toEqual([]);
  expect(calledAfter([holding], attached, cancelledDetach())).toEqual([]);
});

test('S5: what was decided holds also of a project that was away meanwhile', () => {
  const calledOnceBack = (...late: readonly RawItem[]): readonly string[] => {
    const history = madeUp(...TREE, ...PROFILES, bare, placement(0));
    history.put({ PK: 'ROOT#1', SK: 'SEQUENCE', n: 1 }, attach);
    history.put({ PK: 'ROOT#1', SK: 'SEQUENCE', n: 2 }, detach);
    history.put(...detachedNothing);
    history.put(placement(1), project(101, 2, { rootId: 1 }, 1));
    history.put(placement(2), project(101, 1, { rootId: 1 }, 2));
    const back = { version: 1, rootId: 1, attachments: { 1: 'A' } };
    if (late.length === 0) history.put(...superseded);
    else history.put(project(101, 1, back, 2), ...late);
    history.rest();
    return history.called;
  };
  expect(calledOnceBack()).toEqual([]);
  expect(calledOnceBack(...attached)).toEqual(['S5']);
});

test('S5: an attach that clears its scan type decides about all others of it', () => {
  const set = { change: { kind: 'ATTACH', profileId: 2, scanType: 'SAST', mode: 'SET' } };
  const both = project(101, 1, { version: 2, rootId: 1, attachments: { 1: 'A', 2: 'C' } });
  const history = madeUp(...TREE, ...PROFILES, bare);
  history.put({ PK: 'ROOT#1', SK: 'SEQUENCE', n: 1 }, attach);
  history.put({ PK: 'ROOT#1', SK: 'SEQUENCE', n: 2 }, operation('C', 2, set));
  history.put(project(101, 1, { version: 1, rootId: 1, attachments: { 2: 'C' } }));
  history.put(ended(operation('C', 2, set), { applied: 1 }), page('C', [101], '|2|'));
  history.put(both);
  history.put(...attached);
  history.rest();
  expect(history.called).toEqual(['S5']);
});

test('S5: what changed and nobody decided is called', () => {
  const history = madeUp(...TREE, ...PROFILES, ...attached, holding);
  history.put(project(101, 1, { version: 2, rootId: 1, decided: { 1: removal('A', 'A') } }));
  history.rest();
  expect(history.called).toContain('S5');
});

test('S5: a project that left its root and came back need not hold what it held', () => {
  const history = madeUp(...TREE, ...PROFILES, ...attached, holding, placement(0));
  history.put(placement(1), project(101, 2, { version: 2, rootId: 1, attachments: { 1: 'A' } }, 1));
  history.put(placement(2), project(101, 1, { version: 3, rootId: 1, attachments: { 1: 'A' } }, 2));
  history.rest();
  expect(history.called).toEqual([]);
});

test('S5: a project that was deleted and made again holds nothing of before', () => {
  const root = { PK: 'ROOT#1', SK: 'SEQUENCE', n: 1 };
  const history = madeUp(...TREE, ...PROFILES, ...attached, root, holding, placement(0));
  history.put(placement(1), tombstone(holding, 1));
  history.put(placement(2), project(101, 1, { version: 2 }, 2));
  history.rest();
  expect(history.called).toEqual([]);
});

test('S6: totals count a project once', () => {
  const twice = { pagesKnown: 2, pagesDone: 2 };
  const pages = [page('A', [101], '|1|'), page('A', [101], '|1|', 'H')];
  const right = ended(attach, { applied: 1 }, { ...twice, repeats: 1 });
  const wrong = ended(attach, { applied: 2 }, { ...twice, repeats: 0 });
  expect(calledAfter([holding], [right, ...pages], cancelledDetach())).toEqual([]);
  expect(calledAfter([holding], [wrong, ...pages], cancelledDetach())).toEqual(['S6']);
});

function cancelledDetach(): readonly RawItem[] {
  const cancelled = ended(
    detach,
    { skipped: 1 },
    { status: 'CANCELLED', stop: { reason: 'CANCELLED_BY_USER' } },
  );
  return [cancelled, ...withoutEffect('B', 'SKIPPED', 'CANCELLED')];
}

test('S11: every effect has its record, and every record its effect', () => {
  const rest = cancelledDetach();
  const failed = [ended(attach, { failed: 1 }), ...withoutEffect('A', 'FAILED', 'CONFLICT')];
  expect(calledAfter([holding], failed, rest)).toContain('S11');
  expect(calledAfter(attached, rest)).toContain('S11');
  const applied = [ended(attach, { applied: 1 }), page('A', [101])];
  expect(calledAfter(applied, rest)).toEqual(['S11']);
});

test('S7: what was accepted ends, or lies in a dead-letter queue; that it is stalled is no excuse', () => {
  const history = madeUp(...TREE, bare, attach, open('A'));
  expect(history.rest().map(({ promise }) => promise)).toEqual(['S7', 'S7']);
  const stalled = madeUp(...TREE, bare, { ...attach, stalledAt: 1 }, open('A'));
  expect(stalled.rest().map(({ promise }) => promise)).toEqual(['S7', 'S7']);
  const setAside = madeUp(...TREE, bare, attach, open('A'));
  const letter = { at: 1, queue: 'pages', body: '{"operationId":"A"}' };
  setAside.checker.observe({ kind: 'DEAD_LETTER', ...letter });
  expect(setAside.rest()).toEqual([]);
  setAside.checker.observe({ kind: 'REDRIVEN', ...letter });
  setAside.rest();
  expect(setAside.called).toEqual(['S7']);
});

test('S7: the tree comes to what its source said last', () => {
  const said: TreeEvent = { kind: 'TREE', at: 1, node: 'project:101', change: 'MOVE', parentId: 2, time: 2 };
  const history = madeUp(...TREE, bare);
  history.checker.observe(said);
  history.checker.observe({ ...said, parentId: 11, time: 1 });
  history.rest();
  expect(history.called).toEqual(['S7']);
  const followed = madeUp(...TREE, bare);
  followed.checker.observe({ ...said, parentId: 11, time: 1 });
  followed.checker.observe(said);
  followed.put(placement(1), project(101, 2, { version: 1 }, 1));
  expect(followed.rest()).toEqual([]);
  followed.checker.observe({ ...said, change: 'DELETE', time: 3 });
  followed.rest();
  expect(followed.called).toEqual(['S7']);
});

test('S8: at rest nothing is stored that is foreign, or of a deleted profile', () => {
  const foreign = project(101, 2, { version: 1, rootId: 1, attachments: { 1: 'A' } });
  const items = [...TREE, ...PROFILES, ended(attach, { applied: 1 }), page('A', [101], '|1|')];
  expect(madeUp(...items, holding).rest()).toEqual([]);
  expect(
    madeUp(...items, foreign)
      .rest()
      .map(({ promise }) => promise),
  ).toEqual(['S8']);
  const deleted = madeUp(...items, holding, { ...(profile(1, 1)[0] ?? {}), status: 'DELETED' });
  expect(deleted.rest().map(({ promise }) => promise)).toEqual(['S8']);
  const rootless = madeUp(...items, project(101, 99, { version: 1, rootId: 1, attachments: { 1: 'A' } }));
  expect(rootless.rest()).toEqual([]);
});

test('S11: a project that was deleted before its page was recorded has no record of what was on it', () => {
  const gone = [ended(attach, { skipped: 1 }), ...withoutEffect('A', 'SKIPPED', 'DELETED')];
  const history = madeUp(...TREE, ...PROFILES, bare);
  history.put({ PK: 'ROOT#1', SK: 'SEQUENCE', n: 1 }, attach);
  history.put(holding);
  history.put(placement(1), tombstone(holding, 1));
  history.put(...gone);
  expect(history.rest()).toEqual([]);
});

test('S6: the totals are those of the outcomes, and the status is what they make it', () => {
  const calledOf = (...items: readonly RawItem[]): readonly string[] =>
    calledAfter([holding], attached, items);
  const failed = withoutEffect('B', 'FAILED', 'CONFLICT');
  expect(calledOf(ended(detach, { failed: 1 }), ...failed)).toEqual([]);
  expect(calledOf(ended(detach, { failed: 1 }, { status: 'PARTIAL' }), ...failed)).toEqual(['S6']);
  expect(calledOf(ended(detach, { skipped: 1 }), ...failed)).toEqual(['S6']);
});

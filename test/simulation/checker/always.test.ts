import { expect, test } from 'vitest';
import {
  edge,
  ended,
  group,
  operation,
  page,
  placement,
  profile,
  project,
  removal,
  sequence,
  tombstone,
} from './support/items.ts';
import { madeUp } from './support/made-up.ts';

const TREE = [group(1, null), group(2, null), group(11, 1), project(101, 1)];
const PROFILES = [...profile(1, 1), ...profile(2, 1), ...profile(3, 2)];
const eleven = Array.from({ length: 11 }, (_, index) => 21 + index);
const heldEleven = Object.fromEntries(eleven.map((id) => [id, 'A']));

test('S1: a state holds what belongs to its root', () => {
  const history = madeUp(...TREE, ...PROFILES, operation('A', 1));
  history.put(project(101, 1, { version: 1, rootId: 1, attachments: { 1: 'A' } }));
  expect(history.called).toEqual([]);
  history.put(project(101, 1, { version: 2, rootId: 1, attachments: { 1: 'A', 3: 'A' } }));
  expect(history.called).toContain('S1');
});

test('S2: ten ACTIVE profiles and one that is deleted are ten', () => {
  const profiles = eleven.flatMap((id) => profile(id, 1));
  const [first = {}] = profiles;
  const full = project(101, 1, { version: 1, rootId: 1, attachments: heldEleven });
  const within = madeUp(...TREE, ...profiles, operation('A', 1), { ...first, status: 'DELETING' });
  within.put(full);
  expect(within.called).toEqual([]);
  const beyond = madeUp(...TREE, ...profiles, operation('A', 1));
  beyond.put(full);
  expect(beyond.called).toEqual(['S2']);
});

const recommended = { templateKey: 'sast', name: 'SAST (default)' };

test('S3: a recommended profile has its triggers, its name and its pointer', () => {
  const whole = madeUp(...TREE);
  whole.put(...profile(5, 1, recommended));
  expect(whole.called).toEqual([]);
  const poor = madeUp(...TREE);
  poor.put(...profile(5, 1, { ...recommended, triggers: [] }));
  expect(poor.called).toEqual(['S3']);
  for (const missing of [1, 2]) {
    const torn = madeUp(...TREE);
    torn.put(...profile(5, 1, recommended).filter((_, index) => index !== missing));
    expect(torn.called).toEqual(['S3']);
  }
});

test('S3: a root has one recommended profile of a template', () => {
  const history = madeUp(...TREE, ...profile(5, 1, recommended));
  history.put(...profile(6, 2, recommended));
  expect(history.called).toEqual([]);
  history.put(...profile(7, 1, { ...recommended, name: 'another' }));
  expect(history.called).toEqual(['S3']);
});

test('S4: a profile that is deleted stays so', () => {
  const [active = {}] = profile(1, 1);
  const history = madeUp(...TREE, ...PROFILES);
  history.put({ ...active, status: 'DELETING' });
  history.put({ ...active, status: 'DELETED' });
  expect(history.called).toEqual([]);
  history.put(active);
  expect(history.called).toEqual(['S4']);
});

test('S5: numbers are drawn one after the other, and an operation has the one that was drawn', () => {
  const history = madeUp(...TREE, sequence(1, 4));
  history.put(sequence(1, 5), operation('A', 5));
  expect(history.called).toEqual([]);
  history.put(operation('B', 5));
  expect(history.called).toEqual(['S5']);
  const jumping = madeUp(...TREE, sequence(1, 4));
  jumping.put(sequence(1, 6), operation('A', 6));
  expect(jumping.called).toEqual(['S5']);
});

test('S5: an operation that completes another has its number', () => {
  const history = madeUp(...TREE, sequence(1, 9), operation('A', 5));
  history.put(operation('A-project-101-1', 5, { followUpOf: 'A' }));
  expect(history.called).toEqual([]);
  history.put(operation('A-project-101-2', 6, { followUpOf: 'A' }));
  expect(history.called).toEqual(['S5']);
});

test('S1: a move draws its number, and no version goes back', () => {
  const history = madeUp(...TREE, placement(7));
  history.put(placement(8), project(101, 11, { version: 1 }, 8));
  expect(history.called).toEqual([]);
  history.put(project(101, 2, { version: 2 }, 8), placement(9));
  expect(history.called).toEqual(['S1']);
  const back = madeUp(...TREE, project(101, 1, { version: 4, rootVersion: 6 }, 3));
  back.put(project(101, 1, { version: 5, rootVersion: 5 }, 3));
  expect(back.called).toEqual(['S1']);
});

test('S2: no state changes under a version that there was before, not even of a project that was deleted', () => {
  const present = project(101, 1, { version: 4, rootId: 1 });
  const same = madeUp(...TREE, ...PROFILES, operation('A', 1), present);
  same.put(project(101, 1, { version: 4, rootId: 1, attachments: { 1: 'A' } }));
  expect(same.called).toEqual(['S2']);
  const again = madeUp(...TREE, present);
  again.put(placement(1), tombstone(present, 1));
  again.put(placement(2), project(101, 1, { version: 5 }, 2));
  expect(again.called).toEqual([]);
  const reused = madeUp(...TREE, present);
  reused.put(placement(1), tombstone(present, 1));
  reused.put(placement(2), project(101, 1, { version: 2 }, 2));
  expect(reused.called).toEqual(['S2']);
});

test('S6: no operation does more pages than it knows, or ends before it has done them', () => {
  const history = madeUp(...TREE, operation('A', 1, { pagesKnown: 2 }));
  history.put(operation('A', 1, { pagesKnown: 2, pagesDone: 2 }));
  expect(history.called).toEqual([]);
  history.put(operation('A', 1, { pagesKnown: 2, pagesDone: 3 }));
  expect(history.called).toEqual(['S6']);
  const early = madeUp(...TREE, operation('A', 1, { pagesKnown: 2 }));
  early.put(ended(operation('A', 1, { pagesKnown: 2 }), { applied: 1 }));
  expect(early.called).toEqual(['S6']);
});

test('S11: the totals of an ended operation change with a late page, and not without', () => {
  const before = ended(operation('A', 1), { failed: 1 });
  const after = ended(operation('A', 1), { applied: 1 }, { repeats: 1 });
  const late = madeUp(...TREE, before);
  late.put(after, page('A', [101], '|1|', 'P.late'));
  expect(late.called).toEqual([]);
  const silent = madeUp(...TREE, before);
  silent.put(after);
  expect(silent.called).toEqual(['S11']);
});

test('S7: an operation that has ended does not run again', () => {
  const history = madeUp(...TREE, ended(operation('A', 1), { applied: 1 }));
  history.put(
    operation('A', 1, { pagesDone: 1, totals: { applied: 1, unchanged: 0, skipped: 0, failed: 0 } }),
  );
  expect(history.called).toContain('S7');
});

test('S11: a page is recorded once, with the projects that were planned', () => {
  const { doneAt: _, usual: __, others: ___, ...plan } = page('A', [101]);
  const history = madeUp(...TREE, operation('A', 1), plan);
  history.put(page('A', [101], '|1|'));
  expect(history.called).toEqual([]);
  history.put(page('A', [101], '||'));
  expect(history.called).toEqual(['S11']);
  const other = madeUp(...TREE, operation('A', 1), plan);
  other.put(page('A', [101, 102]));
  expect(other.called).toEqual(['S11']);
});

test('S11: what is ACTIVE does not go from a project without a trace', () => {
  const held = project(101, 1, { version: 1, rootId: 1, attachments: { 1: 'A' } });
  const traced = madeUp(...TREE, ...PROFILES, operation('A', 1), operation('B', 2), held);
  traced.put(project(101, 1, { version: 2, rootId: 1, decided: { 1: removal('B', 'A') } }));
  expect(traced.called).toEqual([]);
  const lost = madeUp(...TREE, ...PROFILES, operation('A', 1), held);
  lost.put(project(101, 1, { version: 2, rootId: 1 }));
  expect(lost.called).toEqual(['S11']);
  const nobody = madeUp(...TREE, ...PROFILES, operation('A', 1), held);
  nobody.put(project(101, 1, { version: 2, rootId: 1, decided: { 'PAST#A#1': removal('', 'A') } }));
  expect(nobody.called).toEqual(['S11']);
  const [deleting = {}] = profile(1, 1);
  const dropped = madeUp(...TREE, ...PROFILES, operation('A', 1), held, { ...deleting, status: 'DELETING' });
  dropped.put(project(101, 1, { version: 2, rootId: 1, decided: { 'PAST#A#1': removal('', 'A') } }));
  expect(dropped.called).toEqual([]);
});

test('S6: a node stands under its parent and nowhere else, in one command with its pointer', () => {
  const [before, after] = [project(101, 1), project(101, 11, { version: 1 }, 1)];
  const moved = madeUp(...TREE, before);
  moved.put(placement(1), after);
  expect(moved.called).toEqual([]);
  const twice = madeUp(...TREE, before);
  twice.putAlone(placement(1), after, edge(after));
  expect(twice.called).toEqual(['S6']);
  const nowhere = madeUp(...TREE, before);
  nowhere.putAlone(placement(1), after);
  expect(nowhere.called).toEqual(['S6']);
  const lost = madeUp(...TREE, before);
  lost.remove(edge(before));
  expect(lost.called).toEqual(['S6']);
  const ghost = madeUp(...TREE);
  ghost.putAlone(edge(project(102, 1)));
  expect(ghost.called).toEqual(['S6']);
});

import { expect, test } from 'vitest';
import type { RawItem } from '../observed.ts';
import { ended, exceptions, group, operation, page, placement, profile, project } from './support/items.ts';
import { madeUp } from './support/made-up.ts';

const TREE = [group(1, null), group(2, null), group(11, 1)];
const PROFILES = [...profile(1, 1), ...profile(2, 1)];
const bare = project(101, 1, { rootId: 1 });
const holding = project(101, 1, { version: 1, rootId: 1, attachments: { 1: 'A' } });

test('S6: a project that was in the target all the time has a record', () => {
  const target = { groupIds: [1], projectIds: [] };
  const ofGroup = operation('A', 1, target);
  const accepted = [{ PK: 'ROOT#1', SK: 'SEQUENCE', n: 1 }, ofGroup];
  const other = project(102, 11, { rootId: 1 });
  const recorded = [ended(ofGroup, { applied: 1 }), page('A', [101], '|1|')];
  const missed = madeUp(...TREE, ...PROFILES, bare, other);
  missed.put(...accepted);
  missed.put(holding);
  missed.put(...recorded);
  expect(missed.rest().map(({ promise }) => promise)).toEqual(['S6']);
  const left = madeUp(...TREE, ...PROFILES, bare, other);
  left.put(...accepted);
  left.put(placement(1), project(102, 2, { version: 1, rootId: 1 }, 1));
  left.put(holding);
  left.put(...recorded);
  expect(left.rest()).toEqual([]);
  const completed = madeUp(...TREE, ...PROFILES, bare, other);
  completed.put(...accepted);
  completed.put(holding);
  completed.put(...recorded);
  const followUp = operation('A-project-102-1', 1, { followUpOf: 'A', projectIds: [102] });
  completed.put(followUp);
  const conflict = exceptions('A-project-102-1', 'FAILED', { CONFLICT: [102] });
  completed.put(ended(followUp, { failed: 1 }), page('A-project-102-1', [102]), conflict);
  expect(completed.rest()).toEqual([]);
});

test('S6: a project that operations were not told of before the end is due until it has left the target', () => {
  const target = { groupIds: [1], projectIds: [] };
  const unsettled = (item: RawItem): RawItem => ({ ...item, unsettledSince: 1 });
  const isMissed = (more: RawItem, tree: readonly RawItem[], ...later: (readonly RawItem[])[]): boolean => {
    const history = madeUp(...TREE, ...PROFILES, bare, project(102, 11, { rootId: 1 }));
    const ofGroup = operation('A', 1, { ...target, ...more });
    history.put({ PK: 'ROOT#1', SK: 'SEQUENCE', n: 1 }, ofGroup);
    const applied = more['dryRun'] === true ? [] : [holding];
    history.put(...applied);
    history.put(placement(1), ...tree);
    history.put(ended(ofGroup, { applied: 1 }), page('A', [101], '|1|'));
    for (const items of later) history.put(...items);
    return history
      .rest()
      .some(({ promise, what }) => promise === 'S6' && what.includes('decided nothing about 102'));
  };
  const moved = unsettled(project(102, 1, { version: 1, rootId: 1 }, 1));
  const groupMoved = unsettled({ ...group(11, 1, 1), slug: 'other' });
  const away = [placement(2), project(102, 2, { version: 2, rootId: 1 }, 2)];
  for (const tree of [[moved], [groupMoved]]) {
    expect(isMissed({}, tree)).toBe(true);
    expect(isMissed({}, tree, away)).toBe(false);
    expect(isMissed({ dryRun: true }, tree)).toBe(false);
  }
  const settled = project(102, 1, { version: 1, rootId: 1 }, 1);
  expect(isMissed({}, [settled], away)).toBe(true);
  expect(isMissed({ dryRun: true }, [settled])).toBe(true);
});

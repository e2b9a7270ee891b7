import { expect, test } from 'vitest';
import { group, operation, placement, profile, project } from './support/items.ts';
import { type MadeUp, madeUp } from './support/made-up.ts';

/** At step 0 project 101 holds 1 and 2, at step 1 only 2, at step 2 it is below another root. */
function moving(): MadeUp {
  const history = madeUp(
    group(1, null),
    group(2, null),
    ...profile(1, 1),
    ...profile(2, 1),
    operation('A', 1),
    project(101, 1, { version: 1, rootId: 1, attachments: { 1: 'A', 2: 'A' } }),
  );
  history.put({ ...(profile(1, 1)[0] ?? {}), status: 'DELETING' });
  history.put(placement(1), project(101, 2, { version: 2, rootId: 1, attachments: { 1: 'A', 2: 'A' } }, 1));
  return history;
}

function seen(from: number, at: number, visible: readonly number[]): readonly string[] {
  const history = moving();
  history.checker.observe({ kind: 'READ', from, at, project: 101, visible });
  return history.called;
}

test('S1: what was seen was right at some moment of the reading', () => {
  expect(seen(0, 0, [1, 2])).toEqual([]);
  expect(seen(0, 1, [1, 2])).toEqual([]);
  expect(seen(0, 2, [2])).toEqual([]);
  expect(seen(1, 2, [])).toEqual([]);
  expect(seen(2, 3, [])).toEqual([]);
});

test('S1: what was no longer right when the reading began must not be seen', () => {
  expect(seen(1, 2, [1, 2])).toEqual(['S1']);
  expect(seen(2, 3, [2])).toEqual(['S1']);
});

test('S1: what was there all the time of the reading is seen', () => {
  expect(seen(0, 1, [1])).toEqual(['S1']);
  expect(seen(0, 1, [])).toEqual(['S1']);
  expect(seen(0, 2, [])).toEqual([]);
});

test('S1: nothing is right where there is no root: in a circle, below what is not there, or too deep', () => {
  const held = { version: 1, rootId: 1, attachments: { 1: 'A' } };
  const deep = Array.from({ length: 20 }, (_, index) => group(100 + index, index === 0 ? 1 : 99 + index));
  const trees = [
    [group(1, 11), group(11, 1), project(101, 11, held)],
    [project(101, 11, held)],
    [group(1, null), ...deep, project(101, 119, held)],
  ];
  for (const tree of trees) {
    const history = madeUp(...tree, ...profile(1, 1), operation('A', 1));
    history.checker.observe({ kind: 'READ', from: 0, at: 0, project: 101, visible: [1] });
    expect(history.called).toEqual(['S1']);
  }
  const history = madeUp(
    group(1, null),
    ...deep.slice(1),
    group(100, 1),
    ...profile(1, 1),
    operation('A', 1),
  );
  history.put(project(101, 118, held));
  history.checker.observe({ kind: 'READ', from: 1, at: 1, project: 101, visible: [1] });
  expect(history.called).not.toContain('S2');
});

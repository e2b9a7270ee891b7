import { expect, test } from 'vitest';
import type { RawItem } from '../observed.ts';
import {
  ended,
  exceptions,
  group,
  operation,
  page,
  placement,
  profile,
  project,
  removal,
} from './support/items.ts';
import { madeUp } from './support/made-up.ts';

const TREE = [group(1, null), group(2, null)];
const PROFILES = [...profile(1, 1), ...profile(2, 1)];
const attached = [ended(operation('A', 1), { applied: 1 }), page('A', [101], '|1|')];

test('S7: no event waits for a node that is there', () => {
  const parked = { PK: 'PARKED', SK: 'PROJECT#101#e', kind: 'project', id: 101, event: {} };
  expect(madeUp(...TREE, parked).rest()).toEqual([]);
  expect(madeUp(...TREE, project(101, 1, { rootId: 1 }), parked).rest()).toHaveLength(1);
});

test('S8: what the sweep repairs is out of place', () => {
  const calledOf = (kind: string, ...besides: readonly RawItem[]): readonly string[] => {
    const repair = operation('R', 1, { change: { kind: 'REHOME' } });
    const foreign = project(101, 2, { rootId: 1, attachments: { 1: 'A' } });
    const history = madeUp(...TREE, ...PROFILES, operation('A', 0), ...attached, foreign, placement(0));
    history.put({ PK: 'ROOT#1', SK: 'SEQUENCE', n: 1 }, repair, ...besides);
    const wiped = { version: 1, rootId: 2, decided: { 1: { ...removal('R', 'A'), seq: 1 } } };
    history.put(project(101, 2, wiped, besides.length));
    const record =
      kind === 'APPLIED'
        ? [page('R', [101], '1||1')]
        : [page('R', [101]), exceptions('R', kind, { NOT_ATTACHED: [101] })];
    history.put(ended(repair, { [kind.toLowerCase()]: 1 }), ...record);
    return history.rest().map(({ promise }) => promise);
  };
  expect(calledOf('APPLIED')).toEqual([]);
  expect(calledOf('UNCHANGED')).toContain('S8');
  const move = [placement(1), project(101, 2, { rootId: 1, attachments: { 1: 'A' } }, 1)];
  expect(calledOf('UNCHANGED', ...move)).not.toContain('S8');
});

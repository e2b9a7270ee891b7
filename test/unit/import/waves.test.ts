import { describe, expect, it } from 'vitest';
import type { NodeRecord } from '../../../shared/import/records.ts';
import { wavesOf } from '../../../shared/import/waves.ts';

/** Group → parent. */
function groups(parents: Readonly<Record<number, number | null>>): ReadonlyMap<number, NodeRecord> {
  return new Map(
    Object.entries(parents).map(([key, parentId]) => {
      const id = Number(key);
      return [id, { kind: 'group', id, slug: `g${key}`, name: key, parentId }];
    }),
  );
}

function ids(parents: Readonly<Record<number, number | null>>): {
  readonly waves: readonly (readonly number[])[];
  readonly refused: readonly (readonly [number, string])[];
} {
  const { waves, refused } = wavesOf(groups(parents));
  return {
    waves: waves.map((wave) => wave.map(({ id }) => id)),
    refused: refused.map(({ group, reason }) => [group.id, reason]),
  };
}

describe('groups of a file', () => {
  it('come parents first', () => {
    expect(ids({ 1: 2, 2: 3, 3: null, 4: 3, 5: null })).toEqual({
      waves: [[3, 5], [2, 4], [1]],
      refused: [],
    });
  });

  it('are first ones where their parent is elsewhere', () => {
    expect(ids({ 1: 77, 2: 1 })).toEqual({ waves: [[1], [2]], refused: [] });
  });

  it('are refused on a circle, and no others: what is below it has no parent', () => {
    expect(ids({ 1: 2, 2: 3, 3: 1, 4: 1, 5: 4 })).toEqual({
      waves: [[4], [5]],
      refused: [1, 2, 3].map((id) => [id, 'is its own ancestor']),
    });
    expect(ids({ 1: 2, 2: 3, 3: 4, 4: 3 })).toEqual({
      waves: [[2], [1]],
      refused: [3, 4].map((id) => [id, 'is its own ancestor']),
    });
  });

  it('are refused below the twentieth level', () => {
    const chain = Object.fromEntries(Array.from({ length: 22 }, (_, index) => [index + 1, index || null]));
    expect(ids(chain).waves.flat()).toHaveLength(20);
    expect(ids(chain).refused.map(([id]) => id)).toEqual([21, 22]);
  });
});

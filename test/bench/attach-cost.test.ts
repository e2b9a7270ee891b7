import { beforeAll, expect, it } from 'vitest';
import { attachCost } from '../../bench/attach-cost/attach-cost.ts';
import { COUNTS } from '../../bench/on-aws/counts.ts';
import { eventsOf } from '../../bench/on-aws/model.ts';

/** Calls, write units and read units a project, and events, of each operation on each of the small trees. */
async function measured(): Promise<ReadonlyMap<string, readonly number[]>> {
  const [figures] = await attachCost.run({ progress: () => undefined, short: true });
  return new Map(
    figures?.rows.map(([tree, operation, , ...each]) => [`${tree}: ${operation}`, each.map(Number)]),
  );
}

let rows: ReadonlyMap<string, readonly number[]> = new Map();
beforeAll(async () => {
  rows = await measured();
}, 60_000);

const FLAT = 1_600;
const CHANGING = [
  'attach to the root',
  'detach from the root',
  'undo of the detach',
  're-home of the root',
] as const;

it('an operation writes each project once where it changes, and else only what it keeps of itself', () => {
  const calls = (tree: string, operation: string): number => rows.get(`${tree}: ${operation}`)?.[0] ?? NaN;
  const units = (tree: string, operation: string): number => rows.get(`${tree}: ${operation}`)?.[1] ?? NaN;
  for (const tree of ['flat, 1,600', '200 groups of two']) {
    for (const operation of CHANGING) {
      expect(units(tree, operation)).toBeGreaterThanOrEqual(1);
      expect(units(tree, operation)).toBeLessThanOrEqual(1.15);
    }
    for (const operation of ['preview of the next', 'the same again'])
      expect(units(tree, operation)).toBeLessThanOrEqual(0.15);
    expect(calls(tree, 'attach to the root')).toBeLessThanOrEqual(1);
  }
  // 100 projects are read with a call and 25 are written with one. All else is of the two pages and the operation itself:
  // of 5,455 projects in four pages that makes less than 0.06 calls each.
  const own = calls('flat, 1,600', 'attach to the root') * FLAT - FLAT / 100 - FLAT / 25;
  expect(own).toBeLessThanOrEqual(2 * 9 + 14);
});

it('the model of what an attach costs on AWS goes by these counts', () => {
  const pairs = [
    ['flat, 5,455', 'flat, 1,600'],
    ['2,000 groups of two', '200 groups of two'],
  ] as const;
  for (const [large, small] of pairs) {
    const { calls, writeUnits, readUnits } = COUNTS[large];
    const [ofCalls = NaN, ofWrites = NaN, ofReads = NaN, events] =
      rows.get(`${small}: attach to the root`) ?? [];
    // What an operation takes by itself is shared by fewer projects in the small trees.
    expectNear(ofCalls, calls, 0.2);
    expectNear(ofWrites, writeUnits, 0.02);
    expectNear(ofReads, readUnits, 0.03);
    expect(events).toBe(eventsOf(small === 'flat, 1,600' ? FLAT : 400));
  }
});

function expectNear(counted: number, assumed: number, tolerance: number): void {
  expect(Math.abs(counted / assumed - 1), `${counted} is not about ${assumed}`).toBeLessThanOrEqual(
    tolerance,
  );
}

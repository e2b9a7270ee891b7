import { expect, it } from 'vitest';
import { attachCost } from '../../bench/attach-cost/attach-cost.ts';

/** Calls, write units and read units a project, of each operation on each of the small trees. */
async function measured(): Promise<ReadonlyMap<string, readonly number[]>> {
  const [figures] = await attachCost.run({ progress: () => undefined, short: true });
  return new Map(
    figures?.rows.map(([tree, operation, , ...each]) => [`${tree}: ${operation}`, each.map(Number)]),
  );
}

it('an operation writes each project once where it changes, and else only what it keeps of itself', async () => {
  const rows = await measured();
  const units = (tree: string, operation: string): number => rows.get(`${tree}: ${operation}`)?.[1] ?? NaN;
  const calls = (tree: string, operation: string): number => rows.get(`${tree}: ${operation}`)?.[0] ?? NaN;
  for (const tree of ['flat, 1,000', '200 groups of two']) {
    for (const operation of ['attach to the root', 'detach from the root', 'undo of the detach']) {
      expect(units(tree, operation)).toBeGreaterThanOrEqual(1);
      expect(units(tree, operation)).toBeLessThanOrEqual(1.15);
    }
    for (const operation of ['preview of the next', 'the same again'])
      expect(units(tree, operation)).toBeLessThanOrEqual(0.15);
  }
  expect(calls('flat, 1,000', 'attach to the root')).toBeLessThanOrEqual(0.1);
  expect(calls('200 groups of two', 'attach to the root')).toBeLessThanOrEqual(1);
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import { groupRef, projectRef } from '../../../shared/domain/node.ts';
import { locate } from '../../../shared/tree/locate.ts';
import { startEngine, type TestEngine } from '../../support/engine.ts';
import { injectFaults } from '../../support/faults.ts';
import { testEnvironment } from '../../support/test-environment.ts';
import { type World, world } from '../../support/world.ts';

let engine: TestEngine;
let w: World;

beforeAll(async () => {
  engine = await startEngine();
  w = world(testEnvironment(engine.table));
  for (const [id, parentId] of [
    [1, null],
    [2, 1],
    [3, 2],
    [9, null],
  ] as const)
    await w.group(id, parentId);
  await w.project(30, 3);
});
afterAll(async () => engine.stop());

/** Commands that it takes to find the project where it is. */
async function callsWith(chain: readonly number[] | undefined): Promise<number> {
  const { calls, stop } = injectFaults(w.env.table, () => undefined);
  const found = (await locate(w.env, [{ ...projectRef(30), chain }], 'owner')).get('project:30');
  stop();
  expect(found?.groups.map(({ id }) => id)).toEqual([3, 2, 1]);
  expect(found?.rootLevels).toEqual([50]);
  return calls();
}

it('who knows what is above a node spares a read, and who is wrong about it finds the node all the same', async () => {
  expect(await callsWith(undefined)).toBe(2);
  expect(await callsWith([3, 2, 1])).toBe(1);
  for (const chain of [[], [3], [2, 1], [9], [9, 3, 1], [4711]])
    expect(await callsWith(chain)).toBeGreaterThan(1);
});

it('what is not there is not found, whatever is said to be above it', async () => {
  for (const ref of [projectRef(31), groupRef(31)])
    expect(await locate(w.env, [{ ...ref, chain: [3, 2, 1] }], 'owner')).toEqual(new Map());
});

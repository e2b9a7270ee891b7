import { expect, it } from 'vitest';
import { coldStart } from '../../bench/cold-start/cold-start.ts';
import { NAMES } from '../../bench/cold-start/contenders.ts';
import { BUDGETS } from '../../infra/bundle/budgets.ts';

it('new processes give the same answer, read from the table, of bundles that keep to their budgets', async () => {
  const [starts, , sizes] = await coldStart.run({ progress: () => undefined, short: true });
  const [nothing, ours, apollo] = [NAMES.nothing, NAMES.ours, NAMES.apollo].map((name) =>
    starts?.rows
      .find(([each]) => each === name)
      ?.slice(1, 3)
      .map(Number),
  );
  // The path, four levels; the project's place; its profiles.
  expect(ours).toEqual([expect.any(Number), 6]);
  expect(apollo?.[1]).toBe(ours?.[1]);
  expect(nothing?.[1]).toBe(0);
  expect(ours?.[0]).toBeLessThanOrEqual(BUDGETS.graphql);
  expect(ours?.[0]).toBeLessThan(Number(apollo?.[0]));
  for (const [name, bytes, budget] of sizes?.rows ?? [])
    expect({ name, keepsTo: Number(bytes) <= Number(budget) }).toEqual({ name, keepsTo: true });
});

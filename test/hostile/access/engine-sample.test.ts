import { afterAll, beforeAll, expect, it } from 'vitest';
import { type CountedTable, onEngine } from '../support/counted-table.ts';
import { hostileApi } from '../support/hostile-api.ts';
import { CHANGES } from './cells/changes.ts';
import { groupQueries, operationQueries } from './cells/queries.ts';
import { Matrix } from './run/matrix.ts';
import { tryMutations } from './run/mutations.ts';
import { tryQueries } from './run/queries.ts';

/** Some of the matrix on the real engine: nothing of it rests on the table that is in the process. */
const ASKERS = [
  'an expired token',
  'stranger',
  'owner of subgroup',
  'security manager of root',
  'owner of root by READ_API',
];
const TARGETS = ['[project, foreign]', '[project, absentProject]', '[deletedGroup]'];

let table: CountedTable;
let matrix: Matrix;

beforeAll(async () => {
  table = await onEngine();
  matrix = await Matrix.on(await hostileApi(table), table, ASKERS);
});
afterAll(async () => matrix.api.stop());

it('a sample of what is refused, and of what is answered', async () => {
  const before = await table.dump();
  const batches = CHANGES.filter(({ name }) => TARGETS.includes(name));
  expect(batches).toHaveLength(TARGETS.length);
  for (const batch of batches) await tryMutations(matrix, batch, matrix.askers, undefined);
  await tryQueries(matrix, groupQueries().slice(0, 6));
  await tryQueries(matrix, operationQueries(matrix.ids));
  expect(matrix.faults).toEqual([]);
  expect(matrix.cells).toBeGreaterThan(400);
  expect((await table.dump()) === before).toBe(true);
});

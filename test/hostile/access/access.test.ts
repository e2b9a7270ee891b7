import { afterAll, beforeAll, expect, it } from 'vitest';
import { inProcess } from '../support/counted-table.ts';
import { hostileApi } from '../support/hostile-api.ts';
import { inBatches } from './cells/cell.ts';
import { CHANGES, MALFORMED, TOO_MANY } from './cells/changes.ts';
import { otherMutations } from './cells/others.ts';
import {
  coverageQueries,
  groupQueries,
  operationQueries,
  profileQueries,
  projectQueries,
} from './cells/queries.ts';
import { Matrix } from './run/matrix.ts';
import { tryMalformed, tryMutations } from './run/mutations.ts';
import { tryQueries, tryWhole } from './run/queries.ts';
import { tryRest } from './run/rest.ts';

const table = inProcess();
let matrix: Matrix;
let before: string;
let undo: () => void;
let owners: string;
const { stackTraceLimit } = Error;

beforeAll(async () => {
  const api = await hostileApi(table);
  matrix = await Matrix.on(api, table);
  owners = await ownersToken();
  const snapshot = table.store.snapshot();
  undo = () => {
    table.store.restore(snapshot);
    api.env.attachQueue.messages.length = 0;
  };
  before = await table.dump();
  // Of tens of thousands of refusals nobody reads where they were thrown.
  Error.stackTraceLimit = 0;
});
afterAll(async () => {
  Error.stackTraceLimit = stackTraceLimit;
  console.log(`${matrix.cells} cells of the access matrix`);
  await matrix.api.stop();
});

/** The id of a token that `owner` has. */
async function ownersToken(): Promise<string> {
  const query = '{ currentUser { personalAccessTokens { id } } }';
  const { text } = await matrix.api.ask(await matrix.api.token('owner'), { query });
  return /gid:\/\/gitlab\/PersonalAccessToken\/\w{26}/.exec(text)?.[0] ?? '';
}

/** Everything that was tried came out as the oracle says, and the table is as it was. */
async function expectAllAsSaid(): Promise<void> {
  expect(matrix.faults.slice(0, 10)).toEqual([]);
  expect(matrix.faults).toHaveLength(0);
  expect((await table.dump()) === before).toBe(true);
}

it('attach and detach, under each of their names', async () => {
  for (const batch of [...CHANGES, ...TOO_MANY]) await tryMutations(matrix, batch, matrix.askers, undo);
  await expectAllAsSaid();
});

it('attach and detach of what is no id', async () => {
  for (const batch of MALFORMED) await tryMalformed(matrix, batch, matrix.askers);
  await expectAllAsSaid();
});

it('every other mutation', async () => {
  expect(owners).not.toBe('');
  for (const batch of otherMutations(matrix.ids, owners))
    await tryMutations(matrix, batch, matrix.askers, undo);
  await expectAllAsSaid();
});

it('every question', async () => {
  const { ids } = matrix;
  for (const cells of inBatches(groupQueries(), 6)) await tryQueries(matrix, cells);
  for (const cells of inBatches(coverageQueries(), 2)) await tryQueries(matrix, cells);
  for (const cells of inBatches(projectQueries(ids), 5)) await tryQueries(matrix, cells);
  await tryQueries(matrix, operationQueries(ids));
  await tryWhole(matrix, profileQueries());
  await expectAllAsSaid();
});

it('every route of the REST API', async () => {
  await tryRest(matrix);
  await expectAllAsSaid();
});

import { afterEach, beforeEach, expect, it } from 'vitest';
import { drawSequence, readSequence } from '../../../shared/storage/operations.ts';
import { transact } from '../../../shared/storage/write.ts';
import { injectFaults } from '../../support/faults.ts';
import type { TestApi } from '../../support/graphql-api.ts';
import { ATTACH, call, startSmallTree } from './support/small-tree.ts';

let api: TestApi;

beforeEach(async () => {
  api = await startSmallTree('PROCESS');
});
afterEach(async () => api.stop());

it('a change before which others always come fails while the function has time to say so', async () => {
  const { table, clock } = api.env;
  await call(api, ATTACH, { projects: [10] });
  const start = clock.now();
  let isOther = false;
  const faults = injectFaults(table, (command) => {
    if (command !== 'TransactWriteItemsCommand' || isOther) return undefined;
    const comeBefore = async (): Promise<void> => {
      isOther = true;
      clock.advance(3_000);
      await transact(table, [drawSequence(1, (await readSequence(table, 1)) + 1)]);
      isOther = false;
    };
    return { before: comeBefore };
  });
  const answer = await call(api, ATTACH, { projects: [11] });
  faults.stop();
  expect(answer.errors).toMatchObject([{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
  expect(clock.now() - start).toBeLessThan(25_000);
  expect((await call(api, ATTACH, { projects: [11] })).errors).toEqual([]);
});

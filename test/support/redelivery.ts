import { runMessage } from '../../functions/attach-worker/run-message.ts';
import { listAllPages } from '../../shared/storage/page-records.ts';
import { END_PAGE } from '../../shared/storage/pages.ts';
import type { TestEnvironment } from './test-environment.ts';

/** Delivers once more every message that an operation can have sent. */
export async function redeliver(env: TestEnvironment, operationId: string): Promise<void> {
  const pageIds = (await listAllPages(env.table, operationId)).map(({ pageId }) => pageId);
  for (const pageId of [...pageIds, END_PAGE])
    await runMessage(env, { version: 2, operationId, pageId, requestId: 'again' }, env.clock.now() + 20_000);
}

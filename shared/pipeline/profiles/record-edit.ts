import { NO_TOTALS, type Operation, type ProfileEdit } from '../../domain/operation.ts';
import type { Environment } from '../../environment/environment.ts';
import { createOperation, drawSequence, readSequence } from '../../storage/operations.ts';
import { END_PAGE, openPage } from '../../storage/pages.ts';
import { type Piece, transact } from '../../storage/write.ts';
import { sendOrLeave } from '../message.ts';
import { untilWritten } from '../retry.ts';

interface Edit {
  readonly rootId: number;
  /** User id of the caller. */
  readonly actor: string;
  readonly change: ProfileEdit;
  /** What the edit writes. */
  readonly pieces: readonly Piece[];
}

/** Either all is written, and the operation stands in the log, or nothing is, and this is what refused. */
export type Recorded =
  | { readonly result: 'WRITTEN'; readonly operation: Operation }
  | { readonly result: 'REFUSED'; readonly by: readonly string[] };

/**
 * Writes an edit of a profile together with the operation that records it: it has ended when it is accepted, and is open
 * only until it is announced.
 */
export async function recordEdit(env: Environment, edit: Edit): Promise<Recorded> {
  const { rootId, actor, change, pieces } = edit;
  const own = new Set(pieces.map(({ name }) => name));
  const id = env.newId();
  const page = { operationId: id, pageId: END_PAGE, rootId, requestId: env.requestId ?? id };
  const recorded = await untilWritten(env, 'recording an edit', async (): Promise<Recorded | undefined> => {
    const sequence = (await readSequence(env.table, rootId)) + 1;
    const now = env.clock.now();
    const operation: Operation = {
      id,
      rootId,
      sequence,
      change,
      actor,
      status: 'SUCCEEDED',
      createdAt: now,
      finishedAt: now,
      projectIds: [],
      groupIds: [],
      pagesKnown: 0,
      pagesDone: 0,
      handOvers: 0,
      totals: NO_TOTALS,
      repeats: 0,
    };
    const written = await transact(env.table, [
      ...pieces,
      drawSequence(rootId, sequence),
      ...createOperation(operation),
      openPage({ ...page, start: { projectIds: [] }, since: now, resends: 0 }),
    ]);
    if (written.result === 'WRITTEN') return { result: 'WRITTEN', operation };
    const by = written.by.filter((name) => own.has(name));
    return by.length > 0 ? { result: 'REFUSED', by } : undefined;
  });
  if (recorded.result === 'WRITTEN') await sendOrLeave(env, [page]);
  return recorded;
}

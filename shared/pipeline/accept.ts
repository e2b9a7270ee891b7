import { type Change, NO_TOTALS, type Operation } from '../domain/operation.ts';
import type { Environment } from '../environment/environment.ts';
import { createOperation, drawSequence, readSequence } from '../storage/operations.ts';
import { END_PAGE, GROUPS_PAGE, NAMED_PAGE, type OpenPage, openPage } from '../storage/pages.ts';
import { type Piece, transact } from '../storage/write.ts';
import { untilWritten } from './retry.ts';

/** What is asked of the projects of a target, all of which belong to one root. */
export interface Request {
  readonly id: string;
  readonly rootId: number;
  readonly change: Change;
  readonly actor: string;
  readonly projectIds: readonly number[];
  readonly groupIds: readonly number[];
  readonly followUpOf?: string | undefined;
}

/** The operation as it will stand, its first pages, and the writes that make both: one transaction, or part of one. */
export interface Acceptance {
  readonly operation: Operation;
  readonly pages: readonly OpenPage[];
  readonly pieces: readonly Piece[];
}

/** Composes the acceptance of a request under a sequence number of its root. */
export function acceptance(request: Request, sequence: number, now: number): Acceptance {
  const { id: operationId, rootId, projectIds, groupIds } = request;
  const opened = { operationId, rootId, since: now, resends: 0 };
  const pages: OpenPage[] = [];
  if (projectIds.length > 0) pages.push({ ...opened, pageId: NAMED_PAGE, start: { projectIds } });
  if (groupIds.length > 0) {
    pages.push({
      ...opened,
      pageId: GROUPS_PAGE,
      start: { frontier: groupIds.map((groupId) => ({ groupId, level: 0 })) },
    });
  }
  const operation: Operation = {
    ...request,
    sequence,
    status: 'PENDING',
    createdAt: now,
    pagesKnown: pages.length,
    pagesDone: 0,
    handOvers: 0,
    totals: NO_TOTALS,
  };
  const end: OpenPage = { ...opened, pageId: END_PAGE, start: { projectIds: [] } };
  return { operation, pages, pieces: [...createOperation(operation), ...[...pages, end].map(openPage)] };
}

/**
 * Accepts an operation: from here on it ends, whatever dies. Its sequence number, drawn in the same transaction, is its
 * place among all operations of its root.
 */
export async function accept(
  env: Pick<Environment, 'table' | 'clock' | 'random'>,
  request: Request,
): Promise<Acceptance> {
  return untilWritten(env, 'accepting an operation', async () => {
    const sequence = (await readSequence(env.table, request.rootId)) + 1;
    const accepted = acceptance(request, sequence, env.clock.now());
    const { result } = await transact(env.table, [
      drawSequence(request.rootId, sequence),
      ...accepted.pieces,
    ]);
    return result === 'WRITTEN' ? accepted : undefined;
  });
}

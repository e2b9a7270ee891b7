import type { Registration } from '../domain/changes/decision.ts';
import { type Change, NO_TOTALS, type Operation, type Source } from '../domain/operation.ts';
import type { Environment } from '../environment/environment.ts';
import { createOperation, drawSequence, readSequence } from '../storage/operations.ts';
import {
  END_PAGE,
  GROUPS_PAGE,
  NAMED_PAGE,
  type OpenPage,
  openPage,
  type PageStart,
} from '../storage/pages.ts';
import { listRegistrations, registerOperation } from '../storage/registrations.ts';
import { type Piece, transact } from '../storage/write.ts';
import { lacksProfiles, withProfiles } from './profiles/missing-profiles.ts';
import { claimOf, findClaimed, findNewest, type Idempotency } from './repetition.ts';
import { untilWritten } from './retry.ts';
import type { Settled } from './settle.ts';

/** What is asked of the projects of a target, all of which belong to one root. */
export interface Request {
  readonly id: string;
  readonly rootId: number;
  readonly change: Change;
  readonly actor: string;
  readonly projectIds: readonly number[];
  readonly groupIds: readonly number[];
  readonly followUpOf?: string | undefined;
  readonly dryRun?: boolean | undefined;
  /** The projects come from the records of another operation; the ids above are its target. */
  readonly source?: Source | undefined;
  readonly failureThresholdPercent?: number | undefined;
  readonly expectedProjects?: number | undefined;
}

/** The operation as it will stand, its first pages, and the writes that make both: one transaction, or part of one. */
export interface Acceptance {
  readonly operation: Operation;
  readonly pages: readonly OpenPage[];
  /** Stands for the operation itself. */
  readonly end: OpenPage;
  readonly pieces: readonly Piece[];
}

/**
 * Composes the acceptance of a request under a sequence number of its root. `requestId` is that of the environment; what
 * nobody asked for is followed under its own id.
 */
export function acceptance(
  request: Request,
  sequence: number,
  now: number,
  requestId: string = request.id,
): Acceptance {
  const { id: operationId, rootId } = request;
  const opened = { operationId, rootId, since: now, resends: 0, requestId };
  const pages = startsOf(request).map(([pageId, start]): OpenPage => ({ ...opened, pageId, start }));
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
  const pieces = [
    ...createOperation(operation),
    registerOperation(operation, isBulk(request)),
    ...[...pages, end].map(openPage),
  ];
  return { operation, pages, end, pieces };
}

function startsOf({ source, projectIds, groupIds }: Request): readonly (readonly [string, PageStart])[] {
  if (source) return [[GROUPS_PAGE, { frontier: [{ ...source }] }]];
  const groups = groupIds.map((groupId) => ({ groupId, level: 0 }));
  return [
    ...(projectIds.length > 0 ? [[NAMED_PAGE, { projectIds }] as const] : []),
    ...(groups.length > 0 ? [[GROUPS_PAGE, { frontier: groups }] as const] : []),
  ];
}

/** Asked for by somebody, and done through the queue. */
function isBulk({ change, followUpOf, source, groupIds }: Request): boolean {
  if (change.kind === 'REHOME' || followUpOf !== undefined) return false;
  return source !== undefined || groupIds.length > 0;
}

/** Operations that go through the queue for one root at once, at most. */
export const MAXIMUM_RUNNING = 20;

/** EXISTING: what was asked for is being done, or was, under the same key. */
export type Accepted =
  | {
      readonly result: 'ACCEPTED';
      readonly acceptance: Acceptance;
      /** Where it has ended with the acceptance. */
      readonly settled: Settled | undefined;
    }
  | { readonly result: 'EXISTING'; readonly operation: Operation }
  | { readonly result: 'IDEMPOTENCY_CONFLICT' }
  | { readonly result: 'TOO_MANY_OPERATIONS'; readonly running: readonly string[] };

/** What was to be written with the acceptance was refused: nothing was accepted. */
export interface Overtaken {
  readonly result: 'OVERTAKEN';
}

/** What a root knew before an operation of it is accepted. */
export interface Look {
  /** The number that it drew last. The rest was read after it, so that it still holds when the next one is drawn. */
  readonly sequence: number;
  readonly registered: readonly Registration[];
  /** What was asked for under the same key. */
  readonly claimed: Awaited<ReturnType<typeof findClaimed>>;
  /** Ends the operation with its acceptance, by what was seen. */
  readonly settle?: ((accepted: Acceptance) => Settled | undefined) | undefined;
}

/** What comes with the acceptance. */
export interface Acceptances {
  readonly idempotency?: Idempotency | undefined;
  /** Where somebody has looked already. */
  readonly look?: Look | undefined;
  /** Written in the same transaction, or else nothing is accepted. */
  readonly besides?: readonly Piece[] | undefined;
}

/**
 * Accepts an operation: from here on it ends, whatever dies. Its sequence number, drawn in the same transaction, is its
 * place among all operations of its root; what is read before still holds when it is drawn.
 */
export async function accept(
  env: Pick<Environment, 'table' | 'clock' | 'random' | 'log' | 'requestId'>,
  asked: Request,
  { idempotency, look, besides = [] }: Acceptances = {},
): Promise<Accepted | Overtaken> {
  let request = asked;
  let known = look;
  return untilWritten(env, 'accepting an operation', async (): Promise<Accepted | Overtaken | undefined> => {
    const seen = known ?? (await lookAt(env, request, idempotency));
    known = undefined;
    const { sequence: before, registered, claimed } = seen;
    if (claimed) return claimed;
    const now = env.clock.now();
    const running = registered.filter(({ endedAt }) => endedAt === undefined);
    const bulk = running.filter((other) => other.bulk).map(({ operationId }) => operationId);
    const isTooMany = isBulk(request) && bulk.length >= MAXIMUM_RUNNING;
    if (!request.dryRun && lacksProfiles(request.change)) {
      // What is refused leaves nothing behind. Nobody else can be making the same change with a profile that is not there.
      if (isTooMany) return { result: 'TOO_MANY_OPERATIONS', running: bulk };
      request = { ...request, change: await withProfiles(env, request.rootId, request.change) };
    }
    const newest = await findNewest(env, request, running, before);
    if (newest) {
      const claim = claimOf(request.actor, idempotency, newest.id, now);
      const { result } = claim.length > 0 ? await transact(env.table, claim) : { result: 'WRITTEN' };
      return result === 'WRITTEN' ? { result: 'EXISTING', operation: newest } : undefined;
    }
    if (isTooMany) return { result: 'TOO_MANY_OPERATIONS', running: bulk };
    const accepted = acceptance(request, before + 1, now, env.requestId);
    const settled = seen.settle?.(accepted);
    const written = await transact(env.table, [
      drawSequence(request.rootId, before + 1),
      ...(settled ?? accepted).pieces,
      ...claimOf(request.actor, idempotency, request.id, now),
      ...besides,
    ]);
    if (written.result === 'WRITTEN') return { result: 'ACCEPTED', acceptance: accepted, settled };
    return besides.some(({ name }) => written.by.includes(name)) ? { result: 'OVERTAKEN' } : undefined;
  });
}

async function lookAt(
  env: Pick<Environment, 'table' | 'clock'>,
  { rootId, actor }: Request,
  idempotency: Idempotency | undefined,
): Promise<Look> {
  const sequence = await readSequence(env.table, rootId);
  const [registered, claimed] = await Promise.all([
    listRegistrations(env.table, rootId, env.clock.now()),
    idempotency && findClaimed(env, actor, idempotency),
  ]);
  return { sequence, registered, claimed };
}

import { deletionBy, hasEnded, isProfileEdit, type Operation } from '../domain/operation.ts';
import type { Environment } from '../environment/environment.ts';
import type { EventBus, EventEntry } from '../environment/event-bus.ts';
import { claimProgress } from '../storage/operation-progress.ts';
import { type PageRecord, readPage } from '../storage/page-records.ts';
import {
  closePage,
  END_PAGE,
  GROUPS_PAGE,
  lookAgainAt,
  NAMED_PAGE,
  type PageName,
} from '../storage/pages.ts';
import { REGISTERED_AFTER_END } from '../storage/registrations.ts';
import { type Piece, transact } from '../storage/write.ts';
import {
  attachmentEvents,
  finishedEvent,
  profileEvent,
  progressedEvent,
  startedEvent,
} from './operation-events.ts';

interface Env extends Pick<Environment, 'table' | 'clock'> {
  readonly events: EventBus;
}

/** Milliseconds between two announcements of an operation's progress, at least. */
const PROGRESS_INTERVAL = 10_000;

/** A page that is left to be announced, with what it did where that has just been recorded. */
export interface LeftToAnnounce extends PageName {
  readonly record?: Pick<PageRecord, 'effects' | 'doneAt'> | undefined;
}

/** What is published, and what is written once it is out. */
interface Announcement {
  readonly entries: readonly EventEntry[];
  readonly settled: Piece;
}

/**
 * Publishes what pages that are done did, or that the operation has ended, and only then forgets that it was to be
 * published: who dies in between leaves it to the next one, so that every event goes out at least once.
 */
export async function announce(
  env: Env,
  operation: Operation,
  pages: readonly LeftToAnnounce[],
): Promise<void> {
  const found = await Promise.all(
    pages.map(async (page) => (page.pageId === END_PAGE ? ofEnd(operation) : ofPage(env, operation, page))),
  );
  const announcements = found.filter((one) => one !== undefined);
  if (announcements.length === 0) return;
  const entries = announcements.flatMap((one) => one.entries);
  const settled = announcements.map((one) => one.settled);
  if (entries.length > 0) await env.events.publish(entries);
  await transact(env.table, settled);
}

/** Undefined where it has not ended. */
function ofEnd(operation: Operation): Announcement | undefined {
  const { id, change, finishedAt } = operation;
  if (!hasEnded(operation) || finishedAt === undefined) return undefined;
  if (isProfileEdit(change))
    return { entries: [profileEvent(operation, change)], settled: closePage(id, END_PAGE) };
  const deletion = deletionBy(operation);
  const deleted = deletion ? [profileEvent(operation, deletion)] : [];
  return {
    entries: [finishedEvent(operation), ...deleted],
    settled: lookAgainAt(id, finishedAt + REGISTERED_AFTER_END),
  };
}

async function ofPage(
  env: Env,
  operation: Operation,
  { pageId, record: recorded }: LeftToAnnounce,
): Promise<Announcement> {
  const record = recorded ?? (await readPage(env.table, operation.id, pageId));
  const entries: EventEntry[] = [];
  if (pageId === firstPageOf(operation)) entries.push(startedEvent(operation));
  if (record && !operation.dryRun)
    entries.push(...attachmentEvents(operation, pageId, record.effects, record.doneAt ?? 0));
  if (await mayAnnounceProgress(env, operation)) entries.push(progressedEvent(operation, env.clock.now()));
  return { entries, settled: closePage(operation.id, pageId) };
}

/** The page with which the operation is announced as started. */
function firstPageOf({ projectIds, source }: Operation): string {
  return projectIds.length > 0 && source === undefined ? NAMED_PAGE : GROUPS_PAGE;
}

/** Once in an interval, and never of an operation that ends within the first one. */
async function mayAnnounceProgress(env: Env, operation: Operation): Promise<boolean> {
  const now = env.clock.now();
  const before = now - PROGRESS_INTERVAL;
  if (hasEnded(operation) || (operation.progressedAt ?? operation.createdAt) > before) return false;
  const { result } = await transact(env.table, [claimProgress(operation.id, before, now)]);
  return result === 'WRITTEN';
}

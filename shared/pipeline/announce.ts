import { deletionBy, hasEnded, isProfileEdit, type Operation } from '../domain/operation.ts';
import type { Environment } from '../environment/environment.ts';
import type { EventBus, EventEntry } from '../environment/event-bus.ts';
import { claimProgress } from '../storage/operation-progress.ts';
import { readPage } from '../storage/page-records.ts';
import {
  closePage,
  END_PAGE,
  GROUPS_PAGE,
  lookAgainAt,
  NAMED_PAGE,
  type PageName,
} from '../storage/pages.ts';
import { REGISTERED_AFTER_END } from '../storage/registrations.ts';
import { transact } from '../storage/write.ts';
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

/**
 * Publishes what a page that is done did, or that the operation has ended, and only then forgets that it was to be
 * published: who dies in between leaves it to the next one, so that every event goes out at least once.
 */
export async function announce(env: Env, operation: Operation, { pageId }: PageName): Promise<void> {
  if (pageId === END_PAGE) {
    const { finishedAt } = operation;
    if (!hasEnded(operation) || finishedAt === undefined) return;
    if (isProfileEdit(operation.change)) {
      await env.events.publish([profileEvent(operation, operation.change)]);
      await transact(env.table, [closePage(operation.id, pageId)]);
      return;
    }
    const deletion = deletionBy(operation);
    const entries = deletion ? [profileEvent(operation, deletion)] : [];
    await env.events.publish([finishedEvent(operation), ...entries]);
    await transact(env.table, [lookAgainAt(operation.id, finishedAt + REGISTERED_AFTER_END)]);
    return;
  }
  const record = await readPage(env.table, operation.id, pageId);
  const entries: EventEntry[] = [];
  if (pageId === firstPageOf(operation)) entries.push(startedEvent(operation));
  if (record && !operation.dryRun)
    entries.push(...attachmentEvents(operation, pageId, record.effects, record.doneAt ?? 0));
  if (await mayAnnounceProgress(env, operation)) entries.push(progressedEvent(operation, env.clock.now()));
  if (entries.length > 0) await env.events.publish(entries);
  await transact(env.table, [closePage(operation.id, pageId)]);
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

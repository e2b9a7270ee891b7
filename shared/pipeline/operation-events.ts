import { createHash } from 'node:crypto';
import type { Operation, ProfileDeletion, ProfileEdit } from '../domain/operation.ts';
import type { ProfileVersion } from '../domain/profile.ts';
import type { EventEntry } from '../environment/event-bus.ts';
import { EVENTS_OUT } from '../names.ts';

/** Of the JSON of these events. Fields may be added under the same version, never changed or taken away. */
const VERSION = 1;

/** Project ids of one event: with ids of sixteen digits some 85 KB of the 256 KB that an event may have. */
const PROJECTS_PER_EVENT = 5_000;

/** Ids of the profiles that an operation put on a project, and of those that it took off it. */
export interface ProfileChanges {
  readonly made: readonly number[];
  readonly removed: readonly number[];
}

type Announced = Pick<Operation, 'id' | 'rootId' | 'change' | 'actor' | 'createdAt' | 'dryRun'>;
type Measured = Announced & Pick<Operation, 'totals' | 'pagesKnown' | 'pagesDone'>;

/** Its time is the acceptance, whenever it is published. */
export function startedEvent(operation: Announced): EventEntry {
  return event(EVENTS_OUT.operationStarted, operation, operation.createdAt, {});
}

/** @param now epoch milliseconds */
export function progressedEvent(operation: Measured, now: number): EventEntry {
  return event(EVENTS_OUT.operationProgressed, operation, now, measures(operation));
}

/** Throws if the operation has not ended. */
export function finishedEvent(operation: Measured & Pick<Operation, 'status' | 'finishedAt'>): EventEntry {
  const { id, status, finishedAt } = operation;
  if (finishedAt === undefined) throw new Error(`operation ${id} has not ended`);
  return event(EVENTS_OUT.operationFinished, operation, finishedAt, { status, ...measures(operation) });
}

/** What became of a profile, with what there was before and after. Its time is that of the edit, or the deletion's end. */
export function profileEvent(
  operation: Announced & Pick<Operation, 'finishedAt'>,
  change: ProfileEdit | ProfileDeletion,
): EventEntry {
  const { kind, profileId, scanType } = change;
  return event(PROFILE_EVENTS[kind], operation, operation.finishedAt ?? operation.createdAt, {
    profile_id: profileId,
    scan_type: scanType,
    ...('before' in change ? { before: told(change.before) } : {}),
    ...('after' in change ? { after: told(change.after) } : {}),
  });
}

const PROFILE_EVENTS = {
  CREATE_PROFILE: EVENTS_OUT.profileCreated,
  UPDATE_PROFILE: EVENTS_OUT.profileUpdated,
  DELETE_PROFILE: EVENTS_OUT.profileDeleted,
} as const;

/** Without configurations, which may be too large for an event: the operation has them. */
function told({ name, description, triggers, lockVersion }: ProfileVersion): Record<string, unknown> {
  return { name, description, triggers, lock_version: lockVersion };
}

/**
 * What the operation did to the projects of a page: one event for each combination of profiles, with all the projects
 * that it came about on. A project on which nothing changed is in none. The same effects give the same events.
 *
 * @param effects by project id
 * @param now epoch milliseconds
 */
export function attachmentEvents(
  operation: Announced,
  pageId: string,
  effects: ReadonlyMap<number, ProfileChanges>,
  now: number,
): readonly EventEntry[] {
  return combinations(effects).flatMap(({ made, removed, projectIds }) => {
    const profiles = {
      profile_ids: made.length > 0 ? made : removed,
      ...(made.length > 0 && removed.length > 0 && { replaced_profile_ids: removed }),
    };
    return chunks(projectIds, PROJECTS_PER_EVENT).map((project_ids) =>
      event(detailTypeOf(made, removed), operation, now, { page_id: pageId, ...profiles, project_ids }),
    );
  });
}

function detailTypeOf(made: readonly number[], removed: readonly number[]): string {
  if (removed.length === 0) return EVENTS_OUT.attached;
  return made.length === 0 ? EVENTS_OUT.detached : EVENTS_OUT.replaced;
}

interface Combination extends ProfileChanges {
  readonly projectIds: number[];
}

/** Projects by what changed on them, everything in the order of ids. */
function combinations(effects: ReadonlyMap<number, ProfileChanges>): readonly Combination[] {
  const found = new Map<string, Combination>();
  for (const [projectId, effect] of [...effects].toSorted(([one], [other]) => one - other)) {
    const [made, removed] = [ordered(effect.made), ordered(effect.removed)];
    if (made.length === 0 && removed.length === 0) continue;
    const key = `${made.join()}|${removed.join()}`;
    const combination = found.get(key) ?? { made, removed, projectIds: [] };
    combination.projectIds.push(projectId);
    found.set(key, combination);
  }
  return [...found.values()];
}

function ordered(ids: readonly number[]): readonly number[] {
  return ids.toSorted((one, other) => one - other);
}

function chunks<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

function measures({ totals, pagesKnown, pagesDone }: Measured): Record<string, unknown> {
  const { applied, unchanged, skipped, failed } = totals;
  return {
    totals: { projects: applied + unchanged + skipped + failed, applied, unchanged, skipped, failed },
    pages_known: pagesKnown,
    pages_done: pagesDone,
  };
}

function event(
  detailType: string,
  { id, rootId, change, actor, createdAt, dryRun }: Announced,
  time: number,
  own: Record<string, unknown>,
): EventEntry {
  const said = {
    version: VERSION,
    operation_id: id,
    kind: change.kind,
    root_namespace_id: rootId,
    actor,
    accepted_at: new Date(createdAt).toISOString(),
    dry_run: dryRun ?? false,
    ...own,
  };
  const occurred_at = new Date(time).toISOString();
  return { detailType, detail: { event_id: idOf(detailType, said), occurred_at, ...said } };
}

/**
 * The same for events that say the same, whenever they are published: a page that is run again may find that it did
 * more than the first run could tell of, and that is another event.
 */
function idOf(detailType: string, said: Record<string, unknown>): string {
  return createHash('sha256')
    .update(JSON.stringify([detailType, said]))
    .digest('hex')
    .slice(0, 32);
}

import type { RecordsTaken } from './frontier.ts';
import type { ProfileVersion } from './profile.ts';

/**
 * Whom an attach is for, and what it does with other profiles of the same scan type. APPEND: everybody, and keeps them.
 * SET: everybody, and removes them. REPLACE: who has one of that type, and removes it. FILL_PROFILE_GAPS: who has none.
 * FILL_SCAN_GAPS: who has none, and is not scanned for that by anything else either.
 */
export const ATTACH_MODES = ['APPEND', 'SET', 'REPLACE', 'FILL_PROFILE_GAPS', 'FILL_SCAN_GAPS'] as const;
export type AttachMode = (typeof ATTACH_MODES)[number];

export const OPERATION_STATUSES = [
  'PENDING',
  'RUNNING',
  'SUCCEEDED',
  'PARTIAL',
  'FAILED',
  'CANCELLED',
  'PREVIEWED',
] as const;
export type OperationStatus = (typeof OPERATION_STATUSES)[number];

/** Distinct projects by what was decided about them. */
export interface Totals {
  readonly applied: number;
  readonly unchanged: number;
  readonly skipped: number;
  readonly failed: number;
}

export const NO_TOTALS: Totals = { applied: 0, unchanged: 0, skipped: 0, failed: 0 };

/** A profile of the new root that stands for one of the root that was joined to it. */
export interface Counterpart {
  readonly profileId: number;
  readonly scanType: string;
}

/**
 * An edit of a profile, which changes no project: it has ended when it is accepted. Projects refer to the profile, so that
 * it takes effect for all of them at once.
 */
export type ProfileEdit =
  | {
      readonly kind: 'CREATE_PROFILE';
      readonly profileId: number;
      readonly scanType: string;
      readonly after: ProfileVersion;
    }
  | {
      readonly kind: 'UPDATE_PROFILE';
      readonly profileId: number;
      readonly scanType: string;
      readonly before: ProfileVersion;
      readonly after: ProfileVersion;
    };

/** Takes a profile, which is out of sight already, from all projects of its root. */
export interface ProfileDeletion {
  readonly kind: 'DELETE_PROFILE';
  readonly profileId: number;
  readonly scanType: string;
  readonly before: ProfileVersion;
}

/**
 * The change that an operation makes to every project of its target, or the edit that it records. ATTACH and DETACH are asked for; REHOME is the
 * clean-up after a move to another root; UNDO takes back what another operation did; ADOPT makes again, under the new
 * root, what a re-home took away; DELETE_PROFILE detaches from the whole root what is out of sight already.
 */
export type Change =
  | ProfileEdit
  | ProfileDeletion
  | {
      readonly kind: 'ATTACH';
      readonly profileId: number;
      readonly scanType: string;
      readonly mode: AttachMode;
      /** Where a template was named: the profile is then made when the operation is accepted, unless it is a preview. */
      readonly templateKey?: string | undefined;
    }
  | {
      readonly kind: 'DETACH';
      /** `NO_PROFILE` where a template was named that the root has no profile of: then there is nothing to detach. */
      readonly profileId: number;
      readonly scanType: string;
      readonly templateKey?: string | undefined;
    }
  | { readonly kind: 'REHOME' }
  | {
      readonly kind: 'UNDO';
      readonly of: string;
      /** Profiles that the undone operation named, so that the log finds both. */
      readonly profileIds?: readonly number[] | undefined;
    }
  | {
      readonly kind: 'ADOPT';
      readonly of: string;
      /** By the id of the profile that lapsed. */
      readonly profiles: Readonly<Record<string, Counterpart>>;
    };

export const CHANGE_KINDS = [
  'ATTACH',
  'DETACH',
  'REHOME',
  'UNDO',
  'ADOPT',
  'CREATE_PROFILE',
  'UPDATE_PROFILE',
  'DELETE_PROFILE',
] as const satisfies readonly Change['kind'][];

export function isProfileEdit(change: Change): change is ProfileEdit {
  return change.kind === 'CREATE_PROFILE' || change.kind === 'UPDATE_PROFILE';
}

/** The deletion that an operation is; undefined for any other, and for what only previews, completes or retries one. */
export function deletionBy({
  change,
  dryRun,
  source,
  followUpOf,
}: Pick<Operation, 'change' | 'dryRun' | 'source' | 'followUpOf'>): ProfileDeletion | undefined {
  const isWhole = !dryRun && source === undefined && followUpOf === undefined;
  return change.kind === 'DELETE_PROFILE' && isWhole ? change : undefined;
}

/** Stands for the profile of a template that is not made yet: in previews, and where there is nothing to detach. */
export const NO_PROFILE = 0;

/** Why an operation was told to stop before its end. */
export const STOP_REASONS = ['CANCELLED_BY_USER', 'FAILURE_THRESHOLD'] as const;

/** From here on nothing more is done, only finished. */
export interface Stop {
  readonly reason: (typeof STOP_REASONS)[number];
  /** User id of who cancelled; `system` for the threshold. */
  readonly by: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** The operation whose records say for which projects this one is. */
export interface Source {
  readonly operationId: string;
  readonly take: RecordsTaken;
}

/** A bulk change, as it stands in the log of its root. Times are epoch milliseconds. */
export interface Operation {
  readonly id: string;
  readonly rootId: number;
  /** Position in the log of its root: of two operations the one with the higher number was accepted later. */
  readonly sequence: number;
  readonly change: Change;
  /** User id; `system` for what an event caused. */
  readonly actor: string;
  readonly status: OperationStatus;
  readonly createdAt: number;
  readonly finishedAt?: number | undefined;
  /** What was named: nothing here is ever expanded. */
  readonly projectIds: readonly number[];
  readonly groupIds: readonly number[];
  readonly pagesKnown: number;
  readonly pagesDone: number;
  /** Nodes that moved while it ran and were handed to it: then a project may stand in two pages. */
  readonly handOvers: number;
  readonly totals: Totals;
  /** Set at the end: how many times a project stands in a further page, so that the totals are less than their sum. */
  readonly repeats?: number | undefined;
  /** Set when its pages were sent again in vain: an operator has to look. */
  readonly stalledAt?: number | undefined;
  /** The operation that this one completes, where a moved node reached it only after its end. */
  readonly followUpOf?: string | undefined;
  /** A preview: decides like the operation that it is a preview of, and writes nothing to the projects. */
  readonly dryRun?: boolean | undefined;
  /** Where set, the projects come from the records of another operation, and the target above is only that one's. */
  readonly source?: Source | undefined;
  /** Stops by itself once more than so many per cent of the decided projects failed. 0 to 100. */
  readonly failureThresholdPercent?: number | undefined;
  readonly stop?: Stop | undefined;
  /** How many projects it is going to decide, where something tells. */
  readonly expectedProjects?: number | undefined;
  /** When its progress was last announced. */
  readonly progressedAt?: number | undefined;
}

export function hasEnded(operation: Pick<Operation, 'status'>): boolean {
  return operation.status !== 'PENDING' && operation.status !== 'RUNNING';
}

/** The status as callers see it. */
export function statusOf(operation: Pick<Operation, 'status' | 'stop'>): OperationStatus | 'CANCELLING' {
  return operation.stop && !hasEnded(operation) ? 'CANCELLING' : operation.status;
}

/** SUCCEEDED if no project failed, also if there was none; FAILED if all did. */
export function finalStatus(
  { dryRun, stop }: Pick<Operation, 'dryRun' | 'stop'>,
  totals: Totals,
): OperationStatus {
  if (stop) return 'CANCELLED';
  if (dryRun) return 'PREVIEWED';
  if (totals.failed === 0) return 'SUCCEEDED';
  return totals.applied + totals.unchanged + totals.skipped === 0 ? 'FAILED' : 'PARTIAL';
}

/** The actor of operations that an event caused. */
export const SYSTEM_ACTOR = 'system';

export function decidedProjects({ applied, unchanged, skipped, failed }: Totals): number {
  return applied + unchanged + skipped + failed;
}

/** Whether so many failed that the operation should go no further. */
export function isOverThreshold({
  failureThresholdPercent,
  totals,
}: Pick<Operation, 'failureThresholdPercent' | 'totals'>): boolean {
  if (failureThresholdPercent === undefined) return false;
  return totals.failed * 100 > failureThresholdPercent * decidedProjects(totals);
}

/** Milliseconds for which the record of each single project is kept. */
export const RESULTS_LIFETIME = 30 * 24 * 60 * 60 * 1000;

/** Whether results of an operation may be gone: then it can neither be listed in detail nor be undone. */
export function hasExpired({ createdAt }: Pick<Operation, 'createdAt'>, now: number): boolean {
  return now >= createdAt + RESULTS_LIFETIME;
}

/** Profiles that a change names, by which it is found in the log. */
export function profilesNamedBy(change: Change): readonly number[] {
  switch (change.kind) {
    case 'ATTACH':
    case 'DETACH':
    case 'CREATE_PROFILE':
    case 'UPDATE_PROFILE':
    case 'DELETE_PROFILE':
      return [change.profileId];
    case 'ADOPT':
      return Object.values(change.profiles).map(({ profileId }) => profileId);
    case 'UNDO':
      return change.profileIds ?? [];
    case 'REHOME':
      return [];
  }
}

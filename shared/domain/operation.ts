/** What an attach does with other profiles of the same scan type: APPEND keeps them, SET removes them. */
export const ATTACH_MODES = ['APPEND', 'SET'] as const;
export type AttachMode = (typeof ATTACH_MODES)[number];

export const OPERATION_STATUSES = ['PENDING', 'RUNNING', 'SUCCEEDED', 'PARTIAL', 'FAILED'] as const;
export type OperationStatus = (typeof OPERATION_STATUSES)[number];

/** Distinct projects by what was decided about them. */
export interface Totals {
  readonly applied: number;
  readonly unchanged: number;
  readonly skipped: number;
  readonly failed: number;
}

export const NO_TOTALS: Totals = { applied: 0, unchanged: 0, skipped: 0, failed: 0 };

/**
 * The change that an operation makes to every project of its target. ATTACH and DETACH are asked for; REHOME is the
 * clean-up after a move to another root.
 */
export type Change =
  | {
      readonly kind: 'ATTACH';
      readonly profileId: number;
      readonly scanType: string;
      readonly mode: AttachMode;
    }
  | {
      readonly kind: 'DETACH';
      /** `NO_PROFILE` where a template was named that the root has no profile of: then there is nothing to detach. */
      readonly profileId: number;
      readonly scanType: string;
      readonly templateKey?: string | undefined;
    }
  | { readonly kind: 'REHOME' };

export const NO_PROFILE = 0;

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
  /** Set when its pages were sent again in vain: an operator has to look. */
  readonly stalledAt?: number | undefined;
  /** The operation that this one completes, where a moved node reached it only after its end. */
  readonly followUpOf?: string | undefined;
}

export function hasEnded(operation: Pick<Operation, 'status'>): boolean {
  return operation.status !== 'PENDING' && operation.status !== 'RUNNING';
}

/** SUCCEEDED if no project failed, also if there was none; FAILED if all did. */
export function finalStatus(totals: Totals): OperationStatus {
  if (totals.failed === 0) return 'SUCCEEDED';
  return totals.applied + totals.unchanged + totals.skipped === 0 ? 'FAILED' : 'PARTIAL';
}

/** The actor of operations that an event caused. */
export const SYSTEM_ACTOR = 'system';

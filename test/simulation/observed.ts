/**
 * What a simulated history shows of itself to whoever judges it, besides the writes to the table. It says nothing in the product's
 * own types: the checker shares no code with the product.
 */

/** How many calls to the table, the queues and the bus have been let through so far. */
export type Step = number;

/** A request that changes something, as it was sent. */
export interface Asked {
  readonly kind: 'ASKED';
  readonly at: Step;
  /** Names this one sending: a request that is sent again has a name of its own. */
  readonly request: string;
  readonly actor: string;
  readonly mutation: Mutation;
  readonly idempotencyKey?: string;
}

/** The answer to it; absent where the function crashed or its answer was lost. */
export interface Answered {
  readonly kind: 'ANSWERED';
  readonly at: Step;
  readonly request: string;
  /** HTTP's. */
  readonly status: number;
  /** The last part of the operation's global id. */
  readonly operationId?: string;
  readonly errors: readonly string[];
}

/** What an owner of everything saw attached to a project, by a query that was begun at `from` and answered at `at`. */
export interface ReadSeen {
  readonly kind: 'READ';
  readonly from: Step;
  readonly at: Step;
  readonly project: number;
  /** Numbers of the profiles. */
  readonly visible: readonly number[];
}

/** A change of the tree at its source, when its event is sent. */
export interface TreeEvent {
  readonly kind: 'TREE';
  readonly at: Step;
  readonly node: `group:${number}` | `project:${number}`;
  readonly change: 'CREATE' | 'MOVE' | 'RENAME' | 'DELETE';
  /** Where the node is from then on; null for a top-level group. */
  readonly parentId: number | null;
  /** Epoch milliseconds, strictly growing: what the event says of when it happened. */
  readonly time: number;
}

/** A message that was received too often lies in the dead-letter queue, until an operator has it sent again. */
export interface DeadLettered {
  readonly kind: 'DEAD_LETTER' | 'REDRIVEN';
  readonly at: Step;
  readonly queue: string;
  readonly body: string;
}

/** An event that was published on the bus. */
export interface Published {
  readonly kind: 'PUBLISHED';
  readonly at: Step;
  readonly detailType: string;
  readonly detail: RawItem;
}

export type Mutation =
  | {
      readonly kind: 'ATTACH' | 'DETACH';
      readonly mode?: string;
      /** Its number, or the key of a template. */
      readonly profile: string;
      readonly projectIds: readonly number[];
      readonly groupIds: readonly number[];
      readonly dryRun: boolean;
    }
  | { readonly kind: 'UNDO' | 'RETRY' | 'APPLY' | 'CANCEL' | 'ADOPT'; readonly operationId: string }
  | { readonly kind: 'CREATE_PROFILE'; readonly rootId: number; readonly name: string }
  | { readonly kind: 'UPDATE_PROFILE'; readonly profile: string; readonly name: string }
  | { readonly kind: 'DELETE_PROFILE'; readonly profile: string };

export type Observation = Asked | Answered | ReadSeen | TreeEvent | DeadLettered | Published;

/** An item of the table as it is stored. */
export type RawItem = Readonly<Record<string, unknown>>;

/** One item that a command changed: absent before it was made, absent after it was removed. */
export interface Change {
  readonly PK: string;
  readonly SK: string;
  readonly before: RawItem | undefined;
  readonly after: RawItem | undefined;
}

export interface Violation {
  readonly promise: string;
  readonly step: Step;
  readonly what: string;
}

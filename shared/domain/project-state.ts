/** A profile held by a project. `at` is epoch milliseconds, `by` a user id. */
export interface Attachment {
  /** Sequence number of the operation that made it, in the log of the profile's root. */
  readonly seq: number;
  readonly at: number;
  readonly by: string;
  readonly operationId: string;
  /** The group of the target through which the project got it; it was named itself where there is none. */
  readonly group?: number | undefined;
  /** The operation that made it first, where one that was undone in between had taken it away. */
  readonly origin?: string | undefined;
}

/** What was last decided about a profile (or a scan type) where no attachment can say it. */
export interface Decided {
  readonly seq: number;
  readonly operationId: string;
  /** The root in whose log `seq` counts. */
  readonly rootId: number;
  /** The root in whose log the operation stands, where that is another one: it re-homed the project, which came from `rootId`. */
  readonly logId?: number | undefined;
  /** The attachment that this decision took away. */
  readonly removed?: Attachment | undefined;
  /** Nothing was decided: the operation was stopped before it came to this project. */
  readonly cancelled?: boolean | undefined;
  /** About the profile itself something accepted later had decided; only its scan type was left to be decided. */
  readonly superseded?: boolean | undefined;
}

/**
 * Everything that the rules of a project are decided on, kept as one map under one version, so that a conditional
 * write holds all of them at once. Attachments always belong to `rootId`.
 */
export interface ProjectState {
  readonly version: number;
  /** Null until the first decision about the project. */
  readonly rootId: number | null;
  /** The highest placement version of the chain on which `rootId` was found. Only ever grows. */
  readonly rootVersion: number;
  /** By profile id. At most `MAXIMUM_PROFILES` of profiles that are ACTIVE. */
  readonly attachments: Readonly<Record<string, Attachment>>;
  /** By profile id, `scanTypeKey`, `stopKey` or `pastKey`. */
  readonly decided: Readonly<Record<string, Decided>>;
}

export const MAXIMUM_PROFILES = 10;

export const INITIAL_STATE: ProjectState = {
  version: 0,
  rootId: null,
  rootVersion: 0,
  attachments: {},
  decided: {},
};

/** The key under which a decision about all of a root's profiles of a scan type is kept. */
export function scanTypeKey(rootId: number, scanType: string): string {
  return `TYPE#${rootId}#${scanType}`;
}

/** The key under which a project remembers that an operation was stopped before it came to it. */
export function stopKey(operationId: string): string {
  return `STOP#${operationId}`;
}

/**
 * The key under which a decision that took a profile away is kept beside a later one, for as long as the record of what it
 * did may still be to be made.
 */
export function pastKey(operationId: string, profileId: string): string {
  return `PAST#${operationId}#${profileId}`;
}

/** The profile that a key of `decided` is about; NaN for a key that is about none. */
export function profileOfKey(key: string): number {
  return Number(key.startsWith('PAST#') ? key.slice(key.lastIndexOf('#') + 1) : key);
}

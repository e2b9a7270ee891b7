/** A profile held by a project. `at` is epoch milliseconds, `by` a user id. */
export interface Attachment {
  /** Sequence number of the operation that made it, in the log of the profile's root. */
  readonly seq: number;
  readonly at: number;
  readonly by: string;
  readonly operationId: string;
}

/** What was last decided about a profile (or a scan type) where no attachment can say it. */
export interface Decided {
  readonly seq: number;
  readonly operationId: string;
  /** The root in whose log `seq` counts. */
  readonly rootId: number;
  /** The attachment that this decision took away. */
  readonly removed?: Attachment | undefined;
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
  /** By profile id, or by `scanTypeKey`. */
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

/** The key under which a decision about all profiles of a scan type is kept. */
export function scanTypeKey(scanType: string): string {
  return `TYPE#${scanType}`;
}

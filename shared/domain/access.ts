/**
 * What somebody may do with the scan profiles of a group or project. `read` is the plan's `read_security_profiles`,
 * `apply` its `admin_security_profiles`.
 */
export interface Permissions {
  readonly read: boolean;
  /** Attach and detach; and preview, retry, undo, apply or cancel what did so. */
  readonly apply: boolean;
  readonly create: boolean;
  readonly update: boolean;
  readonly delete: boolean;
  /** Say how a scan ended. */
  readonly report: boolean;
}

/** GitLab's access levels, by the number that its API and the imported members carry. */
export const ACCESS_LEVELS = {
  guest: 10,
  planner: 15,
  reporter: 20,
  securityManager: 25,
  developer: 30,
  maintainer: 40,
  owner: 50,
} as const;

/** GitLab's Minimal Access: a member who sees nothing below. No Access is 0. */
const MINIMAL_ACCESS = 5;

/** Whether this is a level that GitLab gives to members. */
export function isAccessLevel(level: number): boolean {
  return grantedLevel(level) === null || Object.values<number>(ACCESS_LEVELS).includes(level);
}

/** The level that a membership grants: null for those that grant nothing. */
export function grantedLevel(level: number): number | null {
  return level === 0 || level === MINIMAL_ACCESS ? null : level;
}

/** Where somebody is a member, as a located group or project has it. */
interface Levels {
  /** On the group or project itself and on every group above it. */
  readonly levels: readonly number[];
  /** Of these the one on the root. */
  readonly rootLevels: readonly number[];
}

/**
 * The one source of permissions: what `userPermissions` says is what the requests allow. Reading and reporting are asked
 * of the group or project itself, changing of its root. Each is the union over all memberships on the way up: Security
 * Manager is no mere step between Reporter and Developer.
 */
export function permissionsOf({ levels, rootLevels }: Levels): Permissions {
  const read = levels.some((level) => level >= ACCESS_LEVELS.developer || isSecurityManager(level));
  const manage = rootLevels.some((level) => level >= ACCESS_LEVELS.maintainer);
  const apply = manage || rootLevels.some(isSecurityManager);
  return { read, apply, create: manage, update: manage, delete: manage, report: read };
}

function isSecurityManager(level: number): boolean {
  return level === ACCESS_LEVELS.securityManager;
}

/** What is left of permissions to a token that may not change anything. */
export function withoutChanges({ read }: Permissions): Permissions {
  return { read, apply: false, create: false, update: false, delete: false, report: false };
}

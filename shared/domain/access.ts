/** What a member may do with scan profiles. The plan's names. */
export type Ability = 'read_security_profiles' | 'admin_security_profiles';

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

function abilitiesOf(level: number): readonly Ability[] {
  if (level >= ACCESS_LEVELS.maintainer || level === ACCESS_LEVELS.securityManager) {
    return ['read_security_profiles', 'admin_security_profiles'];
  }
  return level >= ACCESS_LEVELS.developer ? ['read_security_profiles'] : [];
}

/** The union over all memberships on the way up: Security Manager is no mere step between Reporter and Developer. */
export function abilities(levels: readonly number[]): ReadonlySet<Ability> {
  return new Set(levels.flatMap(abilitiesOf));
}

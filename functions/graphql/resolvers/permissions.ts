import { abilities } from '../../../shared/domain/access.ts';
import type { Located } from '../../../shared/tree/locate.ts';
import { mayNotReadProfiles } from '../errors/refusals.ts';

/** The plan's abilities under the names by which GitLab's clients ask for them. */
export interface Permissions {
  readonly readSecurityScanProfiles: boolean;
  readonly applySecurityScanProfiles: boolean;
}

/** Reading is asked of the group or project itself, changing of its root. */
export function permissionsOf({ levels, rootLevels }: Pick<Located, 'levels' | 'rootLevels'>): Permissions {
  return {
    readSecurityScanProfiles: abilities(levels).has('read_security_profiles'),
    applySecurityScanProfiles: abilities(rootLevels).has('admin_security_profiles'),
  };
}

/** Throws, which makes the field null with an error, where the caller may not read profiles here. */
export function assertMayReadProfiles(located: Pick<Located, 'levels' | 'rootLevels'>): void {
  if (!permissionsOf(located).readSecurityScanProfiles) throw mayNotReadProfiles();
}

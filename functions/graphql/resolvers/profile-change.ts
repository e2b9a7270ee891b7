import type { ProfileVersion } from '../../../shared/domain/profile.ts';
import { configuration } from '../configurations/settings.ts';
import type { ScanProfileVersionResolvers } from '../generated/resolver-types.ts';
import type { OperationParent, VersionParent } from '../parents.ts';

/** What an operation made of a profile; null for those that change attachments alone. */
export function profileChangeOf({
  change,
}: OperationParent): { before: VersionParent | null; after: VersionParent | null } | null {
  switch (change.kind) {
    case 'CREATE_PROFILE':
    case 'UPDATE_PROFILE':
    case 'DELETE_PROFILE': {
      const version = (found: ProfileVersion | undefined): VersionParent | null =>
        found ? { id: change.profileId, ...found } : null;
      return {
        before: version('before' in change ? change.before : undefined),
        after: version('after' in change ? change.after : undefined),
      };
    }
    case 'ATTACH':
    case 'DETACH':
    case 'REHOME':
    case 'UNDO':
    case 'ADOPT':
      return null;
  }
}

export const profileVersion: Pick<Required<ScanProfileVersionResolvers>, 'configuration'> = {
  configuration: async (parent, _args, { loaders }) => configuration(parent, loaders),
};

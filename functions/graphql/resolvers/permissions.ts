import { permissionsOf, withoutChanges } from '../../../shared/domain/access.ts';
import type { Located } from '../../../shared/tree/locate.ts';
import type { RequestContext } from '../context.ts';
import { mayNotReadProfiles } from '../errors/refusals.ts';
import type { GroupPermissions } from '../generated/resolver-types.ts';

/** What the caller may do, under the names by which GitLab's clients ask for it. */
export function userPermissions(
  located: Located,
  _args: object,
  { caller }: Pick<RequestContext, 'caller'>,
): Required<Omit<GroupPermissions, '__typename'>> {
  const permissions = permissionsOf(located);
  const {
    read,
    create,
    update,
    delete: remove,
    apply,
  } = caller.mayWrite ? permissions : withoutChanges(permissions);
  return {
    readSecurityScanProfiles: read,
    createSecurityScanProfiles: create,
    updateSecurityScanProfiles: update,
    deleteSecurityScanProfiles: remove,
    applySecurityScanProfiles: apply,
  };
}

/** Throws, which makes the field null with an error, where the caller may not read profiles here. */
export function assertMayReadProfiles(located: Located): void {
  if (!permissionsOf(located).read) throw mayNotReadProfiles();
}

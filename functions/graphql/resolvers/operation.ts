import { abilities } from '../../../shared/domain/access.ts';
import { NO_PROFILE } from '../../../shared/domain/operation.ts';
import { findTemplate } from '../../../shared/domain/scan-types.ts';
import { readOperation } from '../../../shared/storage/operations.ts';
import type { RequestContext } from '../context.ts';
import type { QueryResolvers, SecurityScanProfileOperationResolvers } from '../generated/resolver-types.ts';
import type { OperationParent, ProfileParent } from '../parents.ts';
import { removalsOf } from './removals.ts';

/** Ids of operations begin with a ULID; one that completes another for a node that moved says which. */
const OPERATION_ID = /^[0-9A-HJKMNP-TV-Z]{26}(-(group|project)-\d+-\d+)*$/;

/** Longer texts would not even make a key of the table. */
const MAXIMUM_ID = 500;

export const operationQueries: Required<Pick<QueryResolvers, 'securityScanProfileOperation'>> = {
  async securityScanProfileOperation(_parent, { id }, { environment, loaders }) {
    const isId = id.length <= MAXIMUM_ID && OPERATION_ID.test(id);
    const found = isId ? await readOperation(environment.table, id) : undefined;
    const root = found && (await loaders.group(found.rootId));
    return root && abilities(root.levels).has('read_security_profiles') ? found : null;
  },
};

export const operation: Required<SecurityScanProfileOperationResolvers> = {
  id: ({ id }) => id,
  kind: ({ change }) => change.kind,
  status: ({ status }) => status,
  createdAt: ({ createdAt }) => createdAt,
  finishedAt: ({ finishedAt }) => finishedAt ?? null,
  actor: ({ actor }) => ({ id: actor }),
  profile: async (parent, _args, context) => (await profileOf(parent, context)) ?? null,
  totals: ({ totals }) => ({
    projects: totals.applied + totals.unchanged + totals.skipped + totals.failed,
    ...totals,
  }),
  removals: removalsOf,
};

async function profileOf(
  { change, rootId }: OperationParent,
  { loaders }: Pick<RequestContext, 'loaders'>,
): Promise<ProfileParent | undefined> {
  if (change.kind === 'REHOME') return undefined;
  if (change.profileId === NO_PROFILE) {
    return change.kind === 'DETACH' ? findTemplate(change.templateKey ?? '') : undefined;
  }
  const [profile] = await loaders.activeProfiles(rootId, [change.profileId]);
  return profile;
}

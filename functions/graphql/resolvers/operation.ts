import { permissionsOf } from '../../../shared/domain/access.ts';
import { decidedProjects, NO_PROFILE, statusOf } from '../../../shared/domain/operation.ts';
import { findTemplate } from '../../../shared/domain/scan-types/templates.ts';
import type { RequestContext } from '../context.ts';
import type { QueryResolvers, SecurityScanProfileOperationResolvers } from '../generated/resolver-types.ts';
import type { OperationParent, ProfileParent, ProfileReference } from '../parents.ts';
import { profileChangeOf } from './profile-change.ts';
import { removalsOf } from './removals.ts';
import { resultsOf } from './results.ts';

export const operationQueries: Required<Pick<QueryResolvers, 'securityScanProfileOperation'>> = {
  securityScanProfileOperation: async (_parent, { id }, { loaders }) => readableOperation(id, loaders),
};

/** An operation for who may read the profiles of its root; null for all others, as if there were none. */
export async function readableOperation(
  id: string | undefined,
  loaders: RequestContext['loaders'],
): Promise<OperationParent | null> {
  const found = id === undefined ? undefined : await loaders.operation(id);
  const root = found && (await loaders.group(found.rootId, []));
  return root && permissionsOf(root).read ? found : null;
}

export const operation: Required<SecurityScanProfileOperationResolvers> = {
  id: ({ id }) => id,
  kind: ({ change }) => change.kind,
  status: statusOf,
  createdAt: ({ createdAt }) => createdAt,
  finishedAt: ({ finishedAt }) => finishedAt ?? null,
  actor: ({ actor }) => ({ id: actor }),
  profile: async (parent, _args, { loaders }) => (await profileOf(parent, loaders)) ?? null,
  profileId: ({ change }) => referenceOf(change),
  profileChange: profileChangeOf,
  mode: ({ change }) => (change.kind === 'ATTACH' ? change.mode : null),
  dryRun: ({ dryRun }) => dryRun ?? false,
  projectIds: ({ projectIds }) => projectIds,
  groupIds: ({ groupIds }) => groupIds,
  totals: ({ totals }) => ({ projects: decidedProjects(totals), ...totals }),
  expectedProjects: ({ expectedProjects }) => expectedProjects ?? null,
  progress: ({ pagesKnown, pagesDone }) => ({ pagesKnown, pagesDone }),
  failureThresholdPercent: ({ failureThresholdPercent }) => failureThresholdPercent ?? null,
  stopReason: ({ stop }) => stop?.reason ?? null,
  stoppedBy: ({ stop }) => (stop ? { id: stop.by } : null),
  stalled: ({ stalledAt }) => stalledAt !== undefined,
  undoOf: async ({ change }, _args, { loaders }) =>
    readableOperation(change.kind === 'UNDO' ? change.of : undefined, loaders),
  retryOf: async ({ source }, _args, { loaders }) =>
    readableOperation(source?.take === 'FAILED' ? source.operationId : undefined, loaders),
  previewOf: async ({ source }, _args, { loaders }) =>
    readableOperation(source?.take === 'ALL' ? source.operationId : undefined, loaders),
  adoptOf: async ({ change }, _args, { loaders }) =>
    readableOperation(change.kind === 'ADOPT' ? change.of : undefined, loaders),
  followUpOf: async ({ followUpOf }, _args, { loaders }) => readableOperation(followUpOf, loaders),
  removals: removalsOf,
  results: resultsOf,
};

/** A profile that is not made yet is called by its template. */
function referenceOf(change: OperationParent['change']): ProfileReference | null {
  if (!('profileId' in change)) return null;
  if (change.profileId !== NO_PROFILE) return { id: change.profileId };
  return 'templateKey' in change && change.templateKey !== undefined
    ? { template: change.templateKey }
    : null;
}

async function profileOf(
  { change, rootId }: OperationParent,
  loaders: RequestContext['loaders'],
): Promise<ProfileParent | undefined> {
  if (!('profileId' in change)) return undefined;
  if (change.profileId === NO_PROFILE)
    return findTemplate('templateKey' in change ? (change.templateKey ?? '') : '');
  const [profile] = await loaders.activeProfiles(rootId, [change.profileId]);
  return profile;
}

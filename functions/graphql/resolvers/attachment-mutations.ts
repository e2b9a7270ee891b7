import type { AttachMode } from '../../../shared/domain/operation.ts';
import { MAXIMUM_PROFILES } from '../../../shared/domain/project-state.ts';
import { type Failure, MAXIMUM_IDS, requestAttachment } from '../../../shared/pipeline/request.ts';
import { fullPathOf } from '../../../shared/tree/locate.ts';
import type { RequestContext } from '../context.ts';
import { badInput, idempotencyConflict, noAccess, tooManyOperations } from '../errors/refusals.ts';
import type {
  AttachSecurityScanProfileInput,
  DetachSecurityScanProfileInput,
  MutationResolvers,
} from '../generated/resolver-types.ts';
import type { PayloadParent } from '../parents.ts';
import { globalId } from '../scalars/global-id.ts';
import { changeOptions } from './change-options.ts';

/** The same under all four names, but for the mode. */
type Input = AttachSecurityScanProfileInput | DetachSecurityScanProfileInput;

export const attachmentMutations: Required<
  Pick<
    MutationResolvers,
    | 'attachSecurityScanProfile'
    | 'securityScanProfileAttach'
    | 'detachSecurityScanProfile'
    | 'securityScanProfileDetach'
  >
> = {
  attachSecurityScanProfile: async (_parent, { input }, context) =>
    change('ATTACH', input.mode ?? 'APPEND', input, context),
  securityScanProfileAttach: async (_parent, { input }, context) =>
    change('ATTACH', input.mode ?? 'SET', input, context),
  detachSecurityScanProfile: async (_parent, { input }, context) =>
    change('DETACH', 'APPEND', input, context),
  securityScanProfileDetach: async (_parent, { input }, context) =>
    change('DETACH', 'APPEND', input, context),
};

/** Throws what refuses the whole call, in GitLab's words; answers what happened to single projects. */
async function change(
  kind: 'ATTACH' | 'DETACH',
  mode: AttachMode,
  input: Input,
  context: RequestContext,
): Promise<PayloadParent> {
  const {
    environment,
    caller: { userId },
    deadline,
  } = context;
  const answer = await requestAttachment(environment, {
    kind,
    mode,
    actor: userId,
    profile: input.securityScanProfileId,
    projectIds: input.projectIds ?? [],
    groupIds: input.groupIds ?? [],
    ...changeOptions(input),
    deadline,
  });
  switch (answer.result) {
    case 'DENIED':
      throw noAccess();
    case 'TOO_MANY_IDS':
      throw badInput(`Too many ids (maximum: ${MAXIMUM_IDS})`);
    case 'DIFFERENT_ROOTS':
      throw badInput('All items should belong to the same root namespace');
    case 'IDEMPOTENCY_CONFLICT':
      throw idempotencyConflict();
    case 'TOO_MANY_OPERATIONS':
      throw tooManyOperations(answer.running);
    case 'ACCEPTED': {
      const { operation, failures } = answer;
      return { errors: failures.map(lineOf), operation, clientMutationId: input.clientMutationId ?? null };
    }
  }
}

function lineOf({ projectId, project, code }: Failure): string {
  const what = project ? `${project.node.name} (${fullPathOf(project)})` : globalId('Project', projectId);
  return `${what}: ${REASONS[code]}`;
}

const REASONS: Readonly<Record<Failure['code'], string>> = {
  LIMIT_REACHED: `the maximum of ${MAXIMUM_PROFILES} scan profiles is reached`,
  CONFLICT: 'too many changes of this project at once; try again',
  INTERNAL: 'something went wrong on the side of the server; try again',
};

import { createProfile } from '../../../shared/pipeline/profiles/create-profile.ts';
import { deleteProfile } from '../../../shared/pipeline/profiles/delete-profile.ts';
import type { Edited, EditRefusal } from '../../../shared/pipeline/profiles/refusals.ts';
import { updateProfile } from '../../../shared/pipeline/profiles/update-profile.ts';
import { triggerOf } from '../configurations/trigger-input.ts';
import { badInput, noAccess, tooManyOperations } from '../errors/refusals.ts';
import type { MutationResolvers } from '../generated/resolver-types.ts';
import type { OperationParent, ProfileParent } from '../parents.ts';

export const profileMutations: Required<
  Pick<
    MutationResolvers,
    'securityScanProfileCreate' | 'securityScanProfileUpdate' | 'securityScanProfileDelete'
  >
> = {
  async securityScanProfileCreate(_parent, { input }, { environment, caller: { userId }, loaders }) {
    const { namespaceId, scanType, name, description, triggers, stripDefaults, clientMutationId } = input;
    const answer = await createProfile(environment, {
      actor: userId,
      namespaceId,
      scanType,
      name,
      description,
      triggers: triggers.map(triggerOf),
      stripDefaults: stripDefaults ?? true,
    });
    if (answer.result === 'NOT_A_ROOT') throw badInput('namespace_id must reference a top-level namespace.');
    loaders.forgetProfiles();
    return { ...edited(answer), clientMutationId: clientMutationId ?? null };
  },
  async securityScanProfileUpdate(_parent, { input }, { environment, caller: { userId }, loaders }) {
    const { id, name, description, triggers, stripDefaults, lockVersion, clientMutationId } = input;
    const answer = await updateProfile(environment, {
      actor: userId,
      id,
      name: name ?? undefined,
      description: description ?? undefined,
      triggers: triggers?.map(triggerOf),
      stripDefaults: stripDefaults ?? true,
      lockVersion: lockVersion ?? undefined,
    });
    loaders.forgetProfiles();
    return { ...edited(answer), clientMutationId: clientMutationId ?? null };
  },
  async securityScanProfileDelete(_parent, { input }, { environment, caller: { userId }, loaders }) {
    const { id, dryRun, clientMutationId } = input;
    const answer = await deleteProfile(environment, {
      actor: userId,
      id,
      dryRun: dryRun ?? false,
      lockVersion: input.lockVersion ?? undefined,
    });
    loaders.forgetProfiles();
    switch (answer.result) {
      case 'DENIED':
        throw noAccess();
      case 'TOO_MANY_OPERATIONS':
        throw tooManyOperations(answer.running);
      case 'INVALID':
        return {
          deletedScanProfileId: null,
          errors: linesOf(answer),
          operation: null,
          clientMutationId: clientMutationId ?? null,
        };
      case 'DONE':
        return {
          deletedScanProfileId: answer.operation.dryRun ? null : { id: answer.profileId },
          errors: [],
          operation: answer.operation,
          clientMutationId: clientMutationId ?? null,
        };
    }
  },
};

/** What came of making or changing a profile. Throws what refuses the whole call, in GitLab's words. */
function edited(answer: EditRefusal | Edited): {
  readonly scanProfile: ProfileParent | null;
  readonly errors: readonly string[];
  readonly operation: OperationParent | null;
} {
  switch (answer.result) {
    case 'DENIED':
      throw noAccess();
    case 'INVALID':
      return { scanProfile: null, errors: linesOf(answer), operation: null };
    case 'DONE':
      return { scanProfile: answer.profile, errors: [], operation: answer.operation ?? null };
  }
}

/** As many as GraphQL itself reports of errors at most. */
const MAXIMUM_LINES = 50;

/** Everything that is wrong, unless it is so much that nobody would read it. */
function linesOf({ errors }: Extract<EditRefusal, { result: 'INVALID' }>): readonly string[] {
  if (errors.length <= MAXIMUM_LINES) return errors;
  return [...errors.slice(0, MAXIMUM_LINES), `and ${errors.length - MAXIMUM_LINES} more`];
}

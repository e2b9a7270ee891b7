import * as z from 'zod';
import type { Mutation } from '../observed.ts';
import type { ProfileName, Wish } from './actions.ts';

/** A request as it goes out, and what an observer is told of it. */
export interface Outgoing {
  readonly body: string;
  readonly mutation: Mutation;
}

/** What names stand for. Undefined: for nothing that the client knows. */
export interface Known {
  profile(name: ProfileName): string | undefined;
  operation(name: string): string | undefined;
}

const ANSWER = 'errors operation { id }';

/** Mutations by their fields: the name of the input's type is the field's with a capital and `Input`. */
function documentOf(field: string, answer = ANSWER): string {
  const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
  return `mutation ($input: ${type}!) { answer: ${field}(input: $input) { ${answer} } }`;
}

const OPERATION_FIELDS = {
  UNDO: ['undoSecurityScanProfileOperation', 'id'],
  RETRY: ['retrySecurityScanProfileOperation', 'id'],
  APPLY: ['applySecurityScanProfileOperation', 'id'],
  CANCEL: ['cancelSecurityScanProfileOperation', 'id'],
  ADOPT: ['adoptSecurityScanProfiles', 'operationId'],
} as const;

/** Undefined where the client knows nothing by a name that the wish uses. */
export function outgoing(wish: Wish, key: string | undefined, known: Known): Outgoing | undefined {
  const idempotency = key === undefined ? {} : { idempotencyKey: key };
  switch (wish.kind) {
    case 'ATTACH':
    case 'DETACH': {
      const profile = known.profile(wish.profile);
      if (profile === undefined) return undefined;
      const { kind, mode, projectIds, groupIds, dryRun } = wish;
      const input = {
        securityScanProfileId: profileGid(profile),
        projectIds: projectIds.map((id) => `gid://gitlab/Project/${id}`),
        groupIds: groupIds.map((id) => `gid://gitlab/Group/${id}`),
        dryRun,
        ...(mode && { mode }),
        ...idempotency,
      };
      const verb = kind === 'ATTACH' ? 'Attach' : 'Detach';
      const field = wish.alias ? `securityScanProfile${verb}` : `${verb.toLowerCase()}SecurityScanProfile`;
      const means = mode ?? (wish.alias ? 'SET' : 'APPEND');
      const mutation = {
        kind,
        profile,
        projectIds,
        groupIds,
        dryRun,
        ...(kind === 'ATTACH' && { mode: means }),
      };
      return { body: bodyOf(documentOf(field), input), mutation };
    }
    case 'UNDO':
    case 'RETRY':
    case 'APPLY':
    case 'CANCEL':
    case 'ADOPT': {
      const operationId = known.operation(wish.operation);
      if (operationId === undefined) return undefined;
      const [field, argument] = OPERATION_FIELDS[wish.kind];
      const input = { [argument]: operationId, ...(wish.kind !== 'CANCEL' && idempotency) };
      return { body: bodyOf(documentOf(field), input), mutation: { kind: wish.kind, operationId } };
    }
    case 'CREATE_PROFILE': {
      const { kind, rootId, name } = wish;
      const triggers = [{ triggerType: 'DEFAULT_BRANCH_PIPELINE' }];
      const namespaceId = `gid://gitlab/Group/${rootId}`;
      const input = { namespaceId, scanType: 'SAST', name, description: '', triggers };
      const answer = `${ANSWER} scanProfile { id }`;
      return {
        body: bodyOf(documentOf('securityScanProfileCreate', answer), input),
        mutation: { kind, rootId, name },
      };
    }
    case 'UPDATE_PROFILE': {
      const profile = known.profile(wish.profile);
      if (profile === undefined) return undefined;
      const { kind, name } = wish;
      const input = { id: profileGid(profile), name };
      return {
        body: bodyOf(documentOf('securityScanProfileUpdate'), input),
        mutation: { kind, profile, name },
      };
    }
    case 'DELETE_PROFILE': {
      const profile = known.profile(wish.profile);
      if (profile === undefined) return undefined;
      const input = { id: profileGid(profile) };
      return {
        body: bodyOf(documentOf('securityScanProfileDelete'), input),
        mutation: { kind: wish.kind, profile },
      };
    }
  }
}

function profileGid(profile: string): string {
  return `gid://gitlab/Security::ScanProfile/${profile}`;
}

function bodyOf(query: string, input: unknown): string {
  return JSON.stringify({ query, variables: { input } });
}

const withId = z.nullish(z.object({ id: z.string() }));
const answerSchema = z.object({
  data: z.nullish(
    z.object({
      answer: z.nullish(
        z.object({ errors: z.array(z.string()), operation: withId, scanProfile: withId.optional() }),
      ),
    }),
  ),
  errors: z.array(z.object({ message: z.string() })).default([]),
});

/** What a client reads in the answer to a mutation. */
export interface Heard {
  readonly errors: readonly string[];
  readonly operationId: string | undefined;
  /** The number of the profile that was made. */
  readonly profile: string | undefined;
}

export function heard(body: string): Heard {
  const { data, errors } = answerSchema.parse(JSON.parse(body));
  const answer = data?.answer;
  return {
    errors: [...errors.map(({ message }) => message), ...(answer?.errors ?? [])],
    operationId: answer?.operation?.id,
    profile: answer?.scanProfile?.id.split('/').at(-1),
  };
}

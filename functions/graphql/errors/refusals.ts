import { GraphQLError } from 'graphql';
import type { ErrorCode } from './codes.ts';
import { shortened } from './shortened.ts';

/** GitLab's words for a target or profile that is absent, foreign or forbidden: one answer, so that nothing is learned. */
const NO_ACCESS =
  "The resource that you are attempting to access does not exist or you don't have permission to perform this action";

function refusal(code: ErrorCode, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code } });
}

export function noAccess(): GraphQLError {
  return refusal('FORBIDDEN', NO_ACCESS);
}

/** For a mutation that is asked with a token that may only read: HTTP status 403, or 200 as below. */
export function scopeNeeded(): GraphQLError {
  return new GraphQLError('A mutation needs a token with the scope api; this one has only read_api', {
    extensions: { code: 'FORBIDDEN' satisfies ErrorCode, http: { status: 403, spec: true } },
  });
}

/** For a personal access token that is to make another one. */
export function issuerTokenNeeded(): GraphQLError {
  return refusal(
    'FORBIDDEN',
    'A personal access token cannot make another one: ask with a token of the issuer, as you get it by signing in',
  );
}

/** For a profile field of something that the caller may see. */
export function mayNotReadProfiles(): GraphQLError {
  return refusal('FORBIDDEN', 'Reading scan profiles here needs the permission read_security_profiles');
}

export function badInput(message: string): GraphQLError {
  return refusal('BAD_USER_INPUT', message);
}

/** For values that do not fit their variable or argument: HTTP status 400, or 200 as below. */
export function misfit({ message, nodes }: GraphQLError): GraphQLError {
  const code: ErrorCode = 'BAD_USER_INPUT';
  return new GraphQLError(shortened(message), {
    nodes: nodes ?? null,
    extensions: { code, http: { status: 400, spec: true } },
  });
}

/** `reason` names the state of the operation and what it allows. */
export function invalidState(reason: string): GraphQLError {
  return refusal('INVALID_STATE', reason);
}

/** For what goes by records that are gone by now. */
export function expired(reason: string): GraphQLError {
  return refusal('EXPIRED', reason);
}

export function idempotencyConflict(): GraphQLError {
  return refusal(
    'IDEMPOTENCY_CONFLICT',
    'The idempotency key was used for another request within the last 24 hours: use another key',
  );
}

export function tooManyOperations(running: readonly string[]): GraphQLError {
  return refusal(
    'TOO_MANY_OPERATIONS',
    `${running.length} operations of this top-level group are running: wait until one has ended, or cancel one. They are ${running.join(', ')}`,
  );
}

/** Refuses a whole request: HTTP status 400, or 200 where the client asked for `application/json` as it was of old. */
export function overLimit(message: string): GraphQLError {
  return new GraphQLError(message, {
    extensions: { code: 'LIMIT_EXCEEDED', http: { status: 400, spec: true } },
  });
}

import { GraphQLError } from 'graphql';
import type { ErrorCode } from './codes.ts';

/** GitLab's words for a target or profile that is absent, foreign or forbidden: one answer, so that nothing is learned. */
const NO_ACCESS =
  "The resource that you are attempting to access does not exist or you don't have permission to perform this action";

function refusal(code: ErrorCode, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code } });
}

export function noAccess(): GraphQLError {
  return refusal('FORBIDDEN', NO_ACCESS);
}

/** For a profile field of something that the caller may see. */
export function mayNotReadProfiles(): GraphQLError {
  return refusal('FORBIDDEN', 'Reading scan profiles here needs the permission read_security_profiles');
}

export function badInput(message: string): GraphQLError {
  return refusal('BAD_USER_INPUT', message);
}

/** Refuses a whole request: HTTP status 400, or 200 where the client asked for `application/json` as it was of old. */
export function overLimit(message: string): GraphQLError {
  return new GraphQLError(message, {
    extensions: { code: 'LIMIT_EXCEEDED', http: { status: 400, spec: true } },
  });
}

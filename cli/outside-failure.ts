/**
 * Whether an error comes from outside (a file that is not there, AWS that refuses): then its message is all that a
 * person needs. Anything else is a bug, and wants its stack trace shown.
 */
export function isOutside(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  return 'syscall' in error || '$metadata' in error || error.name === 'CredentialsProviderError';
}

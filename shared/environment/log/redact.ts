/** Stands where something was that nobody may read in a log. */
const REDACTED = '[redacted]';

/** Headers and fields that hold secrets, whatever is in them. */
const SECRET_KEYS = /^(authorization|private-token|cookie|set-cookie|x-amz-security-token|secret|password)$/i;

/** Personal access tokens, of ours and of GitLab, tokens of an issuer (JWT), and what follows the name of a scheme. */
const SECRETS =
  /\b(?:spat|glpat)-[\w-]+|\beyJ[\w-]+\.[\w-]+(?:\.[\w-]*)?|\b(?:Bearer|Basic)\s+[\w.~+/=-]{8,}/g;

/** For `JSON.stringify`: the last thing that happens to a line. No caller should ever need it. */
export function redact(key: string, value: unknown): unknown {
  if (typeof value !== 'string') return SECRET_KEYS.test(key) && value !== undefined ? REDACTED : value;
  return SECRET_KEYS.test(key) ? REDACTED : value.replace(SECRETS, REDACTED);
}

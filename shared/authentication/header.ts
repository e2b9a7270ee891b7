/**
 * The token that a request carries: `Authorization: Bearer TOKEN`, or `PRIVATE-TOKEN: TOKEN` as GitLab's clients send
 * it. Undefined if it carries none.
 */
export function tokenOf(headers: Headers): string | undefined {
  const authorization = headers.get('authorization');
  const bearer = authorization === null ? undefined : /^bearer +(\S+)$/i.exec(authorization.trim())?.[1];
  const own = headers.get('private-token')?.trim();
  return bearer ?? (own === '' ? undefined : own);
}

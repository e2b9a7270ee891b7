import { createHash } from 'node:crypto';

const MAXIMUM_ID = Number.MAX_SAFE_INTEGER;

/** A user in GitLab's fields. Of users nothing is known but the id that the issuer of tokens gives them. */
export function userEntity(userId: string, webUrl: string): object {
  return {
    id: numberOf(userId),
    username: userId,
    name: userId,
    state: 'active',
    web_url: `${webUrl}/${encodeURIComponent(userId)}`,
  };
}

/** GitLab's users have numbers. One who has none here gets 48 bits of a hash: always the same, hardly anybody else's. */
function numberOf(userId: string): number {
  if (/^[1-9]\d*$/.test(userId) && Number(userId) <= MAXIMUM_ID) return Number(userId);
  return 1 + createHash('sha256').update(userId).digest().readUIntBE(0, 6);
}

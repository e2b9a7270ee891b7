import { createHash } from 'node:crypto';
import type { NodeRef } from '../domain/node.ts';
import { foldName } from '../domain/scan-types/templates.ts';

/** The primary key of the one table. Every key of every entity is built here. */
export interface Key {
  readonly PK: string;
  readonly SK: string;
}

/** Numbers in sort keys have a fixed width, so that they sort as numbers. */
function padded(value: number): string {
  return String(value).padStart(16, '0');
}

export const NODE_SK = '#NODE';
export const PROJECT_PREFIX = 'PROJECT#';

function nodePk({ kind, id }: NodeRef): string {
  return kind === 'group' ? `GROUP#${id}` : `${PROJECT_PREFIX}${id}`;
}

const NODE_PK = /^(GROUP|PROJECT)#(\d+)$/;
const USER = 'USER#';

export function nodeItemKey({ kind, id }: NodeRef): Key {
  return { PK: nodePk({ kind, id }), SK: NODE_SK };
}

/** What was reported of a project's scans. */
export function scansKey(projectId: number): Key {
  return { PK: nodePk({ kind: 'project', id: projectId }), SK: '#SCANS' };
}

/** Children stand under their parent: subgroups first, then projects, each by path. Top-level groups under `ROOT`. */
export function childrenPk(parentId: number | null): string {
  return `GROUP#${parentId ?? 'ROOT'}`;
}

export const SUBGROUPS = 'G#';
export const PROJECTS = 'P#';

export function edgeKey(parentId: number | null, child: NodeRef & { readonly slug: string }): Key {
  return { PK: childrenPk(parentId), SK: `${edgePrefix(child.kind, child.slug)}${child.id}` };
}

/** What the edges of all children of this kind and path begin with. Paths compare in lower case. */
export function edgePrefix(kind: NodeRef['kind'], slug: string): string {
  return `${kind === 'group' ? SUBGROUPS : PROJECTS}${slug.toLowerCase()}#`;
}

/** Memberships stand under their user, groups before projects, so that it can be told what somebody is a member of. */
export function membershipsPk(userId: string): string {
  return `${USER}${userId}`;
}

export function membershipKey(ref: NodeRef, userId: string): Key {
  return { PK: membershipsPk(userId), SK: nodePk(ref) };
}

/** Who is a member of what, by the key of a membership; undefined for the key of anything else. */
export function memberOf({ PK, SK }: Key): { readonly ref: NodeRef; readonly userId: string } | undefined {
  const [, kind, id] = NODE_PK.exec(SK) ?? [];
  if (!PK.startsWith(USER) || id === undefined) return undefined;
  return {
    ref: { kind: kind === 'GROUP' ? 'group' : 'project', id: Number(id) },
    userId: PK.slice(USER.length),
  };
}

/** What belongs to a root stays with it even while it is a subgroup of another. */
export function rootPk(rootId: number): string {
  return `ROOT#${rootId}`;
}

export function sequenceKey(rootId: number): Key {
  return { PK: rootPk(rootId), SK: 'SEQUENCE' };
}

export const REGISTRATION_PREFIX = 'REGISTRATION#';

export function registrationKey(rootId: number, sequence: number, operationId: string): Key {
  return { PK: rootPk(rootId), SK: `${REGISTRATION_PREFIX}${padded(sequence)}#${operationId}` };
}

export const PROFILE_PREFIX = 'PROFILE#';

export function profileKey(rootId: number, profileId: number): Key {
  return { PK: rootPk(rootId), SK: `${PROFILE_PREFIX}${padded(profileId)}` };
}

/** Bytes of a name that a sort key has room for, beside what stands before it. */
const LONGEST_NAME = 900;

/** Holds a profile's name in its root and scan type, so that no other takes it. */
export function profileNameKey(rootId: number, scanType: string, name: string): Key {
  const folded = foldName(name);
  const isLong = Buffer.byteLength(folded) > LONGEST_NAME;
  const text = isLong ? createHash('sha256').update(folded).digest('hex') : folded;
  return { PK: rootPk(rootId), SK: `NAME#${scanType}#${text}` };
}

/** Finds the root of a profile by its id alone. */
export function profilePointerKey(profileId: number): Key {
  return { PK: `PROFILE#${profileId}`, SK: '#ROOT' };
}

/** A configuration of a profile, by the digest of its content. */
export function configurationKey(profileId: number, digest: string): Key {
  return { PK: `PROFILE#${profileId}`, SK: `CONFIGURATION#${digest}` };
}

export function operationKey(operationId: string): Key {
  return { PK: operationPk(operationId), SK: '#HEADER' };
}

export const LOG_PREFIX = 'LOG#';

/** An operation's place in the log of its root. */
export function logKey(rootId: number, sequence: number, operationId: string): Key {
  return { PK: rootPk(rootId), SK: `${LOG_PREFIX}${padded(sequence)}#${operationId}` };
}

/** What a caller asked for under a key of their own. */
export function idempotencyRecordKey(userId: string, idempotencyKey: string): Key {
  return { PK: `IDEMPOTENCY#${userId}`, SK: idempotencyKey };
}

/** A personal access token, under the hash of it. */
export function tokenKey(hash: string): Key {
  return { PK: `TOKEN#${hash}`, SK: '#TOKEN' };
}

/** The tokens of a user, by their ids, apart from what the user is a member of. */
export function userTokensPk(userId: string): string {
  return `USER_TOKENS#${userId}`;
}

export const USER_TOKEN_PREFIX = 'TOKEN#';

export function userTokenKey(userId: string, tokenId: string): Key {
  return { PK: userTokensPk(userId), SK: `${USER_TOKEN_PREFIX}${tokenId}` };
}

/** Counts the tokens that a user has made. */
export function userTokenCountKey(userId: string): Key {
  return { PK: userTokensPk(userId), SK: '#COUNT' };
}

/** The copy of another root's profile in a root that adopted it. */
export function copyKey(rootId: number, profileId: number): Key {
  return { PK: rootPk(rootId), SK: `COPY#${padded(profileId)}` };
}

export const PAGE_PREFIX = 'PAGE#';

export function operationPk(operationId: string): string {
  return `OPERATION#${operationId}`;
}

export function pageKey(operationId: string, pageId: string): Key {
  return { PK: operationPk(operationId), SK: `${PAGE_PREFIX}${pageId}` };
}

export const EXCEPTIONS_PREFIX = 'EXCEPTIONS#';

/** Projects of a page that were no plain success, apart by the kind of outcome: who looks for failures reads only those. */
export function exceptionsKey(operationId: string, kind: string, pageId: string): Key {
  return { PK: operationPk(operationId), SK: `${exceptionsPrefix(kind)}${pageId}` };
}

export function exceptionsPrefix(kind: string): string {
  return `${EXCEPTIONS_PREFIX}${kind}#`;
}

/** What is accepted and not done lies in a few partitions that the janitor can read without an index. */
export const OPEN_SHARDS = 8;

export function openPk(shard: number): string {
  return `OPEN#${shard}`;
}

export function openPrefix(operationId: string): string {
  return `${operationId}#`;
}

export function openKey(operationId: string, pageId: string): Key {
  let hash = 0;
  for (const character of `${operationId}#${pageId}`) hash = (hash * 31 + character.charCodeAt(0)) % 65_521;
  return { PK: openPk(hash % OPEN_SHARDS), SK: `${openPrefix(operationId)}${pageId}` };
}

export const PLACEMENT_COUNTER: Key = { PK: 'COUNTER', SK: 'PLACEMENT' };
export const PROFILE_COUNTER: Key = { PK: 'COUNTER', SK: 'PROFILE' };

/** Moves of an hour, counted from the epoch, in their order. */
export function placementsPk(hour: number): string {
  return `PLACED#${hour}`;
}

export function placementKey(hour: number, version: number): Key {
  return { PK: placementsPk(hour), SK: padded(version) };
}

/** How far a sweep of everything has come. */
export const SWEEP_POSITION: Key = { PK: 'SWEEP', SK: '#POSITION' };

/** Events about nodes that are not known yet. */
export const PARKED_PK = 'PARKED';

export function parkedKey(ref: NodeRef, eventId: string): Key {
  return { PK: PARKED_PK, SK: `${parkedPrefix(ref)}${eventId}` };
}

export function parkedPrefix(ref: NodeRef): string {
  return `${nodePk(ref)}#`;
}

import * as z from 'zod/mini';
import type { Profile } from '../domain/profile.ts';
import { foldName } from '../domain/scan-types/templates.ts';
import { SCAN_TYPES, TRIGGERS } from '../domain/scan-types/scan-types.ts';
import type { Table } from '../environment/environment.ts';
import {
  copyKey,
  PROFILE_COUNTER,
  PROFILE_PREFIX,
  profileKey,
  profileNameKey,
  profilePointerKey,
  rootPk,
} from './keys.ts';
import { batchGet, getItem, type Item, queryAll } from './read.ts';
import { type Piece, put, putNew, remove, update } from './write.ts';

/** What an edit can change. Those that were made before there were edits have no version and no configuration. */
export const profileVersion = z.object({
  scanType: z.enum(SCAN_TYPES),
  name: z.string(),
  description: z.string(),
  triggers: z.array(z.enum(TRIGGERS)),
  configurationDigests: z._default(z.partialRecord(z.enum(TRIGGERS), z.string()), {}),
  lockVersion: z._default(z.number(), 1),
});

const profile = z.extend(profileVersion, {
  id: z.number(),
  rootId: z.number(),
  templateKey: z.optional(z.string()),
  status: z.enum(['ACTIVE', 'DELETING', 'DELETED']),
  createdAt: z.number(),
  updatedAt: z.number(),
});

function parse(item: Item): Profile {
  return profile.parse(item);
}

/** All profiles of a root, oldest first, whatever their status. */
export async function listProfiles(table: Table, rootId: number): Promise<readonly Profile[]> {
  return (await queryAll(table, rootPk(rootId), PROFILE_PREFIX)).map(parse);
}

/** Those of these profiles that belong to the root: a profile of another root is as absent as one that never was. */
export async function getProfiles(
  table: Table,
  rootId: number,
  profileIds: readonly number[],
): Promise<ReadonlyMap<number, Profile>> {
  const items = await batchGet(
    table,
    profileIds.map((id) => profileKey(rootId, id)),
  );
  return new Map([...items.values()].map(parse).map((found) => [found.id, found]));
}

/** The root that a profile belongs to. It never changes. */
export async function rootOfProfile(table: Table, profileId: number): Promise<number | undefined> {
  const item = await getItem(table, profilePointerKey(profileId));
  return item === undefined ? undefined : z.object({ rootId: z.number() }).parse(item).rootId;
}

/** The id of the profile that has this name in its root and scan type. */
export async function findProfileId(
  table: Table,
  rootId: number,
  scanType: string,
  name: string,
): Promise<number | undefined> {
  const item = await getItem(table, profileNameKey(rootId, scanType, name));
  return item === undefined ? undefined : z.object({ profileId: z.number() }).parse(item).profileId;
}

/** The last profile id that was given out. */
export async function readProfileCounter(table: Table): Promise<number> {
  const item = await getItem(table, PROFILE_COUNTER);
  return item === undefined ? 0 : z.object({ n: z.number() }).parse(item).n;
}

/** Everything that makes a profile, with the id that was drawn for it: refused by `name` if its name is taken. */
export function createProfile(created: Profile): readonly Piece[] {
  return [
    update('counter', PROFILE_COUNTER, 'SET n = :id', {
      condition: created.id === 1 ? 'attribute_not_exists(PK) OR n = :before' : 'n = :before',
      values: { ':id': created.id, ':before': created.id - 1 },
    }),
    putNew('name', profileNameKey(created.rootId, created.scanType, created.name), { profileId: created.id }),
    putNew('profile', profileKey(created.rootId, created.id), { ...created }),
    putNew('pointer', profilePointerKey(created.id), { rootId: created.rootId }),
  ];
}

/** An ACTIVE profile as it is after an edit. Refused by `profile` if it was changed since, by `name` if the name is taken. */
export function editProfile(before: Profile, after: Profile): readonly Piece[] {
  const { rootId, scanType, id } = after;
  const edit = put(
    'profile',
    profileKey(rootId, id),
    { ...after },
    {
      condition: 'lockVersion = :before AND #status = :active',
      names: { '#status': 'status' },
      values: { ':before': before.lockVersion, ':active': 'ACTIVE' },
    },
  );
  if (foldName(before.name) === foldName(after.name)) return [edit];
  return [
    edit,
    releaseName(before),
    putNew('name', profileNameKey(rootId, scanType, after.name), { profileId: id }),
  ];
}

function releaseName({ rootId, scanType, name, id }: Profile): Piece {
  return remove('released', profileNameKey(rootId, scanType, name), {
    condition: 'profileId = :id',
    values: { ':id': id },
  });
}

/**
 * From here on nobody sees the profile, and its name is free. Refused by `profile` if it is not ACTIVE any longer, or was
 * changed since.
 */
export function beginDeletion(deleted: Profile): readonly Piece[] {
  return [
    update('profile', profileKey(deleted.rootId, deleted.id), 'SET #status = :deleting', {
      condition: '#status = :active AND lockVersion = :before',
      names: { '#status': 'status' },
      values: { ':active': 'ACTIVE', ':deleting': 'DELETING', ':before': deleted.lockVersion },
    }),
    releaseName(deleted),
  ];
}

/** Milliseconds for which a deleted profile is kept, so that what is attached late finds that it is deleted. */
const DELETED_LIFETIME = 30 * 24 * 60 * 60 * 1000;

/** No project holds it any longer. */
export function finishDeletion(rootId: number, profileId: number, now: number): readonly Piece[] {
  const expiresAt = Math.floor((now + DELETED_LIFETIME) / 1000);
  return [
    update('deleted', profileKey(rootId, profileId), 'SET #status = :deleted, expiresAt = :expiresAt', {
      names: { '#status': 'status' },
      values: { ':deleted': 'DELETED', ':expiresAt': expiresAt },
    }),
    update('pointer', profilePointerKey(profileId), 'SET expiresAt = :expiresAt', {
      values: { ':expiresAt': expiresAt },
    }),
  ];
}

const copy = z.object({ profileId: z.number() });

/** The profile that was made in a root as the copy of another root's, deleted or not. */
export async function readCopyId(
  table: Table,
  rootId: number,
  originalId: number,
): Promise<number | undefined> {
  const item = await getItem(table, copyKey(rootId, originalId));
  return item === undefined ? undefined : copy.parse(item).profileId;
}

/** Notes which profile is the copy of another root's. Refused by `copy` if it is no longer `before`. */
export function noteCopy(
  rootId: number,
  originalId: number,
  profileId: number,
  before: number | undefined,
): Piece {
  const condition =
    before === undefined
      ? { condition: 'attribute_not_exists(PK)' }
      : { condition: 'profileId = :before', values: { ':before': before } };
  return put('copy', copyKey(rootId, originalId), { profileId }, condition);
}

import type { Profile } from '../../domain/profile.ts';
import { MAXIMUM_NAME } from '../../domain/profile-input.ts';
import { isReservedName } from '../../domain/scan-types/templates.ts';
import type { Environment, Table } from '../../environment/environment.ts';
import {
  findProfileId,
  getProfiles,
  noteCopy,
  readCopyId,
  readProfileCounter,
} from '../../storage/profiles.ts';
import { transact } from '../../storage/write.ts';
import { untilWritten } from '../retry.ts';
import { configurationsOf, configuredProfile } from './configured.ts';

type Env = Pick<Environment, 'table' | 'clock' | 'random' | 'log'>;

/** The root's copy of another root's profile, if there is one that was not deleted. */
export async function findCopy(
  { table }: Pick<Env, 'table'>,
  rootId: number,
  { id }: Pick<Profile, 'id'>,
): Promise<Profile | undefined> {
  return activeCopy(table, rootId, await readCopyId(table, rootId, id));
}

async function activeCopy(
  table: Table,
  rootId: number,
  copyId: number | undefined,
): Promise<Profile | undefined> {
  const copy = copyId === undefined ? undefined : (await getProfiles(table, rootId, [copyId])).get(copyId);
  return copy?.status === 'ACTIVE' ? copy : undefined;
}

/** The root's copy of another root's profile, made under a free name if there is none: once, however many callers race. */
export async function findOrCreateCopy(env: Env, rootId: number, original: Profile): Promise<Profile> {
  return untilWritten(env, 'copying a profile', async () => {
    // Read once: the copy that is not there must be the one that the write finds not there.
    const before = await readCopyId(env.table, rootId, original.id);
    const found = await activeCopy(env.table, rootId, before);
    if (found) return found;
    const configurations = await configurationsOf(env.table, original);
    const now = env.clock.now();
    const copy: Profile = {
      ...original,
      id: (await readProfileCounter(env.table)) + 1,
      rootId,
      name: await freeName(env, rootId, original),
      lockVersion: 1,
      createdAt: now,
      updatedAt: now,
    };
    const { result } = await transact(env.table, [
      ...configuredProfile(copy, configurations),
      noteCopy(rootId, original.id, copy.id, before),
    ]);
    if (result === 'REFUSED') return undefined;
    env.log.info('profile copied', { rootId, profileId: copy.id, original: original.id });
    return copy;
  });
}

/** The name itself, or the first of `name (2)`, `name (3)` … that the root has not got. */
async function freeName({ table }: Env, rootId: number, { name, scanType }: Profile): Promise<string> {
  for (let number = 1; ; number += 1) {
    const suffix = number === 1 ? '' : ` (${number})`;
    // What is cut may end in half a pair.
    const start = name.slice(0, MAXIMUM_NAME - suffix.length).replace(/\p{Cs}$/u, '');
    const candidate = `${start}${suffix}`;
    if (!isReservedName(candidate) && (await findProfileId(table, rootId, scanType, candidate)) === undefined)
      return candidate;
  }
}

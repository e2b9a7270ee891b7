import * as z from 'zod';
import { Refusal } from '../../../local/refusal.ts';
import type { Client } from '../deployment/client.ts';
import { plain } from '../output/plain.ts';
import { refuseMissing } from '../targets/resolve.ts';
import type { StoredProfile } from './diff/diff.ts';

const settingSchema = z.object({
  triggerType: z.string(),
  overrides: z.record(z.string(), z.json()).nullable(),
});

const profileSchema = z
  .object({
    id: z.string(),
    scanType: z.string(),
    name: z.string(),
    description: z.string(),
    lockVersion: z.int().nullable(),
    triggerSettings: z.array(settingSchema),
  })
  .transform(({ triggerSettings, ...rest }): StoredProfile => ({
    ...rest,
    triggers: triggerSettings.map(({ triggerType, overrides }) => ({
      type: triggerType,
      ...(overrides ? { configuration: overrides } : {}),
    })),
  }));

const groupSchema = z.object({
  id: z.string(),
  fullPath: z.string(),
  userPermissions: z.object({
    createSecurityScanProfiles: z.boolean(),
    updateSecurityScanProfiles: z.boolean(),
    deleteSecurityScanProfiles: z.boolean(),
  }),
  availableSecurityScanProfiles: z.array(z.object({ id: z.string() })),
});

/** A top-level group with its custom profiles, and what the caller may do with them. */
export interface ProfileGroup {
  readonly id: string;
  readonly fullPath: string;
  readonly profiles: readonly StoredProfile[];
  readonly may: Readonly<Record<'CREATE' | 'UPDATE' | 'DELETE', boolean>>;
}

/** Refuses where nothing is at the path, or a group that is no top-level group: profiles belong to those alone. */
export async function readProfileGroup(client: Client, path: string): Promise<ProfileGroup> {
  const query = `query ($fullPath: ID!) {
    group(fullPath: $fullPath) {
      id fullPath
      userPermissions { createSecurityScanProfiles updateSecurityScanProfiles deleteSecurityScanProfiles }
      availableSecurityScanProfiles(gitlabRecommended: false) { id }
    }
  }`;
  const { group } = await client.read(z.object({ group: groupSchema.nullable() }), query, { fullPath: path });
  if (!group) refuseMissing([path]);
  const { id, fullPath, userPermissions: permissions, availableSecurityScanProfiles: listed } = group;
  const [root = '', ...below] = fullPath.split('/');
  if (below.length > 0) {
    throw new Refusal(`Profiles belong to top-level groups. That of ${plain(fullPath)} is ${plain(root)}.`);
  }
  const may = {
    CREATE: permissions.createSecurityScanProfiles,
    UPDATE: permissions.updateSecurityScanProfiles,
    DELETE: permissions.deleteSecurityScanProfiles,
  };
  const ids = listed.map((profile) => profile.id);
  return { id, fullPath, profiles: await readProfiles(client, ids), may };
}

/** Ten at a time: an answer takes 6 MB, and a profile can have five configurations of 64 KB. */
const AT_ONCE = 10;

async function readProfiles(client: Client, ids: readonly string[]): Promise<readonly StoredProfile[]> {
  const found: StoredProfile[] = [];
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    const some = ids.slice(start, start + AT_ONCE);
    const parameters = some.map((_, index) => `$p${index}: SecurityScanProfileID!`).join(', ');
    const fields = some.map(
      (_, index) => `p${index}: securityScanProfile(id: $p${index}) {
        id scanType name description lockVersion triggerSettings { triggerType overrides }
      }`,
    );
    const answer = await client.read(
      z.record(z.string(), profileSchema),
      `query (${parameters}) { ${fields.join(' ')} }`,
      Object.fromEntries(some.map((id, index) => [`p${index}`, id])),
    );
    found.push(...Object.values(answer));
  }
  return found;
}

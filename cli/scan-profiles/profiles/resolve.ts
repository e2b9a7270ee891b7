import { Refusal } from '../../../local/refusal.ts';
import { findTemplate } from '../../../shared/domain/scan-types/templates.ts';
import type { Client } from '../deployment/client.ts';
import { plain } from '../output/plain.ts';
import { availableProfiles, type Profile, shortId } from './profile.ts';

const PREFIX = 'gid://gitlab/Security::ScanProfile/';

/** The global id of a profile that was named by it, by number, by a template's key, or by a name in the group. */
export async function resolveProfile(
  client: Client,
  typed: string,
  groupPath: string | undefined,
): Promise<string> {
  if (typed.startsWith(PREFIX)) return typed;
  if (/^[1-9]\d*$/.test(typed)) return PREFIX + typed;
  const template = findTemplate(typed);
  if (template) return PREFIX + template.key;
  if (groupPath === undefined) {
    throw new Refusal(
      `A profile is found by its name, "${plain(typed)}", only where a group or project is named by its path. Name one by path,\n` +
        'or give the id of the profile: npx scan-profiles profiles list GROUP',
    );
  }
  return (await profileIn(client, typed, groupPath)).id;
}

/** The profile of a group that was named by number, global id, a template's key or name. Refuses where there is none, or several. */
export async function profileIn(client: Client, typed: string, groupPath: string): Promise<Profile> {
  const profiles = await availableProfiles(client, groupPath);
  const template = findTemplate(typed);
  const named = profiles.filter(
    ({ id, name }) => isSame(name, template?.name ?? typed) || shortId(id) === typed || id === typed,
  );
  const [profile, ...more] = named;
  if (!profile) {
    throw new Refusal(
      `No profile of ${plain(groupPath)} is called "${plain(typed)}". There are\n${listOf(profiles)}`,
    );
  }
  if (more.length > 0) {
    throw new Refusal(`Several profiles are called "${plain(typed)}". Give the id of one:\n${listOf(named)}`);
  }
  return profile;
}

/** Names are unique in a scan type, whatever their case. */
function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function listOf(profiles: readonly Profile[]): string {
  return profiles
    .map(({ id, name, scanType }) => `  ${shortId(id)}  ${plain(name)} (${plain(scanType)})`)
    .join('\n');
}

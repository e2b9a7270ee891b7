import type { Profile } from '../../domain/profile.ts';
import type { ConfigurationValues } from '../../domain/scan-types/configuration.ts';
import { TRIGGERS, type Trigger } from '../../domain/scan-types/scan-types.ts';
import type { Table } from '../../environment/environment.ts';
import { digestOf, putConfiguration, readConfigurations } from '../../storage/configurations.ts';
import { createProfile } from '../../storage/profiles.ts';
import type { Piece } from '../../storage/write.ts';

/** What is set for some triggers, otherwise than the defaults. */
export type Configurations = Readonly<Partial<Record<Trigger, ConfigurationValues>>>;

/** How a profile names its configurations. */
export function digestsOf(configurations: Configurations): Profile['configurationDigests'] {
  return Object.fromEntries(
    entriesOf(configurations).map(([trigger, values]) => [trigger, digestOf(values)]),
  );
}

/** Keeps the configurations of a profile, each content once. */
export function putConfigurations(profileId: number, configurations: Configurations): readonly Piece[] {
  const contents = new Map(entriesOf(configurations).map(([, values]) => [digestOf(values), values]));
  return [...contents].map(([digest, values]) => putConfiguration({ profileId, digest }, values));
}

/** Everything that makes a profile with its configurations: refused like `createProfile`. */
export function configuredProfile(profile: Profile, configurations: Configurations): readonly Piece[] {
  return [...createProfile(profile), ...putConfigurations(profile.id, configurations)];
}

/** What is set for the triggers of a profile. */
export async function configurationsOf(
  table: Table,
  { id: profileId, configurationDigests }: Pick<Profile, 'id' | 'configurationDigests'>,
): Promise<Configurations> {
  const named = TRIGGERS.flatMap((trigger) => {
    const digest = configurationDigests[trigger];
    return digest === undefined ? [] : [{ trigger, profileId, digest }];
  });
  const contents = await readConfigurations(table, named);
  return Object.fromEntries(named.map(({ trigger }, index) => [trigger, contents[index] ?? {}]));
}

function entriesOf(configurations: Configurations): readonly (readonly [Trigger, ConfigurationValues])[] {
  return TRIGGERS.flatMap((trigger) => {
    const values = configurations[trigger];
    return values === undefined ? [] : [[trigger, values] as const];
  });
}

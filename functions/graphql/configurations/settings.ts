import type { ProfileVersion } from '../../../shared/domain/profile.ts';
import {
  type ConfigurationKind,
  type ConfigurationValues,
  mergeDefaults,
} from '../../../shared/domain/scan-types/configuration.ts';
import { configurationOf, type Trigger } from '../../../shared/domain/scan-types/scan-types.ts';
import type { Template } from '../../../shared/domain/scan-types/templates.ts';
import type { Loaders } from '../loaders.ts';
import type { TriggerSettingParent } from '../parents.ts';

/** A profile as it is, or as it once was; or a template. */
export type Configured =
  | (Pick<ProfileVersion, 'scanType' | 'triggers' | 'configurationDigests'> & { readonly id: number })
  | Template;

/** What a profile sets for a trigger. */
interface Setting {
  readonly trigger: Trigger;
  /** Undefined where the trigger takes no configuration. */
  readonly kind: ConfigurationKind | undefined;
  /** As they are stored. */
  readonly overrides: ConfigurationValues;
}

/** The triggers of a profile in their order, each with what holds for it and what is stored. */
export async function triggerSettings(
  profile: Configured,
  loaders: Loaders,
): Promise<readonly TriggerSettingParent[]> {
  const settings = await settingsOf(profile, loaders);
  return settings.map(({ trigger, kind, overrides }) => ({
    triggerType: trigger,
    configuration: kind ? { __typename: kind.output, ...mergeDefaults(kind, overrides) } : null,
    overrides: kind ? overrides : null,
  }));
}

/** What holds for each trigger that takes a configuration. */
export async function configuration(
  profile: Configured,
  loaders: Loaders,
): Promise<Readonly<Partial<Record<Trigger, ConfigurationValues>>>> {
  const settings = await settingsOf(profile, loaders);
  return Object.fromEntries(
    settings.flatMap(({ trigger, kind, overrides }) =>
      kind ? [[trigger, mergeDefaults(kind, overrides)]] : [],
    ),
  );
}

async function settingsOf(profile: Configured, loaders: Loaders): Promise<readonly Setting[]> {
  return Promise.all(
    profile.triggers.map(async (trigger) => ({
      trigger,
      kind: configurationOf(profile.scanType, trigger),
      overrides: await overridesOf(profile, trigger, loaders),
    })),
  );
}

async function overridesOf(
  profile: Configured,
  trigger: Trigger,
  loaders: Loaders,
): Promise<ConfigurationValues> {
  if ('key' in profile) return profile.overrides?.[trigger] ?? {};
  const digest = profile.configurationDigests[trigger];
  return digest === undefined ? {} : loaders.configuration({ profileId: profile.id, digest });
}

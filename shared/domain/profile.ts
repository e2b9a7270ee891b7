import type { ScanType, Trigger } from './scan-types/scan-types.ts';

/** DELETED stays for thirty days; only ACTIVE profiles are ever visible, attached or counted. */
export type ProfileStatus = 'ACTIVE' | 'DELETING' | 'DELETED';

/** A scan profile of a root (top-level group). Its id is never reused. Times are epoch milliseconds. */
export interface Profile {
  readonly id: number;
  readonly rootId: number;
  readonly scanType: ScanType;
  /** The template that it was made from, if it is a recommended one. */
  readonly templateKey?: string | undefined;
  readonly name: string;
  readonly description: string;
  readonly triggers: readonly Trigger[];
  /** Names what is set otherwise than the defaults, which is stored apart; no entry where nothing is. */
  readonly configurationDigests: Readonly<Partial<Record<Trigger, string>>>;
  /** 1, and one more with every edit: who edits says which version they have seen. */
  readonly lockVersion: number;
  readonly status: ProfileStatus;
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** What an edit can change of a profile, as it stands in the log. */
export type ProfileVersion = Pick<
  Profile,
  'scanType' | 'name' | 'description' | 'triggers' | 'configurationDigests' | 'lockVersion'
>;

export function versionOf(profile: Profile): ProfileVersion {
  const { scanType, name, description, triggers, configurationDigests, lockVersion } = profile;
  return { scanType, name, description, triggers, configurationDigests, lockVersion };
}

/** How a caller names a profile: one that exists, or the template of one that may not exist yet. */
export type ProfileReference = { readonly id: number } | { readonly template: string };

import { canonicalProfile, keyOf, type ProfileText } from '../document/document.ts';
import { type FieldChange, fieldChanges } from './fields.ts';

/** A profile that the deployment has. */
export interface StoredProfile extends ProfileText {
  readonly id: string;
  /** How often it was written; null where the deployment does not say. */
  readonly lockVersion: number | null;
}

/** What has to be done to one profile. */
export type ProfileChange =
  | { readonly action: 'CREATE'; readonly profile: ProfileText }
  | {
      readonly action: 'UPDATE';
      readonly stored: StoredProfile;
      readonly profile: ProfileText;
      readonly fields: readonly FieldChange[];
    }
  | { readonly action: 'DELETE'; readonly stored: StoredProfile };

/** How the profiles that are wanted differ from those that there are. */
export interface Diff {
  /** Updates, then creations, then deletions, each in the order of the document. */
  readonly changes: readonly ProfileChange[];
  readonly unchanged: number;
  /** Profiles that the document does not name and that stay. */
  readonly kept: readonly StoredProfile[];
}

/** Compares; profiles are the same by scan type and name. Those that are not wanted go only with `deletes`. */
export function diffProfiles(
  stored: readonly StoredProfile[],
  wanted: readonly ProfileText[],
  { deletes }: { readonly deletes: boolean },
): Diff {
  const present = new Map(stored.map((profile) => [keyOf(profile), profile]));
  const named = new Set(wanted.map(keyOf));
  const compared = wanted.map((profile) => compare(present.get(keyOf(profile)), canonicalProfile(profile)));
  const rest = stored.filter((profile) => !named.has(keyOf(profile)));
  const all = [
    ...compared,
    ...(deletes ? rest.map((each): ProfileChange => ({ action: 'DELETE', stored: each })) : []),
  ];
  const changes = all.filter((change) => change !== undefined);
  return {
    changes: changes.toSorted((one, other) => ORDER.indexOf(one.action) - ORDER.indexOf(other.action)),
    unchanged: compared.filter((change) => change === undefined).length,
    kept: deletes ? [] : rest,
  };
}

const ORDER: readonly ProfileChange['action'][] = ['UPDATE', 'CREATE', 'DELETE'];

/** Undefined where nothing differs. */
function compare(stored: StoredProfile | undefined, profile: ProfileText): ProfileChange | undefined {
  if (!stored) return { action: 'CREATE', profile };
  const fields = fieldChanges(canonicalProfile(stored), profile);
  return fields.length === 0 ? undefined : { action: 'UPDATE', stored, profile, fields };
}

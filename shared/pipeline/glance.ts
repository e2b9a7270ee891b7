import type { ProfileReference } from '../domain/profile.ts';
import { findTemplate } from '../domain/scan-types/templates.ts';
import type { Table } from '../environment/environment.ts';
import { findProfileId } from '../storage/profiles.ts';
import type { Sought } from '../tree/locate.ts';
import { listRecent } from './expected.ts';

/** What is looked up in a root for a request, while it is not certain yet that its targets belong to it. */
export interface Glance {
  readonly rootId: number;
  /** Undefined where a template is named that no profile was made of. */
  readonly profileId: number | undefined;
  /** Ids of operations that may tell how many projects there are. */
  readonly recent: readonly string[];
}

/** All at once. */
export async function glance(
  table: Table,
  rootId: number,
  { profile, groupIds }: { readonly profile: ProfileReference; readonly groupIds: readonly number[] },
): Promise<Glance> {
  const [profileId, recent] = await Promise.all([
    profileIdOf(table, rootId, profile),
    groupIds.length > 0 ? listRecent(table, rootId) : [],
  ]);
  return { rootId, profileId, recent };
}

async function profileIdOf(
  table: Table,
  rootId: number,
  reference: ProfileReference,
): Promise<number | undefined> {
  if ('id' in reference) return reference.id;
  const template = findTemplate(reference.template);
  return template && findProfileId(table, rootId, template.scanType, template.name);
}

/** The root that targets seem to belong to. */
export function likelyRootOf([first]: readonly Sought[]): number | undefined {
  if (first?.chain === undefined) return undefined;
  return first.chain.at(-1) ?? (first.kind === 'group' ? first.id : undefined);
}

import * as z from 'zod';
import type { Client } from '../deployment/client.ts';
import type { Columns } from '../output/column.ts';
import { refuseMissing } from '../targets/resolve.ts';

const profileSchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  scanType: z.string(),
  gitlabRecommended: z.boolean(),
  /** Null of a template. */
  lockVersion: z.int().nullable(),
  triggers: z.array(z.string()),
});

export type Profile = z.infer<typeof profileSchema>;

export interface ProfileFilter {
  readonly type?: string | undefined;
  readonly gitlabRecommended?: boolean | undefined;
}

/** The profiles that can be attached to projects of a group. Refuses where nothing is at its path. */
export async function availableProfiles(
  client: Client,
  fullPath: string,
  filter: ProfileFilter = {},
): Promise<readonly Profile[]> {
  const group = z.object({ availableSecurityScanProfiles: z.array(profileSchema) });
  const query = `query ($fullPath: ID!, $type: SecurityScanProfileType, $gitlabRecommended: Boolean) {
    group(fullPath: $fullPath) {
      availableSecurityScanProfiles(type: $type, gitlabRecommended: $gitlabRecommended) {
        id name description scanType gitlabRecommended lockVersion triggers
      }
    }
  }`;
  const schema = z.object({ group: group.nullable() });
  const answer = await client.read(schema, query, { fullPath, ...filter });
  return (answer.group ?? refuseMissing([fullPath])).availableSecurityScanProfiles;
}

/** What stands for a profile on the command line: its number, or the key of its template. */
export function shortId(id: string): string {
  return id.split('/').at(-1) ?? id;
}

export const PROFILE_TEXT: Columns<Profile> = {
  Profile: ({ id }) => shortId(id),
  Name: ({ name }) => name,
  'Scan type': ({ scanType }) => scanType,
  Recommended: ({ gitlabRecommended }) => gitlabRecommended,
  Version: ({ lockVersion }) => lockVersion,
  Triggers: ({ triggers }) => triggers.join(', '),
};

export const PROFILE_CSV: Columns<Profile> = {
  id: ({ id }) => id,
  name: ({ name }) => name,
  scanType: ({ scanType }) => scanType,
  gitlabRecommended: ({ gitlabRecommended }) => gitlabRecommended,
  triggers: ({ triggers }) => triggers.join(' '),
  lockVersion: ({ lockVersion }) => lockVersion,
  description: ({ description }) => description,
};

import * as z from 'zod';
import type { Client } from '../deployment/client.ts';
import { type Page, pageOf } from '../deployment/pages.ts';
import type { Columns } from '../output/column.ts';
import { refuseMissing } from '../targets/resolve.ts';

const projectSchema = z.object({
  id: z.string(),
  fullPath: z.string(),
  attachedSecurityScanProfiles: z.array(z.object({ id: z.string(), name: z.string(), scanType: z.string() })),
});

/** A project with the profiles that it holds. */
export type Project = z.infer<typeof projectSchema>;

/** Which projects of a group: those to which all of it applies. Profiles by global id. */
export interface ProjectFilter {
  readonly includeSubgroups: boolean;
  readonly withProfile?: string | undefined;
  readonly withoutProfile?: string | undefined;
  readonly withoutScanType?: string | undefined;
  readonly status?: string | undefined;
}

/** A page of the projects of a group, with a filter maybe an empty one. Refuses where nothing is at the path. */
export async function readProjects(
  client: Client,
  fullPath: string,
  filter: ProjectFilter,
  page: { readonly first: number; readonly after: string | null },
): Promise<Page<Project>> {
  const group = z.object({ projects: pageOf(projectSchema) });
  const query = `query (
    $fullPath: ID!, $includeSubgroups: Boolean, $withProfile: SecurityScanProfileID,
    $withoutProfile: SecurityScanProfileID, $withoutScanType: SecurityScanProfileType, $status: ScanProfileStatus,
    $first: Int, $after: String
  ) {
    group(fullPath: $fullPath) {
      projects(
        includeSubgroups: $includeSubgroups, withProfile: $withProfile, withoutProfile: $withoutProfile,
        withoutScanType: $withoutScanType, status: $status, first: $first, after: $after
      ) {
        nodes { id fullPath attachedSecurityScanProfiles { id name scanType } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }`;
  const answer = await client.read(z.object({ group: group.nullable() }), query, {
    fullPath,
    ...filter,
    ...page,
  });
  return (answer.group ?? refuseMissing([fullPath])).projects;
}

export const PROJECT_TEXT: Columns<Project> = {
  Project: ({ fullPath }) => fullPath,
  Profiles: ({ attachedSecurityScanProfiles: profiles }) => profiles.map(({ name }) => name).join('; '),
};

export const PROJECT_CSV: Columns<Project> = {
  id: ({ id }) => id,
  fullPath: ({ fullPath }) => fullPath,
  profiles: ({ attachedSecurityScanProfiles: profiles }) => profiles.map(({ id }) => id).join(' '),
  profileNames: ({ attachedSecurityScanProfiles: profiles }) => profiles.map(({ name }) => name).join('; '),
};

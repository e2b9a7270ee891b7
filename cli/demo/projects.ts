import * as z from 'zod';
import type { Caller } from './api.ts';
import type { Stage } from './stage.ts';

const profile = z.object({ name: z.string(), scanType: z.string(), triggers: z.array(z.string()) });

const project = z.object({
  id: z.string(),
  path: z.string(),
  fullPath: z.string(),
  group: z.object({ id: z.string(), fullPath: z.string() }),
  attachedSecurityScanProfiles: z.array(profile),
});

export type DemoProject = z.infer<typeof project>;

const FIELDS = `id path fullPath group { id fullPath } attachedSecurityScanProfiles { name scanType triggers }`;

const page = z.object({
  group: z.object({
    projects: z.object({
      nodes: z.array(project),
      pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
    }),
  }),
});

/** Every project of a group and of all groups below it, with its profiles, page by page. */
export async function allProjects(
  { bar }: Pick<Stage, 'bar'>,
  caller: Caller,
  fullPath: string,
  label: string,
): Promise<readonly DemoProject[]> {
  const found: DemoProject[] = [];
  let after: string | null = null;
  do {
    const answer: z.infer<typeof page> = await caller.ask(
      page,
      `query ($fullPath: ID!, $after: String) {
        group(fullPath: $fullPath) {
          projects(includeSubgroups: true, first: 100, after: $after) {
            nodes { ${FIELDS} } pageInfo { hasNextPage endCursor }
          }
        }
      }`,
      { fullPath, after },
    );
    const { nodes, pageInfo } = answer.group.projects;
    found.push(...nodes);
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    bar.show(label, found.length);
  } while (after !== null);
  bar.end();
  return found;
}

/** One project as a caller sees it, undefined if not at all. */
export async function projectAt(caller: Caller, fullPath: string): Promise<DemoProject | undefined> {
  const schema = z.object({ project: project.nullable() });
  const query = `query ($fullPath: ID!) { project(fullPath: $fullPath) { ${FIELDS} } }`;
  return (await caller.ask(schema, query, { fullPath })).project ?? undefined;
}

/** The number at the end of a global id. */
export function numberOf(globalId: string): number {
  return Number(globalId.split('/').at(-1));
}

export function holdsSecretDetection({ attachedSecurityScanProfiles }: DemoProject): boolean {
  return attachedSecurityScanProfiles.some(({ scanType }) => scanType === 'SECRET_DETECTION');
}

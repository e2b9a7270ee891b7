import * as z from 'zod';

const QUERY = 'query ($path: ID!) { project(fullPath: $path) { id securityScanProfiles { id } } }';

/** The question what a reader sees on the project at a path. */
export function question(path: string): string {
  return JSON.stringify({ query: QUERY, variables: { path } });
}

const withId = z.object({ id: z.string() });
const answerSchema = z.object({
  data: z.nullish(
    z.object({ project: z.nullish(withId.extend({ securityScanProfiles: z.nullable(z.array(withId)) })) }),
  ),
});

/** What was seen: undefined where there was nothing to see, or no answer. */
export function seen(
  body: string,
): { readonly project: number; readonly visible: readonly number[] } | undefined {
  const project = answerSchema.parse(JSON.parse(body)).data?.project;
  if (!project?.securityScanProfiles) return undefined;
  return { project: numberOf(project), visible: project.securityScanProfiles.map(numberOf) };
}

/** The last part of a global id. */
function numberOf({ id }: { readonly id: string }): number {
  return Number(id.split('/').at(-1));
}

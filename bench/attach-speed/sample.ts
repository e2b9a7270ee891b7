import { SAMPLE_AS_OF, SAMPLE_FILES } from '../../local/sample/files.ts';
import { readFiles } from '../../shared/import/files.ts';
import type { Target } from '../local-stack/measure.ts';

/** The largest top-level groups of the sample with all their projects, as its files say. */
export async function largestGroups(count: number): Promise<readonly Target[]> {
  const nothing = (): void => undefined;
  const { groups, projects } = await readFiles({ ...SAMPLE_FILES, asOf: SAMPLE_AS_OF }, nothing, nothing);
  /** Group → top-level group. Parents come before children. */
  const roots = new Map<number, number>();
  for (const { id, parentId } of groups.flat())
    roots.set(id, parentId === null ? id : (roots.get(parentId) ?? id));
  const below = Map.groupBy(projects, ({ parentId }) => roots.get(parentId ?? 0));
  return (groups[0] ?? [])
    .map(({ id, slug }) => ({
      name: slug,
      groupId: id,
      projectIds: (below.get(id) ?? []).map((project) => project.id),
    }))
    .toSorted((one, other) => other.projectIds.length - one.projectIds.length)
    .slice(0, count);
}

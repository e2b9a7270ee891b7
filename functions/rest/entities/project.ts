import type { GroupNode } from '../../../shared/domain/node.ts';
import type { ProjectNode } from '../../../shared/storage/nodes.ts';
import { fullPathOf, type Located } from '../../../shared/tree/locate.ts';

/** A project that the caller may see. */
export interface VisibleProject extends Located {
  readonly node: ProjectNode;
  /** Ids of those groups above it that the caller may see too. */
  readonly seen: ReadonlySet<number>;
}

/** A project in GitLab's fields. What is not known here is left out, or null where clients count on the field. */
export function projectEntity(project: VisibleProject, webUrl: string): object {
  const { node, groups, seen } = project;
  const fullPath = fullPathOf(project);
  const names = groups.map((group) => shownName(group, seen)).toReversed();
  return {
    id: node.id,
    description: null,
    name: node.name,
    name_with_namespace: [...names, node.name].join(' / '),
    path: node.slug,
    path_with_namespace: fullPath,
    default_branch: node.defaultBranch ?? null,
    web_url: `${webUrl}/${fullPath}`,
    namespace: namespaceOf(project, webUrl),
  };
}

function namespaceOf({ groups, seen }: VisibleProject, webUrl: string): object {
  const [group, above] = groups;
  if (!group) throw new Error('a project is in no group');
  const fullPath = fullPathOf({ node: group, groups });
  return {
    // To whom a group is hidden its path is known by that of the project, and no more.
    ...(seen.has(group.id) && { id: group.id, parent_id: above && seen.has(above.id) ? above.id : null }),
    name: shownName(group, seen),
    path: group.slug,
    kind: 'group',
    full_path: fullPath,
    web_url: `${webUrl}/${fullPath}`,
  };
}

function shownName({ id, name, slug }: GroupNode, seen: ReadonlySet<number>): string {
  return seen.has(id) ? name : slug;
}

import type { TreeChange } from './actions.ts';
import { nodeOf, type SourceNode, type SourceTree } from './source-tree.ts';

/** What an event about the tree carries. */
export interface SourceEvent {
  readonly 'detail-type': string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly node: SourceNode;
}

/** Makes a change at the source. Answers the event that tells of it; undefined where it is not possible there. */
export function changeSource(tree: SourceTree, change: TreeChange): SourceEvent | undefined {
  const before = tree.get(change.node);
  switch (change.change) {
    case 'CREATE': {
      const { parentId } = change;
      if (before || !isPlace(tree, parentId)) return undefined;
      const node = nodeOf(change.node, parentId, change.slug);
      if (isTaken(tree, node) || (node.kind === 'project' && parentId === null)) return undefined;
      tree.set(node);
      return { ...created(node), node };
    }
    case 'MOVE': {
      const { parentId } = change;
      if (!before || before.parentId === parentId || !isPlace(tree, parentId)) return undefined;
      if (before.kind === 'project' && parentId === null) return undefined;
      if (before.kind === 'group' && tree.isWithin(parentId, before.id)) return undefined;
      const node = { ...before, parentId };
      if (isTaken(tree, node)) return undefined;
      const oldRoot = tree.rootOf(before);
      tree.set(node);
      return { ...moved(before, node, oldRoot, tree.rootOf(node)), node };
    }
    case 'RENAME': {
      if (!before || before.slug === change.slug) return undefined;
      const node = { ...before, slug: change.slug };
      if (isTaken(tree, node)) return undefined;
      tree.set(node);
      const id = node.kind === 'group' ? { group_id: node.id } : { project_id: node.id };
      const detail = { ...id, path: node.slug, old_path: before.slug };
      return { 'detail-type': node.kind === 'group' ? 'GroupRenamed' : 'ProjectRenamedEvent', detail, node };
    }
    case 'DELETE': {
      if (!before || (before.kind === 'group' && tree.hasChildren(before.id))) return undefined;
      tree.delete(before.name);
      return before.kind === 'group'
        ? { 'detail-type': 'Groups::GroupDeletedEvent', detail: { group_id: before.id }, node: before }
        : { 'detail-type': 'ProjectDeleted', detail: { project_id: before.id }, node: before };
    }
  }
}

function isPlace(tree: SourceTree, parentId: number | null): boolean {
  return parentId === null || tree.get(`group:${parentId}`) !== undefined;
}

/** Two siblings of one kind cannot have one path. */
function isTaken(tree: SourceTree, { name, kind, parentId, slug }: SourceNode): boolean {
  const siblings = kind === 'group' ? tree.groups() : tree.projects();
  return siblings.some((other) => other.name !== name && other.parentId === parentId && other.slug === slug);
}

function created({ kind, id, parentId, slug }: SourceNode): Omit<SourceEvent, 'node'> {
  return kind === 'group'
    ? { 'detail-type': 'GroupCreatedEvent', detail: { group_id: id, parent_id: parentId, path: slug } }
    : { 'detail-type': 'ProjectCreated', detail: { project_id: id, namespace_id: parentId, path: slug } };
}

function moved(
  before: SourceNode,
  { kind, id, parentId }: SourceNode,
  oldRoot: number | undefined,
  newRoot: number | undefined,
): Omit<SourceEvent, 'node'> {
  const roots = { old_root_namespace_id: oldRoot, new_root_namespace_id: newRoot };
  if (kind === 'project') {
    const detail = {
      project_id: id,
      old_namespace_id: before.parentId,
      new_namespace_id: parentId,
      ...roots,
    };
    return { 'detail-type': 'Projects::ProjectTransferedEvent', detail };
  }
  const detail = { group_id: id, old_parent_id: before.parentId, new_parent_id: parentId, ...roots };
  return { 'detail-type': 'GroupTransferredEvent', detail };
}

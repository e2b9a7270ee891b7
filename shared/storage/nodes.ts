import * as z from 'zod/mini';
import type { GroupNode, NodeRef, TreeNode } from '../domain/node.ts';
import { INITIAL_STATE, type ProjectState } from '../domain/project-state.ts';
import type { Table } from '../environment/environment.ts';
import { nodeItemKey } from './keys.ts';
import { batchGet, type Item, keyText } from './read.ts';
import { type Piece, put, putNew, update } from './write.ts';

const attachment = z.object({
  seq: z.number(),
  at: z.number(),
  by: z.string(),
  operationId: z.string(),
  group: z.optional(z.number()),
  origin: z.optional(z.string()),
});

const state = z.object({
  version: z.number(),
  rootId: z.nullable(z.number()),
  rootVersion: z.number(),
  attachments: z.record(z.string(), attachment),
  decided: z.record(
    z.string(),
    z.object({
      seq: z.number(),
      operationId: z.string(),
      rootId: z.number(),
      logId: z.optional(z.number()),
      removed: z.optional(attachment),
      cancelled: z.optional(z.boolean()),
      superseded: z.optional(z.boolean()),
    }),
  ),
});

const base = {
  id: z.number(),
  slug: z.string(),
  name: z.string(),
  defaultBranch: z.optional(z.string()),
  parentId: z.nullable(z.number()),
  placedAt: z.number(),
  namedAt: z.number(),
  version: z.number(),
  transfer: z.optional(
    z.object({
      version: z.number(),
      operationId: z.string(),
      rootId: z.number(),
      sequence: z.number(),
      earlier: z.optional(z.array(z.object({ operationId: z.string(), rootId: z.number() }))),
    }),
  ),
  chain: z.array(z.number()),
  changedAt: z.number(),
  unsettledSince: z.optional(z.number()),
  placedBy: z.optional(z.array(z.string())),
  deletedAt: z.optional(z.number()),
};

const group = z.object({ ...base, kind: z.literal('group') });
const project = z.object({ ...base, kind: z.literal('project'), state: z.optional(state) });

/** A project and its attachments are one item. The tombstone of a deleted project has no state. */
export interface ProjectNode extends TreeNode {
  readonly kind: 'project';
  readonly parentId: number;
  readonly state: ProjectState;
}

/** Undefined for a tombstone: to everybody but the tree's own events a deleted node is absent. */
export function parseGroup(item: Item | undefined): GroupNode | undefined {
  if (item === undefined) return undefined;
  const node = group.parse(item);
  return node.deletedAt === undefined ? node : undefined;
}

export function parseProject(item: Item | undefined): ProjectNode | undefined {
  if (item === undefined) return undefined;
  const { parentId, ...node } = project.parse(item);
  if (node.deletedAt !== undefined || parentId === null) return undefined;
  return { ...node, parentId, state: node.state ?? INITIAL_STATE };
}

/** Any node, tombstones included. */
export function parseNode(item: Item): TreeNode {
  return item['kind'] === 'group' ? group.parse(item) : project.parse(item);
}

/** Nodes by `keyText` of their item, tombstones included. Consistent, but no snapshot. */
export async function readNodes(
  table: Table,
  refs: readonly NodeRef[],
): Promise<ReadonlyMap<string, TreeNode>> {
  const items = await batchGet(table, refs.map(nodeItemKey));
  return new Map([...items].map(([key, item]) => [key, parseNode(item)]));
}

export async function readNode(table: Table, ref: NodeRef): Promise<TreeNode | undefined> {
  return (await readNodes(table, [ref])).get(keyText(nodeItemKey(ref)));
}

/** Projects by id; absent and deleted ones are absent. */
export async function readProjects(
  table: Table,
  ids: readonly number[],
): Promise<ReadonlyMap<number, ProjectNode>> {
  const items = await batchGet(
    table,
    ids.map((id) => nodeItemKey({ kind: 'project', id })),
  );
  const projects = [...items.values()].flatMap((item) => parseProject(item) ?? []);
  return new Map(projects.map((node) => [node.id, node]));
}

/** A node that was never there. */
export function createNode(node: TreeNode): Piece {
  return putNew('node', nodeItemKey(node), itemOf(node, INITIAL_STATE));
}

/**
 * A node instead of the tombstone that was read: refused if it was made again, or deleted once more, since. A project's
 * state begins with a version that it never had before: beyond what one write a millisecond could have counted to. Who read
 * it before it was deleted is refused.
 */
export function recreateNode(node: TreeNode, tombstone: TreeNode): Piece {
  return put('node', nodeItemKey(node), itemOf(node, { ...INITIAL_STATE, version: node.changedAt }), {
    condition: '#version = :before AND deletedAt = :deletedAt',
    names: { '#version': 'version' },
    values: { ':before': tombstone.version, ':deletedAt': tombstone.deletedAt },
  });
}

function itemOf(node: TreeNode, initial: ProjectState): Record<string, unknown> {
  return { ...node, ...(node.kind === 'project' ? { state: initial } : {}) };
}

/**
 * Replaces a node's place and name if nobody did since it was read. A project's state gets a new version too: who
 * read it at its old place has to read again.
 */
export function moveNode(before: TreeNode, after: TreeNode): Piece {
  const fields =
    'slug = :slug, #name = :name, parentId = :parentId, placedAt = :placedAt, namedAt = :namedAt, changedAt = :changedAt, unsettledSince = :unsettledSince, placedBy = :placedBy';
  const state = after.kind === 'project' ? ', #state.#version = #state.#version + :one' : '';
  const transfer = after.transfer === undefined ? '' : ', transfer = :transfer';
  const branch = after.defaultBranch === undefined ? '' : ', defaultBranch = :branch';
  const unchanged = unchangedSince(before);
  return update(
    'node',
    nodeItemKey(after),
    `SET ${fields}, #version = :version, chain = :chain${transfer}${branch}${state}`,
    {
      condition: unchanged.condition,
      names: { ...unchanged.names, '#name': 'name', ...(state === '' ? {} : { '#state': 'state' }) },
      values: {
        ...unchanged.values,
        ':slug': after.slug,
        ':name': after.name,
        ':parentId': after.parentId,
        ':placedAt': after.placedAt,
        ':namedAt': after.namedAt,
        ':version': after.version,
        ':chain': after.chain,
        ':changedAt': after.changedAt,
        ':unsettledSince': after.unsettledSince ?? after.changedAt,
        ':placedBy': after.placedBy ?? [],
        ...(after.transfer === undefined ? {} : { ':transfer': after.transfer }),
        ...(branch === '' ? {} : { ':branch': after.defaultBranch }),
        ...(state === '' ? {} : { ':one': 1 }),
      },
    },
  );
}

/** Operations have been told of the node's last change, and so of all before it. Refused if it changed again. */
export function settleNode({ kind, id, changedAt }: TreeNode): Piece {
  return update('node', nodeItemKey({ kind, id }), 'REMOVE unsettledSince', {
    condition: 'changedAt = :changedAt AND attribute_not_exists(deletedAt)',
    values: { ':changedAt': changedAt },
  });
}

/** Leaves a tombstone. Without its state, no write about the project's attachments can follow. */
export function deleteNode(
  before: TreeNode,
  after: TreeNode & { readonly deletedAt: number },
  expiresAt: number,
): Piece {
  return put('node', nodeItemKey(after), { ...after, state: undefined, expiresAt }, unchangedSince(before));
}

/** The node is there, and neither its place nor its name was written since it was read. */
function unchangedSince({ version, placedAt, namedAt, changedAt }: TreeNode): {
  readonly condition: string;
  readonly names: Record<string, string>;
  readonly values: Record<string, unknown>;
} {
  const times = 'placedAt = :placedBefore AND namedAt = :namedBefore AND changedAt = :changedBefore';
  return {
    condition: `#version = :before AND ${times} AND attribute_not_exists(deletedAt)`,
    names: { '#version': 'version' },
    values: {
      ':before': version,
      ':placedBefore': placedAt,
      ':namedBefore': namedAt,
      ':changedBefore': changedAt,
    },
  };
}

/** The node was deleted later than its tombstone says. Refused if the tombstone is not the one that was read. */
export function deleteLater(tombstone: TreeNode, at: number, expiresAt: number): Piece {
  return update('node', nodeItemKey(tombstone), 'SET deletedAt = :at, expiresAt = :expiresAt', {
    condition: 'deletedAt = :before',
    values: { ':at': at, ':before': tombstone.deletedAt, ':expiresAt': expiresAt },
  });
}

/** A tombstone for a node that was never seen, so that what is older and comes later finds it. */
export function buryUnknown(after: TreeNode & { readonly deletedAt: number }, expiresAt: number): Piece {
  return putNew('node', nodeItemKey(after), { ...after, expiresAt });
}

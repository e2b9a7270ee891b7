/** A group or project of the tree, by the id that GitLab gave it (a positive integer). */
export interface NodeRef {
  readonly kind: 'group' | 'project';
  readonly id: number;
}

export function groupRef(id: number): NodeRef {
  return { kind: 'group', id };
}

export function projectRef(id: number): NodeRef {
  return { kind: 'project', id };
}

/** A text that names a node, for use as a key of maps: `group:12`. */
export function nodeKey(ref: NodeRef): string {
  return `${ref.kind}:${ref.id}`;
}

/** GitLab allows twenty levels of groups; a longer chain is taken for broken. */
export const MAXIMUM_LEVELS = 20;

/** The operation that re-homes what hangs below a node since it came from another top-level group. */
export interface Transfer {
  /** The placement version of that move. */
  readonly version: number;
  readonly operationId: string;
  /** The root whose log holds the operation, and its sequence number there. */
  readonly rootId: number;
  readonly sequence: number;
  /** Earlier re-homes that the node left behind it, latest first: what they did to it may still have to be recorded. */
  readonly earlier?: readonly Pick<Transfer, 'operationId' | 'rootId'>[] | undefined;
}

/** The clean-up that a node's last change of root brought, and those that it left behind it. */
export function cleanUpsOf({
  transfer,
}: Pick<TreeNode, 'transfer'>): readonly Pick<Transfer, 'operationId' | 'rootId'>[] {
  return transfer ? [transfer, ...(transfer.earlier ?? [])] : [];
}

/** The truth about a node's place in the tree. Times are epoch milliseconds, of the source of the tree. */
export interface TreeNode extends NodeRef {
  /** The last part of its path, as GitLab spells it. */
  readonly slug: string;
  readonly name: string;
  /** Of a project, where the source of the tree says it. */
  readonly defaultBranch?: string | undefined;
  /** Null for a top-level group. */
  readonly parentId: number | null;
  readonly placedAt: number;
  readonly namedAt: number;
  /** Drawn from the one placement counter at each move; 0 for a node that never moved since it was imported. */
  readonly version: number;
  readonly transfer?: Transfer | undefined;
  /** Ids of its ancestors as last seen, nearest first, the root last: a hint that saves reads, never trusted. */
  readonly chain: readonly number[];
  /** When we wrote its present place and name, by our own clock: what had ended before did not miss it. */
  readonly changedAt: number;
  /** `changedAt` of the first change that operations have not been told of yet, however often it changed since. */
  readonly unsettledSince?: number | undefined;
  /** Ids of the events that took effect at `placedAt`: told twice, they do not take effect twice. */
  readonly placedBy?: readonly string[] | undefined;
  /** Set on the tombstone that a deleted node leaves for thirty days. */
  readonly deletedAt?: number | undefined;
}

export interface GroupNode extends TreeNode {
  readonly kind: 'group';
}

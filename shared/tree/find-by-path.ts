import type { NodeRef } from '../domain/node.ts';
import { MAXIMUM_LEVELS } from '../domain/node.ts';
import { slug as slugSchema } from '../domain/slug.ts';
import type { Table } from '../environment/environment.ts';
import { findEdges } from '../storage/edges.ts';
import { nodeItemKey } from '../storage/keys.ts';
import { readNodes } from '../storage/nodes.ts';
import { keyText } from '../storage/read.ts';
import type { Sought } from './locate.ts';

/**
 * Finds what stands at a full path (`perl-team/modules/foo`, in any case), whether or not the caller may see it, and the
 * groups on the way there. Undefined if nothing does.
 */
export async function findByPath(
  table: Table,
  kind: NodeRef['kind'],
  fullPath: string,
): Promise<Sought | undefined> {
  const slugs = fullPath.split('/', MAXIMUM_LEVELS + 2);
  // Nothing can stand at another path; a longer one would not even make a key of the table.
  if (slugs.length > MAXIMUM_LEVELS + 1 || !slugs.every(isSlug)) return undefined;
  const chain: number[] = [];
  for (const [level, slug] of slugs.entries()) {
    const isLast = level === slugs.length - 1;
    const child = await findChild(table, chain[0] ?? null, isLast ? kind : 'group', slug);
    if (child === undefined || isLast) return child && { ...child, chain };
    chain.unshift(child.id);
  }
  return undefined;
}

function isSlug(text: string): boolean {
  return slugSchema.safeParse(text).success;
}

/** Of two nodes at one path the one that was placed later answers, as it does in the source of the tree. */
async function findChild(
  table: Table,
  parentId: number | null,
  kind: NodeRef['kind'],
  slug: string,
): Promise<NodeRef | undefined> {
  const children = await findEdges(table, parentId, kind, slug);
  if (children.length <= 1) return children[0];
  const nodes = await readNodes(table, children);
  const placedAt = (ref: NodeRef): number => nodes.get(keyText(nodeItemKey(ref)))?.placedAt ?? 0;
  return children.toSorted((one, other) => placedAt(other) - placedAt(one))[0];
}

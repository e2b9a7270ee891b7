import { MAXIMUM_LEVELS } from '../domain/node.ts';
import type { Table } from '../environment/environment.ts';
import { readNodes } from '../storage/nodes.ts';

/** Where groups stand, as far as an import has seen: for chains, and for what has no root. */
export class Ancestry {
  readonly #parents = new Map<number, number | null>();

  /** Notes a group at the place where the table has it now. */
  note(groupId: number, parentId: number | null): void {
    this.#parents.set(groupId, parentId);
  }

  /** Ids of the groups from this one up, nearest first, as far as they are known. */
  chainFrom(groupId: number | null): readonly number[] {
    const chain: number[] = [];
    for (let next = groupId; next !== null && chain.length <= MAXIMUM_LEVELS;) {
      chain.push(next);
      next = this.#parents.get(next) ?? null;
    }
    return chain;
  }

  hasRoot(parentId: number | null): boolean {
    if (parentId === null) return true;
    const chain = this.chainFrom(parentId);
    return chain.length <= MAXIMUM_LEVELS && this.#parents.get(chain.at(-1) ?? 0) === null;
  }

  /** Reads groups that the files do not have, and what stands above those. */
  async load(table: Table, groupIds: Iterable<number>): Promise<void> {
    let wanted = [...new Set(groupIds)];
    for (let level = 0; wanted.length > 0 && level <= MAXIMUM_LEVELS; level += 1) {
      const nodes = await readNodes(
        table,
        wanted.map((id) => ({ kind: 'group', id })),
      );
      const living = [...nodes.values()].filter((node) => node.deletedAt === undefined);
      for (const { id, parentId } of living) this.note(id, parentId);
      const above = living.flatMap(({ parentId }) => parentId ?? []);
      wanted = [...new Set(above)].filter((id) => !this.#parents.has(id));
    }
  }
}

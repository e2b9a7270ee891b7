import type { Step } from '../../observed.ts';
import { type Judge, Observer } from '../judge.ts';
import type { Read } from '../stored/change.ts';
import type { TreeNode } from '../stored/node.ts';

/**
 * S6: who walks down finds what stands there: every node stands under its parent, under its path in lower case, and nowhere
 * else. Pointer and edge change in one command.
 */
export class Edges extends Observer implements Judge {
  wrote(step: Step, reads: readonly Read[]): void {
    for (const read of reads) {
      if (read.of === 'NODE') {
        const { before, after } = read;
        if (placeOf(before) === placeOf(after)) continue;
        if (after && !after.isDeleted) this.look(step, after);
        if (before) this.lookAtLeft(step, before);
      }
      if (read.of === 'EDGE') this.lookAtEdge(step, read);
    }
  }

  private look(step: Step, node: TreeNode): void {
    const child = this.world.children.get(keyOf(node));
    if (child?.id !== node.id || child.isGroup !== node.isGroup)
      this.report('S6', step, `${nameOf(node)} does not stand at ${keyOf(node)}`);
  }

  /** Where it stood before nothing may be left of it. */
  private lookAtLeft(step: Step, before: TreeNode): void {
    const present = this.find(before);
    const isThere = present && !present.isDeleted && keyOf(present) === keyOf(before);
    if (!isThere && !before.isDeleted && this.world.children.has(keyOf(before)))
      this.report('S6', step, `${nameOf(before)} still stands at ${keyOf(before)}`);
  }

  private lookAtEdge(step: Step, { key, before, after }: Extract<Read, { of: 'EDGE' }>): void {
    const child = after ?? before;
    const node = child && this.find(child);
    const isThere = node && !node.isDeleted && keyOf(node) === key;
    if (after && !isThere) this.report('S6', step, `at ${key} stands what is not there`);
    if (!after && isThere) this.report('S6', step, `${nameOf(node)} does not stand at ${key} any more`);
  }

  private find({ isGroup, id }: Pick<TreeNode, 'isGroup' | 'id'>): TreeNode | undefined {
    return (isGroup ? this.world.groups : this.world.projects).get(id);
  }
}

function nameOf({ isGroup, id }: TreeNode): string {
  return `${isGroup ? 'group' : 'project'} ${id}`;
}

function placeOf(node: TreeNode | undefined): string | undefined {
  return node && !node.isDeleted ? keyOf(node) : undefined;
}

function keyOf({ isGroup, id, parentId, slug }: TreeNode): string {
  return `GROUP#${parentId ?? 'ROOT'} ${isGroup ? 'G' : 'P'}#${slug.toLowerCase()}#${id}`;
}

import type { Observation, Step, TreeEvent } from '../../observed.ts';
import { DeadLetters } from '../dead-letters.ts';
import { type Judge, Observer } from '../judge.ts';
import type { World } from '../world.ts';

/**
 * S7: what was accepted ends, or lies in a dead-letter queue: operations, their pages, and what was said of the tree. That an
 * operation is stalled, and somebody told of it, is no excuse: whatever is lost without a word is sent again, and stalls.
 */
export class Ends extends Observer implements Judge {
  private readonly deadLetters = new DeadLetters();
  /** The last thing that the source said of each node. */
  private readonly said = new Map<TreeEvent['node'], TreeEvent>();

  observe(observation: Observation): void {
    this.deadLetters.observe(observation);
    if (observation.kind !== 'TREE') return;
    const known = this.said.get(observation.node);
    if (!known || known.time < observation.time) this.said.set(observation.node, observation);
  }

  atRest(step: Step): void {
    for (const { id, kind, hasEnded } of this.world.operations.values()) {
      if (!hasEnded && !this.deadLetters.holdsOperation(id))
        this.report('S7', step, `${kind} ${id} has not ended`);
    }
    for (const { operationId, pageId } of this.world.open.values()) {
      // The END of an operation stays for an hour, until nothing of it can act any longer.
      const isOver = pageId === 'END' && this.world.operations.get(operationId)?.hasEnded;
      if (!isOver && !this.deadLetters.holdsOperation(operationId))
        this.report('S7', step, `page ${pageId} of operation ${operationId} is left open`);
    }
    for (const event of this.said.values()) this.lookAtNode(step, event);
    for (const node of this.world.parked.values()) {
      if (this.isLiving(node) && !this.deadLetters.holdsNode(node))
        this.report('S7', step, `an event waits for ${node}, which is there`);
    }
  }

  private lookAtNode(step: Step, { node, change, parentId }: TreeEvent): void {
    if (this.deadLetters.holdsNode(node)) return;
    const isLiving = this.isLiving(node);
    if (isLiving !== (change !== 'DELETE')) {
      this.report(
        'S7',
        step,
        `${node} is ${isLiving ? 'there' : 'not there'} after its last event, ${change}`,
      );
      return;
    }
    const present = this.find(node)?.parentId;
    if (isLiving && present !== parentId)
      this.report('S7', step, `${node} is below ${present}, and its last event, ${change}, said ${parentId}`);
  }

  private isLiving(node: string): boolean {
    return this.find(node)?.isDeleted === false;
  }

  private find(node: string): ReturnType<World['groups']['get']> {
    const [kind, id] = node.split(':');
    return (kind === 'group' ? this.world.groups : this.world.projects).get(Number(id));
  }
}

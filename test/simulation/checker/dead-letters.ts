import type { Observation } from '../observed.ts';

/** What lies in dead-letter queues: an operator is told of it, so that what it stands for may be undone yet. */
export class DeadLetters {
  private readonly bodies: string[] = [];

  observe(observation: Observation): void {
    if (observation.kind === 'DEAD_LETTER') this.bodies.push(observation.body);
    if (observation.kind !== 'REDRIVEN') return;
    const index = this.bodies.indexOf(observation.body);
    if (index !== -1) this.bodies.splice(index, 1);
  }

  /** Whether a message of the operation lies there. */
  holdsOperation(operationId: string): boolean {
    return this.bodies.some((body) => body.includes(`"${operationId}"`));
  }

  /** Whether an event about the node lies there: `group:12`. */
  holdsNode(node: string): boolean {
    const [kind = '', id = ''] = node.split(':');
    const pattern = new RegExp(`\\\\?"${kind}_id\\\\?":\\s*${id}\\b`);
    return this.bodies.some((body) => pattern.test(body));
  }

  get isEmpty(): boolean {
    return this.bodies.length === 0;
  }
}

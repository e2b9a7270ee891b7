import type { Answered, Asked, Observation } from '../../observed.ts';
import { type Judge, Observer } from '../judge.ts';

/** What is asked for by an operation of its own. */
const MAKING = ['ATTACH', 'DETACH', 'UNDO', 'RETRY', 'APPLY', 'ADOPT', 'DELETE_PROFILE'];

/**
 * S5: who asks for something is the last one to have asked. The operation of the answer is a new one, or was the last of its
 * root when it was asked for, or later: what was accepted since would have the last word instead.
 */
export class Newest extends Observer implements Judge {
  /** By request: the numbers of the roots when it was sent. */
  private readonly before = new Map<string, ReadonlyMap<number, number>>();
  /** By actor and key. */
  private readonly used = new Set<string>();

  observe(observation: Observation): void {
    if (observation.kind === 'ASKED') this.ask(observation);
    if (observation.kind === 'ANSWERED') this.judge(observation);
  }

  private ask({ request, actor, mutation, idempotencyKey }: Asked): void {
    const key = `${actor} ${idempotencyKey ?? ''}`;
    // Under a key that was used an older one is right.
    const isRepeated = idempotencyKey !== undefined && this.used.has(key);
    this.used.add(key);
    if (MAKING.includes(mutation.kind) && !isRepeated)
      this.before.set(request, new Map(this.world.sequences));
  }

  private judge({ at, request, operationId = '' }: Answered): void {
    const before = this.before.get(request);
    const operation = this.world.operations.get(operationId);
    if (!before || !operation) return;
    const { id, kind, rootId, sequence } = operation;
    const last = before.get(rootId) ?? 0;
    if (sequence < last)
      this.report(
        'S5',
        at,
        `${request} was answered with ${kind} ${id} (${sequence}), after which ${last} had come`,
      );
  }
}

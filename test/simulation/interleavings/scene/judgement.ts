import type { AttachmentAnswer } from '../../../../shared/pipeline/request.ts';
import { Checker } from '../../checker/checker.ts';
import type { Change, RawItem } from '../../observed.ts';
import { MOVING_PROJECT, NEW_ROOT, REQUESTS, type Requester } from './cast.ts';
import { wrongWith } from './outcome.ts';
import { NOON } from './surroundings.ts';

/** What is known of one schedule, and whether it kept what was promised. */
export class Judgement {
  readonly #checker: Checker;
  readonly #projectIds: readonly number[];
  #isMoved = false;
  #step = 0;

  /** @param projectIds that are named */
  constructor(base: readonly RawItem[], projectIds: readonly number[]) {
    this.#projectIds = projectIds;
    this.#checker = new Checker(base, { hearsEvents: false });
  }

  asks(role: Requester): void {
    const { kind, mode, profile } = REQUESTS[role];
    const projectIds = this.#projectIds;
    const about = { profile: String(profile.id), projectIds, groupIds: [], dryRun: false };
    const mutation = kind === 'ATTACH' ? { kind, mode, ...about } : { kind, ...about };
    this.#checker.observe({ kind: 'ASKED', at: this.#step, request: role, actor: 'owner', mutation });
  }

  hears(role: Requester, answer: AttachmentAnswer): void {
    const about = { kind: 'ANSWERED', at: this.#step, request: role, status: 200 } as const;
    if (answer.result === 'ACCEPTED') {
      this.#checker.observe({ ...about, operationId: answer.operation.id, errors: [] });
    } else this.#checker.observe({ ...about, errors: [answer.result] });
  }

  moves(): void {
    this.#isMoved = true;
    const node = `project:${MOVING_PROJECT}` as const;
    this.#checker.observe({
      kind: 'TREE',
      at: this.#step,
      node,
      change: 'MOVE',
      parentId: NEW_ROOT,
      time: NOON,
    });
  }

  wrote(changes: readonly Change[]): void {
    this.#step += 1;
    this.#checker.wrote(this.#step, changes);
  }

  /** Throws where it ended otherwise than it had to. */
  atRest(items: readonly RawItem[], surprises: readonly string[]): void {
    this.#checker.atRest(items);
    const found = [
      ...this.#checker.violations.map(({ promise, what }) => `${promise}: ${what}`),
      ...surprises,
      ...wrongWith(items, this.#projectIds, this.#isMoved),
    ];
    if (found.length > 0) throw new Error(found.join('\n'));
  }
}

import type { Answered, Asked, Mutation, Observation, Step } from '../../observed.ts';
import { type Judge, Observer } from '../judge.ts';
import type { Claim, Read } from '../stored/change.ts';
import type { Operation } from '../stored/operation.ts';

/** For so long (milliseconds) a key stands for the request that used it first. */
const LIFETIME = 24 * 60 * 60 * 1000;

/** What a client is told where something failed that has nothing to do with what was asked. */
const OUTAGE = 'Something went wrong';

/** A request under a key, and for what the key stood when it was asked. */
interface Keyed {
  readonly name: string;
  readonly content: string;
  /** What had been asked under the key before. */
  readonly earlier: readonly string[];
  /** The operation that had claimed the key. */
  readonly claimedBy: string | undefined;
}

/** S12: one key of a caller stands for one request and one operation: also where that request would be refused by now. */
export class Repetition extends Observer implements Judge {
  /** How many operations there may be of one content: one for each key, and for each request without a key. */
  private readonly allowed = new Map<string, Set<string>>();
  private readonly accepted = new Map<string, number>();
  /** By request. */
  private readonly keyed = new Map<string, Keyed>();
  /** By actor and key. */
  private readonly contents = new Map<string, readonly string[]>();
  /** By actor and key: the content for which an operation was answered, and that operation. */
  private readonly answers = new Map<string, { readonly content: string; readonly operationId: string }>();

  wrote(step: Step, reads: readonly Read[]): void {
    for (const read of reads) {
      if (read.of === 'OPERATION' && read.after && !read.before) this.accept(step, read.after);
      if (read.of === 'CLAIM' && read.after) this.lookAtClaim(step, read.key, read.before, read.after);
    }
  }

  private lookAtClaim(step: Step, key: string, before: Claim | undefined, after: Claim): void {
    if (!this.world.operations.has(after.operationId))
      this.report('S12', step, `${key} stands for ${after.operationId}, which is not there`);
    if (!before || before.operationId === after.operationId) return;
    if (after.createdAt < before.createdAt + LIFETIME)
      this.report('S12', step, `${key} stood for ${before.operationId} and stands for ${after.operationId}`);
  }

  /** An answer may have been lost, and the request have come again: that must not make another operation. */
  private accept(step: Step, operation: Operation): void {
    const target = targetOf(operation);
    if (target === undefined || operation.source || operation.followUpOf !== undefined) return;
    const number = (this.accepted.get(target) ?? 0) + 1;
    this.accepted.set(target, number);
    const allowed = this.allowed.get(target)?.size ?? 0;
    if (allowed > 0 && number > allowed)
      this.report('S12', step, `${number} operations came of ${allowed} requests: ${target}`);
  }

  observe(observation: Observation): void {
    if (observation.kind === 'ASKED') this.ask(observation);
    if (observation.kind === 'ANSWERED') this.compare(observation);
  }

  private ask(asked: Asked): void {
    const { mutation, actor, idempotencyKey, request } = asked;
    if (idempotencyKey !== undefined) this.note(request, actor, idempotencyKey, contentOf(mutation));
    const target = mutation.kind === 'ATTACH' || mutation.kind === 'DETACH' ? targetOf(mutation) : undefined;
    if (target === undefined) return;
    const allowed = this.allowed.get(target) ?? new Set();
    allowed.add(idempotencyKey === undefined ? `without: ${request}` : `${actor} ${idempotencyKey}`);
    this.allowed.set(target, allowed);
  }

  private note(request: string, actor: string, key: string, content: string): void {
    const name = `${actor} ${key}`;
    const earlier = this.contents.get(name) ?? [];
    const claimedBy = this.world.claims.get(`IDEMPOTENCY#${name}`)?.operationId;
    this.keyed.set(request, { name, content, earlier, claimedBy });
    this.contents.set(name, [...earlier, content]);
  }

  private compare({ at, request, operationId, errors }: Answered): void {
    const keyed = this.keyed.get(request);
    if (!keyed) return;
    const { name, content, earlier, claimedBy } = keyed;
    const isSame = earlier.every((other) => other === content);
    if (claimedBy !== undefined && isSame && operationId !== claimedBy && !errors.some(isOutage))
      this.report(
        'S12',
        at,
        `${name} stands for ${claimedBy}, and was answered with ${operationId ?? errors.join()}`,
      );
    if (claimedBy !== undefined && !earlier.includes(content) && operationId !== undefined)
      this.report('S12', at, `${name} stands for another request than what ${operationId} came of`);
    if (operationId !== undefined) this.compareAnswers(at, keyed, operationId);
  }

  /** Of two requests at once neither need have found the key claimed. */
  private compareAnswers(at: Step, { name, content }: Keyed, operationId: string): void {
    const known = this.answers.get(name);
    if (!known) this.answers.set(name, { content, operationId });
    else if (known.content !== content)
      this.report(
        'S12',
        at,
        `${name} stands for another request, and was answered with operation ${operationId}`,
      );
    else if (known.operationId !== operationId)
      this.report('S12', at, `${name} was answered with ${known.operationId} and ${operationId}`);
  }
}

function isOutage(error: string): boolean {
  return error.startsWith(OUTAGE);
}

/** Neither the order of ids nor their repetition makes another request. */
function contentOf(mutation: Mutation): string {
  if (mutation.kind !== 'ATTACH' && mutation.kind !== 'DETACH') return JSON.stringify(mutation);
  const { kind, profile, projectIds, groupIds } = mutation;
  const ordered = (ids: readonly number[]): readonly number[] => [...new Set(ids)].toSorted((a, b) => a - b);
  // A detach has no mode.
  const mode = kind === 'ATTACH' ? mutation.mode : undefined;
  return JSON.stringify([kind, mode ?? null, profile, ordered(projectIds), ordered(groupIds)]);
}

interface Target {
  readonly kind: string;
  readonly projectIds: readonly number[];
  readonly groupIds: readonly number[];
}

/** What tells an attach or a detach in requests and in operations alike; of several groups an operation may leave some out. */
function targetOf({ kind, projectIds, groupIds }: Target): string | undefined {
  if ((kind !== 'ATTACH' && kind !== 'DETACH') || groupIds.length > 1) return undefined;
  return `${kind} ${[...new Set(projectIds)].toSorted((a, b) => a - b).join()} / ${groupIds.join()}`;
}

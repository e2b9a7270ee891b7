import type { Answered, Asked, Mutation, Observation, Step } from '../../observed.ts';
import type { Judge, Report } from '../judge.ts';
import type { Read } from '../stored/change.ts';

/** For so long (milliseconds) a key stands for the request that used it first. */
const LIFETIME = 24 * 60 * 60 * 1000;

/** S12: one key of a caller stands for one request and one operation. */
export class Repetition implements Judge {
  private readonly report: Report;
  private readonly asked = new Map<string, Asked>();
  /** By actor and key: the content for which an operation was answered, and that operation. */
  private readonly answers = new Map<string, { readonly content: string; readonly operationId: string }>();

  constructor(report: Report) {
    this.report = report;
  }

  wrote(step: Step, reads: readonly Read[]): void {
    for (const read of reads) {
      if (read.of !== 'CLAIM' || !read.before || !read.after) continue;
      const { before, after, key } = read;
      if (before.operationId !== after.operationId && after.createdAt < before.createdAt + LIFETIME)
        this.report(
          'S12',
          step,
          `${key} stood for ${before.operationId} and stands for ${after.operationId}`,
        );
    }
  }

  observe(observation: Observation): void {
    if (observation.kind === 'ASKED') this.asked.set(observation.request, observation);
    if (observation.kind === 'ANSWERED') this.compare(observation);
  }

  private compare({ at, request, operationId }: Answered): void {
    const asked = this.asked.get(request);
    if (asked?.idempotencyKey === undefined || operationId === undefined) return;
    const key = `${asked.actor} ${asked.idempotencyKey}`;
    const content = contentOf(asked.mutation);
    const known = this.answers.get(key);
    if (!known) this.answers.set(key, { content, operationId });
    else if (known.content !== content)
      this.report(
        'S12',
        at,
        `${key} stands for another request, and was answered with operation ${operationId}`,
      );
    else if (known.operationId !== operationId)
      this.report('S12', at, `${key} was answered with ${known.operationId} and ${operationId}`);
  }
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

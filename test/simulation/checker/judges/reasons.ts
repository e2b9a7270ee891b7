import type { Step } from '../../observed.ts';
import { type Judge, Observer, type Report } from '../judge.ts';
import type { Read } from '../stored/change.ts';
import type { Operation } from '../stored/operation.ts';
import type { World } from '../world.ts';

type Failures = Extract<Read, { of: 'EXCEPTIONS' }>;

const MAXIMUM_PROFILES = 10;

/** Where a project was, and how many profiles it held that are ACTIVE, from a step on. */
interface Moment {
  readonly from: Step;
  readonly rootId: number | undefined;
  readonly held: number;
}

/** S6: a project of which nothing was done was decided all the same: the reason that is recorded held at some moment. */
export class Reasons extends Observer implements Judge {
  private readonly moments = new Map<number, Moment[]>();
  private readonly accepted = new Map<string, Step>();

  constructor(world: World, report: Report) {
    super(world, report);
    this.look(0);
  }

  wrote(step: Step, reads: readonly Read[]): void {
    if (reads.some(({ of }) => of === 'NODE' || of === 'PROFILE')) this.look(step);
    for (const read of reads) {
      if (read.of === 'OPERATION' && read.after && !read.before) this.accepted.set(read.after.id, step);
      if (read.of === 'EXCEPTIONS') this.judge(step, read);
    }
  }

  private look(step: Step): void {
    for (const { id, state } of this.world.projects.values()) {
      const held = [...(state?.attachments.keys() ?? [])].filter((profile) => this.world.isActive(profile));
      const moment = { from: step, rootId: this.world.rootOf(id), held: held.length };
      const known = this.moments.get(id);
      if (!known) this.moments.set(id, [moment]);
      else if (!isSame(known.at(-1), moment)) known.push(moment);
    }
  }

  private judge(step: Step, { operationId, outcome, after }: Failures): void {
    const operation = this.world.operations.get(operationId);
    const since = this.accepted.get(operationId);
    if (!operation || since === undefined || !after) return;
    for (const [projectId, code] of after) {
      const all = this.moments.get(projectId) ?? [];
      const first = all.findLastIndex(({ from }) => from <= since);
      const moments = first === -1 ? [{ from: 0, rootId: undefined, held: 0 }, ...all] : all.slice(first);
      if (!this.isTrue(code, operation, moments))
        this.report(
          'S6',
          step,
          `${operation.kind} ${operationId} says ${outcome}/${code} of ${projectId}, which never held`,
        );
    }
  }

  private isTrue(code: string, operation: Operation, moments: readonly Moment[]): boolean {
    switch (code) {
      case 'DELETED':
        return moments.some(({ rootId }) => rootId === undefined);
      case 'MOVED_TO_ANOTHER_ROOT':
        return moments.some(({ rootId }) => rootId !== undefined && rootId !== operation.rootId);
      case 'PROFILE_DELETED':
        return operation.kind !== 'ATTACH' || !this.world.isActive(operation.profileId ?? 0);
      case 'CANCELLED':
        return operation.isStopped;
      case 'LIMIT_REACHED':
        // What an undo or an adoption would put on comes all together.
        return operation.kind !== 'ATTACH' || moments.some(({ held }) => held >= MAXIMUM_PROFILES);
      case 'INTERNAL':
        return false;
      default:
        return true;
    }
  }

  /** Who came too late has somebody who was accepted later, and decided about the project. */
  atRest(step: Step): void {
    for (const operation of this.world.operations.values()) {
      if (operation.isPreview || !this.accepted.has(operation.id)) continue;
      for (const [projectId, pages] of this.world.saidBy(operation.id)) {
        if (pages.some(({ code }) => code === 'SUPERSEDED') && !this.isSuperseded(operation, projectId))
          this.report(
            'S5',
            step,
            `${operation.kind} ${operation.id} came too late for ${projectId}, after nobody`,
          );
      }
    }
  }

  private isSuperseded({ rootId, sequence }: Operation, projectId: number): boolean {
    return [...this.world.operations.values()].some(
      (other) =>
        other.rootId === rootId &&
        other.sequence > sequence &&
        !other.isPreview &&
        (this.world.saidBy(other.id).get(projectId) ?? []).some(({ kind }) => kind !== 'FAILED'),
    );
  }
}

function isSame(one: Moment | undefined, other: Moment): boolean {
  return one?.rootId === other.rootId && one?.held === other.held;
}

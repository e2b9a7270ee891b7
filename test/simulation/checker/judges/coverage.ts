import type { Step } from '../../observed.ts';
import { type Judge, Observer, type Report } from '../judge.ts';
import type { Said } from '../outcomes.ts';
import type { Read } from '../stored/change.ts';
import { isEdit, type Operation } from '../stored/operation.ts';
import type { World } from '../world.ts';

/**
 * S6: a project that is in the target from acceptance to completion gets a decision. An operation that ends before it is told
 * of a node that moved is complete for what hangs there once another has completed it; a preview is of what it met (ADR 24).
 */
export class Coverage extends Observer implements Judge {
  /** Of running operations: projects that have been in the target without a break since the acceptance. */
  private readonly within = new Map<string, Set<number>>();
  /** Of ended ones: those that were until the end. */
  private readonly expected = new Map<string, ReadonlySet<number>>();
  /** Of ended ones, too: those of them that were under way at the end, and have been in the target since. */
  private readonly underWay = new Map<string, Set<number>>();

  constructor(world: World, report: Report) {
    super(world, report);
    for (const operation of world.operations.values()) if (!operation.hasEnded) this.accept(operation);
  }

  wrote(_step: Step, reads: readonly Read[]): void {
    const isMoved = reads.some(
      (read) =>
        read.of === 'NODE' &&
        (read.before?.parentId !== read.after?.parentId || read.before?.isDeleted !== read.after?.isDeleted),
    );
    if (isMoved) this.withoutThoseThatLeft();
    for (const read of reads) {
      if (read.of !== 'OPERATION' || !read.after) continue;
      if (!read.before && !isEdit(read.after)) this.accept(read.after);
      if (read.after.hasEnded && read.before?.hasEnded === false) this.end(read.after);
    }
  }

  private accept(operation: Operation): void {
    const ids = operation.source
      ? this.takenFrom(operation.source.operationId, operation.source.take)
      : [...this.world.projects.keys()].filter((id) => this.isIn(operation, id));
    this.within.set(operation.id, new Set(ids));
  }

  private end({ id, isPreview }: Operation): void {
    const byMotion = Map.groupBy(this.within.get(id) ?? [], (projectId) => this.isUnderWay(projectId));
    this.expected.set(id, new Set(byMotion.get(false)));
    if (!isPreview) this.underWay.set(id, new Set(byMotion.get(true)));
    this.within.delete(id);
  }

  /** Whether operations have still to be told of a change of its place: its own, or that of a group above. */
  private isUnderWay(projectId: number): boolean {
    const chain = this.world.chainOf(projectId) ?? [];
    const project = this.world.projects.get(projectId);
    return project?.isUnsettled === true || chain.some(({ isUnsettled }) => isUnsettled);
  }

  private withoutThoseThatLeft(): void {
    for (const [operationId, ids] of [...this.within, ...this.underWay]) {
      const operation = this.world.operations.get(operationId);
      if (!operation || operation.source) continue;
      for (const id of ids) if (!this.isIn(operation, id)) ids.delete(id);
    }
  }

  /** A project that was named is contained wherever it is. Nothing is promised of one without a root. */
  private isIn({ projectIds, groupIds }: Operation, projectId: number): boolean {
    const chain = this.world.chainOf(projectId);
    if (!chain) return false;
    return projectIds.includes(projectId) || chain.some(({ id }) => groupIds.includes(id));
  }

  /** What goes by the records of another operation is for those projects, wherever they are. */
  private takenFrom(operationId: string, take: string): readonly number[] {
    const said = [...this.world.saidBy(operationId)];
    const isTaken = ({ kind, effect }: Said): boolean =>
      take === 'ALL' ||
      (take === 'FAILED' ? kind === 'FAILED' : effect.made.length + effect.removed.length > 0);
    return said.filter(([, pages]) => pages.some(isTaken)).map(([id]) => id);
  }

  atRest(step: Step): void {
    for (const [operationId, settled] of this.expected) {
      const operation = this.world.operations.get(operationId);
      // What was stopped plans nothing more (ADR 10).
      if (!operation || operation.isStopped) continue;
      const decided = new Set(this.completions(operation).flatMap((id) => [...this.world.saidBy(id).keys()]));
      const expected = [...settled, ...(this.underWay.get(operationId) ?? [])];
      const missing = expected.filter((id) => !decided.has(id));
      if (missing.length > 0)
        this.report(
          'S6',
          step,
          `${operation.kind} ${operationId} decided nothing about ${missing.join()}, which were its all the time`,
        );
    }
  }

  /** A node that moved shortly before the end is decided by another operation that completes this one (section 4). */
  private completions({ id, rootId, sequence }: Operation): readonly string[] {
    const others = [...this.world.operations.values()].filter(
      (other) => other.rootId === rootId && other.sequence === sequence && other.followUpOf !== undefined,
    );
    return [id, ...others.map((other) => other.id)];
  }
}

import type { Step } from '../../observed.ts';
import { type Judge, Observer, type Report } from '../judge.ts';
import type { Read } from '../stored/change.ts';
import type { State, TreeNode } from '../stored/node.ts';
import type { Operation } from '../stored/operation.ts';
import type { World } from '../world.ts';

/** What was written to a project in the name of an operation: `made` or `removed`, and which profile. */
type EffectKey = `${number} ${'made' | 'removed'} ${number}`;

/** S11: every effect that was written has its record, and every effect that is recorded was written. */
export class Effects extends Observer implements Judge {
  /** By operation; when it was written. */
  private readonly written = new Map<string, Map<EffectKey, Step>>();
  /** Operations whose work was done before the history began: what they wrote was not seen. */
  private readonly unseen: ReadonlySet<string>;
  private readonly deleted = new Set<number>();

  constructor(world: World, report: Report) {
    super(world, report);
    this.unseen = new Set(world.operations.keys());
  }

  wrote(step: Step, reads: readonly Read[]): void {
    for (const read of reads) {
      if (read.of !== 'NODE' || !read.after || read.after.isGroup) continue;
      if (read.after.isDeleted) this.deleted.add(read.after.id);
      if (read.before?.state && read.after.state)
        this.compare(step, read.after, read.before.state, read.after.state);
    }
  }

  private compare(step: Step, { id }: TreeNode, before: State, after: State): void {
    for (const [profileId, { operationId }] of after.attachments) {
      if (before.attachments.get(profileId)?.operationId !== operationId)
        this.note(step, operationId, `${id} made ${profileId}`);
    }
    for (const [profileId, { operationId }] of before.attachments) {
      if (after.attachments.get(profileId)?.operationId === operationId) continue;
      const by = removerOf(profileId, before, after) ?? '';
      if (by !== '') this.note(step, by, `${id} removed ${profileId}`);
      // DESIGN.md 3: what is attached of a profile that is not ACTIVE is dropped by any write, in nobody's name.
      else if (this.world.isActive(profileId))
        this.report('S11', step, `profile ${profileId} went from project ${id} without a trace`);
    }
  }

  private note(step: Step, operationId: string, key: EffectKey): void {
    const operation = this.world.operations.get(operationId);
    if (!operation || operation.isPreview)
      this.report(
        'S11',
        step,
        `${key}, by operation ${operationId}, which is ${operation ? 'a preview' : 'none'}`,
      );
    const known = this.written.get(operationId) ?? new Map<EffectKey, Step>();
    known.set(key, step);
    this.written.set(operationId, known);
  }

  atRest(step: Step): void {
    for (const operation of this.world.operations.values()) {
      if (!operation.isPreview && operation.hasEnded) this.judge(step, operation);
    }
  }

  private judge(step: Step, { id, kind }: Operation): void {
    const recorded = new Set<EffectKey>();
    for (const [projectId, pages] of this.world.saidBy(id)) {
      for (const { pageId, kind: outcome, effect } of pages) {
        for (const profileId of effect.made) recorded.add(`${projectId} made ${profileId}`);
        for (const profileId of effect.removed) recorded.add(`${projectId} removed ${profileId}`);
        const isChange = effect.made.length + effect.removed.length > 0;
        if (isChange !== (outcome === 'APPLIED'))
          this.report(
            'S11',
            step,
            `page ${pageId} of ${kind} ${id} says ${outcome} of project ${projectId}, and ${isChange ? 'an' : 'no'} effect`,
          );
      }
    }
    const written = this.written.get(id) ?? new Map<EffectKey, Step>();
    for (const [key, at] of written) {
      // Nothing can be read off a project that was deleted before its page was recorded: the record says DELETED.
      if (!recorded.has(key) && !this.deleted.has(Number.parseInt(key, 10)))
        this.report('S11', step, `${kind} ${id} has no record of: project ${key} (written at step ${at})`);
    }
    if (this.unseen.has(id)) return;
    for (const key of recorded) {
      if (!written.has(key))
        this.report('S11', step, `${kind} ${id} records what it did not do: project ${key}`);
    }
  }
}

/** By the decisions on the project: the one that took this very attachment and was not there before. */
function removerOf(profileId: number, before: State, after: State): string | undefined {
  const attachment = before.attachments.get(profileId);
  for (const [key, decision] of after.decided) {
    const about = key.startsWith('PAST#') ? key.slice(key.lastIndexOf('#') + 1) : key;
    if (about !== String(profileId) || decision.removed?.operationId !== attachment?.operationId) continue;
    const known = before.decided.get(key);
    if (
      known?.removed === undefined ||
      known.operationId !== decision.operationId ||
      known.seq !== decision.seq
    )
      return decision.operationId;
  }
  return undefined;
}

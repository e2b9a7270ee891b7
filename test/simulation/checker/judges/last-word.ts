import type { Step } from '../../observed.ts';
import { type Judge, Observer, type Report } from '../judge.ts';
import type { Said } from '../outcomes.ts';
import type { Read } from '../stored/change.ts';
import type { Operation } from '../stored/operation.ts';
import type { World } from '../world.ts';

/** What an operation says that a profile is on a project, from its number on. */
interface Claim {
  readonly sequence: number;
  readonly isOn: boolean;
  readonly operation: Operation;
}

/** Whether a profile of the root of its place is on a project. */
interface Standing {
  readonly projectId: number;
  readonly profileId: number;
  readonly rootId: number;
  readonly isOn: boolean;
}

/** Modes that take other profiles of their scan type away. */
const CLEARING = ['SET', 'REPLACE'];

/**
 * S5: of the operations that decided about a profile on a project, the one that was accepted last has the last word. Who
 * decided, and what, is read off the records: an outcome that is a decision (also one that found nothing to do), and what
 * was made and removed. A failure, and what a mode, a cancel or a preview left alone, decides nothing (ADR 4, 8, 9, 10).
 */
export class LastWord extends Observer implements Judge {
  /** What each project held when the history began. */
  private readonly first = new Map<number, ReadonlySet<number>>();
  /** Per project and root: the root's number when the project last left it for another root, or was deleted. */
  private readonly exits = new Map<string, number>();
  /** The same, only where it was deleted: that takes its decisions away with it. */
  private readonly deletions = new Map<string, number>();
  private readonly roots = new Map<number, number>();

  constructor(world: World, report: Report) {
    super(world, report);
    for (const { id, state } of world.projects.values())
      this.first.set(id, new Set(state?.attachments.keys()));
    this.followRoots();
  }

  wrote(_step: Step, reads: readonly Read[]): void {
    for (const read of reads) {
      if (read.of !== 'NODE') continue;
      if (read.after?.isDeleted && !read.after.isGroup) this.leaveAll(read.after.id);
      if (read.before?.parentId !== read.after?.parentId || read.before?.isDeleted !== read.after?.isDeleted)
        this.followRoots();
    }
  }

  /** With a project that is deleted all goes that was decided about it, also where it is made again. */
  private leaveAll(projectId: number): void {
    for (const [rootId, number] of this.world.sequences) {
      this.exits.set(`${projectId} ${rootId}`, number);
      this.deletions.set(`${projectId} ${rootId}`, number);
    }
    this.first.delete(projectId);
    this.roots.delete(projectId);
  }

  /** While it has no root nothing is decided about a project: it leaves a root when it comes to another one. */
  private followRoots(): void {
    for (const id of this.world.projects.keys()) {
      const rootId = this.world.rootOf(id);
      if (rootId === undefined) continue;
      const last = this.roots.get(id);
      if (last !== undefined && last !== rootId)
        this.exits.set(`${id} ${last}`, this.world.sequences.get(last) ?? 0);
      this.roots.set(id, rootId);
    }
  }

  atRest(step: Step): void {
    const claims = this.claims();
    for (const { id, state } of this.world.projects.values()) {
      const rootId = this.world.rootOf(id);
      if (!state || rootId === undefined) continue;
      for (const profile of this.world.profiles.values()) {
        if (profile.rootId !== rootId || profile.status !== 'ACTIVE') continue;
        const attachment = state.rootId === rootId ? state.attachments.get(profile.id) : undefined;
        const about = { projectId: id, profileId: profile.id, rootId };
        this.judge(step, { ...about, isOn: attachment !== undefined }, claims);
        if (attachment) this.judgeNumber(step, about, attachment.seq, claims);
      }
    }
  }

  private judge(
    step: Step,
    { projectId, profileId, rootId, isOn }: Standing,
    claims: ReadonlyMap<string, readonly Claim[]>,
  ): void {
    const exit = this.exits.get(`${projectId} ${rootId}`);
    const own = claims.get(`${projectId} ${profileId}`) ?? [];
    // A project that left and came back may have lost what was decided before, or not have noticed (section 3: a re-home
    // that finds it back changes nothing).
    const standing = own.filter(({ sequence }) => exit === undefined || sequence > exit);
    let last: Claim | undefined;
    for (const claim of standing) if (!last || claim.sequence > last.sequence) last = claim;
    const name = `profile ${profileId} is ${isOn ? 'on' : 'off'} project ${projectId}`;
    if (last) {
      if (last.isOn !== isOn)
        this.report(
          'S5',
          step,
          `${name}, against ${last.operation.kind} ${last.operation.id} (${last.sequence})`,
        );
      return;
    }
    if (exit !== undefined) return;
    if (isOn !== (this.first.get(projectId)?.has(profileId) ?? false))
      this.report('S5', step, `${name}, and no operation decided that`);
  }

  /** Numbers survive moves to and fro: what is on a project was asked for after the last one that took it away. */
  private judgeNumber(
    step: Step,
    { projectId, profileId, rootId }: Omit<Standing, 'isOn'>,
    sequence: number,
    claims: ReadonlyMap<string, readonly Claim[]>,
  ): void {
    const deletion = this.deletions.get(`${projectId} ${rootId}`) ?? 0;
    const own = claims.get(`${projectId} ${profileId}`) ?? [];
    // Who found it there already left no more than a number.
    const last = Math.max(
      sequence,
      deletion,
      ...own.filter(({ isOn }) => isOn).map((claim) => claim.sequence),
    );
    const later = own.find((claim) => !claim.isOn && claim.sequence > last);
    if (!later) return;
    const { kind, id } = later.operation;
    this.report(
      'S5',
      step,
      `profile ${profileId} is on project ${projectId} by ${sequence}, against ${kind} ${id} (${later.sequence})`,
    );
  }

  /** By project and profile. */
  private claims(): ReadonlyMap<string, readonly Claim[]> {
    const claims = new Map<string, Claim[]>();
    for (const operation of this.world.operations.values()) {
      if (operation.isPreview || operation.kind === 'REHOME') continue;
      for (const [projectId, pages] of this.world.saidBy(operation.id)) {
        for (const said of pages) {
          for (const [profileId, isOn] of this.claimsOf(operation, said)) {
            // What a move took away of another root's has no number in this log.
            if (this.world.profiles.get(profileId)?.rootId !== operation.rootId) continue;
            const key = `${projectId} ${profileId}`;
            const known = claims.get(key) ?? [];
            known.push({ sequence: operation.sequence, isOn, operation });
            claims.set(key, known);
          }
        }
      }
    }
    return claims;
  }

  private claimsOf(operation: Operation, said: Said): readonly (readonly [number, boolean])[] {
    const { kind, profileId = 0 } = operation;
    const { made, removed, before } = said.effect;
    const effects = [...made.map((id) => [id, true] as const), ...removed.map((id) => [id, false] as const)];
    const isDecided = said.kind === 'APPLIED' || said.kind === 'UNCHANGED';
    if (kind === 'DETACH') return isDecided ? [...effects, [profileId, false]] : effects;
    if (kind !== 'ATTACH') return effects;
    const holds = said.code === 'ALREADY_ATTACHED' || (said.kind === 'APPLIED' && before.includes(profileId));
    const clears =
      CLEARING.includes(operation.mode ?? '') &&
      (said.kind === 'APPLIED' || said.code === 'ALREADY_ATTACHED' || said.code === 'SUPERSEDED');
    const rivals = clears ? this.rivalsOf(operation) : [];
    return [
      ...effects,
      ...(holds ? [[profileId, true] as const] : []),
      ...rivals.map((id) => [id, false] as const),
    ];
  }

  private rivalsOf({ profileId, scanType, rootId }: Operation): readonly number[] {
    return [...this.world.profiles.values()]
      .filter((other) => other.id !== profileId && other.rootId === rootId && other.scanType === scanType)
      .map(({ id }) => id);
  }
}

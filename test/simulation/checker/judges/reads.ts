import type { Observation, ReadSeen, Step } from '../../observed.ts';
import { type Judge, Observer, type Report } from '../judge.ts';
import type { Read } from '../stored/change.ts';
import type { World } from '../world.ts';

/** What a project had to show, from a step on. */
interface Moment {
  readonly from: Step;
  readonly visible: readonly number[];
}

/**
 * S1, S4: what a reader saw was all right at one moment of the reading, and what was right all that time was seen. For that
 * the true history of each project is kept: by the tree, the states and the profiles as they are stored.
 */
export class Reads extends Observer implements Judge {
  private readonly histories = new Map<number, Moment[]>();

  constructor(world: World, report: Report) {
    super(world, report);
    for (const id of world.projects.keys()) this.look(0, id);
  }

  wrote(step: Step, reads: readonly Read[]): void {
    const affected = new Set<number>();
    for (const read of reads) {
      const node = read.of === 'NODE' ? (read.after ?? read.before) : undefined;
      if (node && !node.isGroup) affected.add(node.id);
      const isForAll = node?.isGroup ?? (read.of === 'PROFILE' && read.before?.status !== read.after?.status);
      if (isForAll) for (const id of this.world.projects.keys()) affected.add(id);
    }
    for (const id of affected) this.look(step, id);
  }

  private look(step: Step, projectId: number): void {
    const visible = this.world.visibleOn(projectId);
    const history = this.histories.get(projectId);
    if (!history) this.histories.set(projectId, [{ from: step, visible }]);
    else if (!isSame(history.at(-1)?.visible ?? [], visible)) history.push({ from: step, visible });
  }

  observe(observation: Observation): void {
    if (observation.kind === 'READ') this.compare(observation);
  }

  private compare({ project, from, at, visible: seen }: ReadSeen): void {
    const history = this.histories.get(project) ?? [];
    const first = history.findLastIndex((moment) => moment.from <= from);
    const moments = history.slice(Math.max(0, first)).filter((moment) => moment.from <= at);
    const all = first === -1 ? [{ from, visible: [] }, ...moments] : moments;
    if (!all.some(({ visible }) => seen.every((id) => visible.includes(id)))) {
      const possible = all.map(({ visible }) => `[${visible.join()}]`).join(', then ');
      this.report('S1', at, `project ${project} showed [${seen.join()}], while it had ${possible}`);
    }
    const always = (all[0]?.visible ?? []).filter((id) => all.every(({ visible }) => visible.includes(id)));
    const missing = always.filter((id) => !seen.includes(id));
    if (missing.length > 0)
      this.report('S1', at, `project ${project} did not show ${missing.join()}, which it had all the time`);
    if (seen.length > 10) this.report('S2', at, `project ${project} showed ${seen.length} profiles`);
  }
}

function isSame(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((id) => other.includes(id));
}

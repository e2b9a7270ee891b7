import { Dependence } from './dependence.ts';
import { type Execution, type System, Violation } from './system.ts';
import { Trace } from './trace.ts';

export interface Explored {
  /** Schedules that were run to their end: no two of them are the same up to steps that commute. */
  readonly schedules: number;
  /** Schedules that were broken off, because another one is the same up to steps that commute. */
  readonly repeated: number;
  /** Steps of all of them. */
  readonly steps: number;
}

export function sumOf(parts: readonly Explored[]): Explored {
  const sum = (count: (part: Explored) => number): number =>
    parts.reduce((total, part) => total + count(part), 0);
  return {
    schedules: sum(({ schedules }) => schedules),
    repeated: sum(({ repeated }) => repeated),
    steps: sum(({ steps }) => steps),
  };
}

/** A place in a schedule, from which several go on. */
interface Node {
  readonly enabled: readonly string[];
  /** Processes that were let go on from here before, and by which step: what begins with them was seen. */
  readonly asleep: ReadonlyMap<string, number>;
  /** Processes that are to go on from here. */
  readonly wanted: Set<string>;
  readonly done: Map<string, number>;
  process: string;
}

/**
 * Runs every schedule of a system, up to the order of steps that commute: dynamic partial-order reduction with source sets
 * and sleep sets (Abdulla, Aronsson, Jonsson, Sagonas: Source Sets, J. ACM 64, 2017, algorithm 1), without states: each schedule is
 * run from the beginning. Throws the first `Violation`.
 */
export async function explore(
  system: System,
  { onSchedule = () => undefined }: { readonly onSchedule?: () => void } = {},
): Promise<Explored> {
  const dependence = new Dependence();
  const trace = new Trace(dependence);
  const nodes: Node[] = [];
  let [schedules, repeated, steps, from] = [0, 0, 0, 0];
  do {
    const execution = await system.start();
    const isWhole = await runOne(execution, { dependence, trace, nodes, from });
    steps += trace.steps.length;
    if (isWhole) {
      schedules += 1;
      await judged(execution, nodes);
      onSchedule();
    } else repeated += 1;
    from = turnBack(nodes, trace);
  } while (nodes.length > 0);
  return { schedules, repeated, steps };
}

interface Search {
  readonly dependence: Dependence;
  readonly trace: Trace;
  readonly nodes: Node[];
  /** The place at which this schedule leaves the last one. */
  readonly from: number;
}

/** Runs one schedule: as the nodes say, and on to its end. False where it was broken off. */
async function runOne(execution: Execution, { dependence, trace, nodes, from }: Search): Promise<boolean> {
  for (let place = 0; ; place += 1) {
    const enabled = execution.enabled();
    if (place >= from) trace.noteProcesses(enabled, place === 0);
    if (enabled.length === 0) return true;
    const node = nodes[place] ?? nodeAfter(nodes.at(-1), enabled, { dependence, trace });
    if (!node) return false;
    nodes[place] = node;
    const touched = dependence.idOf(await execution.step(node.process));
    if (place < from) continue;
    for (const race of trace.add(node.process, touched)) {
      const earlier = nodes[race];
      const initials = trace.initials(race);
      const [first] = initials;
      if (!earlier || first === undefined || initials.some((process) => earlier.wanted.has(process)))
        continue;
      earlier.wanted.add(initials.includes(node.process) ? node.process : first);
    }
  }
}

/** Where everybody who could go on would only repeat what was seen: undefined. */
function nodeAfter(
  before: Node | undefined,
  enabled: readonly string[],
  { dependence, trace }: Pick<Search, 'dependence' | 'trace'>,
): Node | undefined {
  const last = trace.steps.at(-1);
  const asleep = new Map(
    [...(before?.asleep ?? []), ...(before?.done ?? [])].filter(
      ([process, touched]) => process !== last?.process && last && !dependence.between(touched, last.touched),
    ),
  );
  const awake = enabled.filter((process) => !asleep.has(process));
  const process = before && awake.includes(before.process) ? before.process : awake[0];
  if (process === undefined) return undefined;
  return { enabled, asleep, wanted: new Set([process]), done: new Map(), process };
}

/** Goes back to the last place from which something else is to be tried. */
function turnBack(nodes: Node[], trace: Trace): number {
  for (let place = nodes.length - 1; place >= 0; place -= 1) {
    const node = nodes[place];
    const step = trace.steps[place];
    if (!node) continue;
    if (step) node.done.set(node.process, step.touched);
    const next = [...node.wanted].find((process) => !node.done.has(process) && !node.asleep.has(process));
    if (next !== undefined) {
      node.process = next;
      nodes.length = place + 1;
      trace.cut(place);
      return place;
    }
    nodes.length = place;
  }
  return 0;
}

async function judged(execution: Execution, nodes: readonly Node[]): Promise<void> {
  try {
    await execution.end();
  } catch (error) {
    throw new Violation(
      nodes.map(({ process }) => process),
      error,
    );
  }
}

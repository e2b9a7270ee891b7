import { createHash } from 'node:crypto';
import { Checker } from '../checker/checker.ts';
import type { Violation } from '../observed.ts';
import type { Decision } from '../schedule/decision.ts';
import type { Platform } from '../world/platform.ts';
import { World } from '../world/world.ts';
import { endStateOf } from './end-state.ts';
import { Generator, type Size } from './generator.ts';
import { comeToRest } from './rest.ts';

export interface HistoryOptions extends Size {
  readonly seed: number;
  /** What was decided in an earlier run, to be decided again; what is not possible any more is left out. */
  readonly schedule?: readonly Decision[];
}

export interface HistoryResult {
  readonly seed: number;
  /** What happened, a line each. */
  readonly trace: readonly string[];
  /** Of the trace and the end state. */
  readonly digest: string;
  readonly violations: readonly Violation[];
  /** Calls that were let through. */
  readonly steps: number;
  readonly endState: string;
  /** What was decided, as far as it was possible. */
  readonly schedule: readonly Decision[];
}

/** Runs one history: by the chance that is in its seed, or as decided before; then to rest, where it is judged once more. */
export async function runHistory(
  platform: Platform,
  { seed, steps, faults, schedule }: HistoryOptions,
): Promise<HistoryResult> {
  // Where writes are not told of, nothing can be judged but where it ends.
  const checker = platform.tellsWrites ? new Checker(platform.base) : undefined;
  const world = new World(seed, platform, (observation) => checker?.observe(observation));
  await platform.reset({
    now: () => world.clock.now(),
    onWrite: (changes) => checker?.wrote(world.step, changes),
  });
  const next = schedule ? recorded(schedule) : generated(new Generator(seed, { steps, faults }), world);
  const isBroken = (): boolean => checker !== undefined && checker.violations.length > 0;
  const taken: Decision[] = [];
  for (const decision of next) {
    if (await world.take(decision)) taken.push(decision);
    if (isBroken()) break;
  }
  const violations = await finished(world, platform, checker, isBroken);
  const endState = endStateOf(await platform.items());
  const { trace } = world;
  const digest = createHash('sha256').update(trace.join('\n')).update(endState).digest('hex');
  return { seed, trace, digest, violations, steps: world.step, endState, schedule: taken };
}

function* generated(generator: Generator, world: World): Iterated<Decision> {
  for (let decision = generator.next(world); decision; decision = generator.next(world)) yield decision;
}

function* recorded(schedule: readonly Decision[]): Iterated<Decision> {
  yield* schedule;
}

type Iterated<T> = globalThis.Generator<T, void, undefined>;

async function finished(
  world: World,
  platform: Platform,
  checker: Checker | undefined,
  isBroken: () => boolean,
): Promise<readonly Violation[]> {
  const wrong = (what: string): Violation => ({ promise: 'NO SURPRISE', step: world.step, what });
  try {
    if (!isBroken()) await comeToRest(world, isBroken);
  } catch (error) {
    return [wrong(String(error))];
  }
  if (!isBroken()) checker?.atRest(await platform.items());
  return [...(checker?.violations ?? []), ...world.log.surprises.map(wrong)];
}

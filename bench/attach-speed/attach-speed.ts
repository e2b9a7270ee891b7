import { PAGE_SIZE } from '../../shared/domain/frontier.ts';
import type { Bench, Figures } from '../bench.ts';
import { median } from '../median.ts';
import { type Measured, measure, type Step, STEPS, type Target } from '../local-stack/measure.ts';
import { type BenchStack, OWNER, startBenchStack } from '../local-stack/stack.ts';
import { flatTree, plantTree } from '../planting/plant-tree.ts';
import { largestGroups } from './sample.ts';

/** Groups of the sample that are measured, and how many times each. */
const GROUPS = 5;
const ROUNDS = 3;

/** Projects of the one group of the short form: more than a page. */
const SHORT_GROUP = PAGE_SIZE + 100;

/**
 * How fast operations go through the whole local stack, asked for over HTTP as a user would: bundled functions, queue, event
 * source, bus, the table on disk.
 */
export const attachSpeed: Bench = {
  name: 'attach-speed',
  about: 'projects a second through the whole local stack, and that each is decided once',
  async run({ progress, short }) {
    progress(short ? 'starting a stack' : 'starting a stack, and loading the sample');
    await using stack = await startBenchStack({ sample: !short, isKept: !short });
    const targets = short ? await flatGroup(stack) : await largestGroups(GROUPS);
    const rounds = short ? 1 : ROUNDS;
    const measured = new Map<string, Measured[]>();
    for (let round = 0; round < rounds; round += 1) {
      for (const target of targets) {
        for await (const one of measure(stack, { targets: [target], steps: STEPS, roundsBefore: round })) {
          progress(
            `round ${round + 1} of ${rounds}: ${target.name}, ${one.step}: ${Math.round(speedOf(one))} projects a second`,
          );
          const key = `${target.name}: ${one.step}`;
          measured.set(key, [...(measured.get(key) ?? []), one]);
        }
      }
    }
    return [figuresOf(targets, measured, rounds)];
  },
};

async function flatGroup({ table }: BenchStack): Promise<readonly Target[]> {
  return (await plantTree(table, flatTree(SHORT_GROUP), OWNER)).targets;
}

function figuresOf(
  targets: readonly Target[],
  measured: ReadonlyMap<string, readonly Measured[]>,
  rounds: number,
): Figures {
  const first = medianSpeed(measured.get(`${targets[0]?.name ?? ''}: attach`) ?? []);
  const row = ({ name, projectIds }: Target, step: Step): readonly (string | number)[] => {
    const runs = measured.get(`${name}: ${step}`) ?? [];
    const speed = medianSpeed(runs);
    const counts = [projectIds.length, runs[0]?.pages ?? NaN, runs[0]?.messages ?? NaN];
    return [name, step, ...counts, Math.round(speed), speed / first];
  };
  return {
    title: 'Through the whole local stack',
    columns: [
      'Group',
      'Operation',
      'Projects',
      'Pages',
      'Messages',
      'Projects a second',
      'To the first attach',
    ],
    rows: targets.flatMap((target) => STEPS.map((step) => row(target, step))),
    notes: [
      `Medians of ${rounds} interleaved rounds, from the acceptance of an operation to its end.`,
      'After each operation: its totals are right, its records hold each project of the group once and no other, and each project was written to once (by a preview, and by what changes nothing: not at all).',
    ],
  };
}

function speedOf({ projects, seconds }: Measured): number {
  return projects / seconds;
}

function medianSpeed(runs: readonly Measured[]): number {
  return median(runs.map(speedOf));
}

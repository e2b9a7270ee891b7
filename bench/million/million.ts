import { freemem } from 'node:os';
import { join } from 'node:path';
import type { Bench, Context } from '../bench.ts';
import { measure, type Step, STEPS } from '../local-stack/measure.ts';
import { OWNER, startBenchStack } from '../local-stack/stack.ts';
import { madeUpTree } from '../planting/made-up-tree.ts';
import { plantTree } from '../planting/plant-tree.ts';
import { type Grown, type GrownStep, growthOf, memoryOf, shapeOf } from './figures.ts';
import type { Consumption } from '../meter.ts';
import { letOthersWork } from './others.ts';
import { inProcesses, takenSoFar } from './processes/processes.ts';
import { pace } from './progress.ts';
import { sweep } from './sweep.ts';

const SIZES = [10_000, 100_000, 1_000_000];
const SHORT_SIZES = [2_000, 4_000];

/** A larger tree is only attached to: the other steps take as long again. */
const WHOLE_ROUND = 100_000;

/** Projects that functions get something to do with which no operation needs. */
const MOST_OTHERS = 500;

/** Bytes of memory that a project may take in the engine, with all that is recorded of it. */
const BYTES_A_PROJECT = 8_000;

/**
 * How operations grow: a made-up tree of more and more projects, through the whole local stack. Each instance of a function is a
 * process of its own, so that its memory can be told. The table is in memory, so that it is not the disk that is measured.
 */
export const million: Bench = {
  name: 'million',
  about: 'the same on a made-up tree of 10,000, 100,000 and 1,000,000 projects, with memory and calls',
  async run(context) {
    const grown: Grown[] = [];
    for (const projects of sizesOf(context)) grown.push(await grow(projects, context));
    return [shapeOf(grown), growthOf(grown), memoryOf(grown)];
  },
};

function sizesOf({ short, size }: Context): readonly number[] {
  const sizes = short ? SHORT_SIZES : SIZES;
  return size === undefined ? sizes : [...sizes.filter((each) => each < size), size];
}

async function grow(projects: number, { progress }: Context): Promise<Grown> {
  if (freemem() < projects * BYTES_A_PROJECT)
    throw new Error(
      `a tree of ${projects} projects wants ${(projects * BYTES_A_PROJECT) / 1e9} GB of free memory`,
    );
  const say = (text: string): void => progress(`${projects.toLocaleString('en')} projects: ${text}`);
  say('starting a stack');
  await using stack = await startBenchStack({
    isKept: false,
    adjust: (plan, directory) => inProcesses(join(directory, NOTES))(plan),
  });
  const notes = join(stack.directory, NOTES);
  const planting = pace('planting', projects, say);
  const { targets, groups } = await plantTree(stack.table, madeUpTree(projects), OWNER, planting);
  const steps: GrownStep[] = [];
  const paces = new Map(STEPS.map((step) => [step, pace(step, projects, say)]));
  const round = {
    targets,
    steps: projects > WHOLE_ROUND ? (['attach'] as const) : STEPS,
    roundsBefore: 0,
    onProjects: (step: Step, done: number) => paces.get(step)?.(done),
  };
  let before = NOTHING;
  for await (const measured of measure(stack, round)) {
    const after = (await takenSoFar(notes)).get('attach-worker') ?? NOTHING;
    steps.push({ ...measured, consumed: difference(after, before) });
    before = after;
    say(`${measured.step}: done, and each project was decided once`);
  }
  say('transfers, scans and look-ups');
  await letOthersWork(stack, targets, Math.min(MOST_OTHERS, projects / 100));
  say('sweep');
  await sweep(stack);
  const peaks = new Map([...(await takenSoFar(notes))].map(([name, { peak }]) => [name, peak]));
  return { projects, groups, roots: targets.length, steps, peaks };
}

/** In the stack's directory: what its processes note. */
const NOTES = 'processes';

const NOTHING: Consumption = { calls: 0, writeUnits: 0, readUnits: 0 };

function difference(after: Consumption, before: Consumption): Consumption {
  return {
    calls: after.calls - before.calls,
    writeUnits: after.writeUnits - before.writeUnits,
    readUnits: after.readUnits - before.readUnits,
  };
}

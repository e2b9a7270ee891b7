import type { Figures } from '../bench.ts';
import type { Measured } from '../local-stack/measure.ts';
import type { Consumption } from '../meter.ts';

export interface GrownStep extends Measured {
  /** At the table, by the attach-worker. */
  readonly consumed: Consumption;
}

/** What was measured on a tree. */
export interface Grown {
  readonly projects: number;
  readonly groups: number;
  readonly roots: number;
  readonly steps: readonly GrownStep[];
  /** Megabytes, by the name of the function. */
  readonly peaks: ReadonlyMap<string, number>;
}

/** Each step on the trees from the smallest to the largest, its speed beside that on the smallest. */
export function growthOf(grown: readonly Grown[]): Figures {
  const steps = grown[0]?.steps ?? [];
  const rows = steps.flatMap(({ step }) => {
    const runs = grown.flatMap((tree) => tree.steps.filter((each) => each.step === step));
    const first = runs[0] ? speedOf(runs[0]) : NaN;
    return runs.map((run) => [step, ...countsOf(run), Math.round(speedOf(run)), speedOf(run) / first]);
  });
  return {
    title: 'Growth',
    columns: [
      'Operation',
      'Projects',
      'Pages',
      'Messages',
      'Calls each',
      'Write units each',
      'Read units each',
      'Projects a second',
      'To the smallest tree',
    ],
    rows,
    notes: [
      'One operation a root, all at once. Calls and units are those of the attach-worker, as the engine counts them.',
      'After each step: totals are right, the records hold each project once and no other, and each project was written to as often as it should have been.',
    ],
  };
}

function countsOf({ projects, pages, messages, consumed }: GrownStep): readonly number[] {
  const { calls, writeUnits, readUnits } = consumed;
  return [projects, pages, messages, ...[calls, writeUnits, readUnits].map((units) => units / projects)];
}

function speedOf({ projects, seconds }: Measured): number {
  return projects / seconds;
}

export function memoryOf(grown: readonly Grown[]): Figures {
  const names = [...new Set(grown.flatMap(({ peaks }) => [...peaks.keys()]))].toSorted();
  return {
    title: 'Memory of a function, MB',
    columns: ['Function', ...grown.map(({ projects }) => `${projects.toLocaleString('en')} projects`)],
    rows: names.map((name) => [name, ...grown.map(({ peaks }) => Math.round(peaks.get(name) ?? NaN))]),
    notes: [
      'The most that any process of the function ever had resident (VmHWM), Node.js and the bundle included. Each instance is a process of its own, as on AWS Lambda, with at most 128 MB of heap for what lives long, and 1 MB at a time for what was just made, as V8 chooses it where there are 256 MB.',
    ],
  };
}

export function shapeOf(grown: readonly Grown[]): Figures {
  return {
    title: 'The made-up trees',
    columns: ['Projects', 'Groups', 'Roots'],
    rows: grown.map(({ projects, groups, roots }) => [projects, groups, roots]),
    notes: [
      'A tenth of the projects stand in one group; the others stand in groups of about 1,000, of 25 and of two, on up to twenty levels.',
    ],
  };
}

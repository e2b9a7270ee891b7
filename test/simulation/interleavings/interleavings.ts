import { Worker } from 'node:worker_threads';
import type { Patch } from '../patch/patch.ts';
import { type Explored, sumOf } from './order/explore.ts';
import { type Chapter, CHAPTERS, type Work } from './scenes.ts';
import type { Done, Next, Progress, ThreadData } from './threads/protocol.ts';

export interface Broken {
  readonly work: Work;
  readonly what: string;
  /** Who made each step. */
  readonly schedule: readonly string[];
}

export interface Interleavings {
  /** What was run of each chapter. */
  readonly chapters: readonly { readonly title: string; readonly explored: Explored }[];
  readonly broken: readonly Broken[];
}

export interface InterleavingsOptions {
  readonly jobs: number;
  readonly chapters?: readonly Chapter[];
  /** Of the product. */
  readonly patches?: readonly Patch[];
  readonly onProgress?: (schedules: number) => void;
}

/**
 * Runs all interleavings of two attaches, a detach and a transfer, one of which may die, up to the order of steps that touch
 * nothing in common, in threads: in parts, see `scenes.ts`. A scene ends with its first schedule that breaks a promise.
 */
export async function runInterleavings({
  jobs,
  chapters = CHAPTERS,
  patches = [],
  onProgress = () => undefined,
}: InterleavingsOptions): Promise<Interleavings> {
  const left = chapters.flatMap(({ title, works }) => works.map((work) => ({ title, work })));
  const parts = new Map<string, Explored[]>(chapters.map(({ title }) => [title, []]));
  const broken: Broken[] = [];
  let schedules = 0;
  const runThread = async (): Promise<void> => {
    const data: ThreadData = { patches };
    const worker = new Worker(new URL('./threads/thread.ts', import.meta.url), {
      workerData: data,
      execArgv: [],
    });
    let doing: (typeof left)[number] | undefined;
    await new Promise((resolve, reject) => {
      worker.on('error', reject);
      worker.on('exit', resolve);
      worker.on('message', (message: Done | Progress) => {
        if (message.kind === 'PROGRESS') {
          schedules += message.schedules;
          onProgress(schedules);
          return;
        }
        const { explored, violation } = message;
        if (doing && explored) parts.get(doing.title)?.push(explored);
        if (doing && violation) broken.push({ work: doing.work, ...violation });
        doing = left.shift();
        worker.postMessage({ work: doing?.work } satisfies Next);
      });
    });
  };
  await Promise.all(Array.from({ length: Math.max(1, Math.min(jobs, left.length)) }, runThread));
  return {
    chapters: [...parts].map(([title, explored]) => ({ title, explored: sumOf(explored) })),
    broken,
  };
}

/** What was run, and what broke, for people. */
export function interleavingsReport({ chapters, broken }: Interleavings): string {
  const total = sumOf(chapters.map(({ explored }) => explored));
  const line = (title: string, { schedules, repeated, steps }: Explored): string =>
    `${String(schedules).padStart(8)} schedules, ${steps} steps, ${repeated} broken off as repetitions: ${title}`;
  return [
    ...broken.map(
      ({ work, what, schedule }) => `${what}\n  in ${JSON.stringify(work)}\n  by ${schedule.join(', ')}\n`,
    ),
    ...chapters.map(({ title, explored }) => line(title, explored)),
    line('in all', total),
    `${broken.length} scenes with a broken promise`,
  ].join('\n');
}

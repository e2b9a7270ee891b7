import { Worker } from 'node:worker_threads';
import type { Done, FromThread, Next, ThreadData } from './protocol.ts';

export interface Seeds {
  readonly from: number;
  readonly count: number;
}

export interface PoolOptions {
  readonly jobs: number;
  /** Told of each history as it ends, in no order. Answers whether it is enough: then no other one is begun. */
  readonly onDone: (done: Done) => boolean;
}

/** Runs histories in threads. Throws what a thread dies of. */
export async function runSeeds(
  data: ThreadData,
  { from, count }: Seeds,
  { jobs, onDone }: PoolOptions,
): Promise<void> {
  let given = 0;
  let isEnough = false;
  const next = (): Next => {
    if (isEnough || given === count) return { seed: undefined };
    given += 1;
    return { seed: from + given - 1 };
  };
  const threads = Array.from({ length: Math.max(1, Math.min(jobs, count)) }, async () =>
    runThread(data, next, (done) => {
      isEnough ||= onDone(done);
    }),
  );
  await Promise.all(threads);
}

async function runThread(data: ThreadData, next: () => Next, onDone: (done: Done) => void): Promise<void> {
  const worker = new Worker(new URL('./thread.ts', import.meta.url), { workerData: data, execArgv: [] });
  return new Promise((resolve, reject) => {
    worker.on('error', reject);
    worker.on('exit', resolve);
    worker.on('message', (message: FromThread) => {
      if (message.kind === 'DONE') onDone(message);
      worker.postMessage(next());
    });
  });
}

import { Worker } from 'node:worker_threads';
import type { Order, Report } from './protocol.ts';

/** Milliseconds without a word after which a mutant is taken to run for ever. */
const PATIENCE = 180_000;

export interface PoolOptions {
  readonly jobs: number;
  readonly onReport: (report: Report) => void;
  /** The thread died of it, or it took for ever: another one goes on with the rest. */
  readonly onFailure: (order: Order, error: Error) => void;
}

/** Has orders carried out by threads, each of which loads the product once. */
export async function carryOut(orders: readonly Order[], options: PoolOptions): Promise<void> {
  const left = [...orders];
  const work = async (): Promise<void> => {
    while (left.length > 0) await runThread(left, options);
  };
  await Promise.all(Array.from({ length: Math.max(1, Math.min(options.jobs, orders.length)) }, work));
}

/** Until nothing is left, or the thread died. */
async function runThread(left: Order[], { onReport, onFailure }: PoolOptions): Promise<void> {
  const worker = new Worker(new URL('./thread.ts', import.meta.url), { execArgv: [] });
  let current: Order | undefined;
  let watchdog: NodeJS.Timeout | undefined;
  await new Promise<void>((resolve, reject) => {
    const failed = (error: Error): void => {
      if (current === undefined) reject(error);
      else onFailure(current, error);
      resolve();
    };
    worker.on('error', failed);
    worker.on('message', (report: Report) => {
      clearTimeout(watchdog);
      if (report.kind !== 'READY') onReport(report);
      current = left.shift();
      if (current === undefined) {
        resolve();
        return;
      }
      worker.postMessage(current);
      watchdog = setTimeout(() => {
        failed(new Error(`nothing came of it in ${PATIENCE / 1000} seconds`));
      }, PATIENCE);
    });
  });
  clearTimeout(watchdog);
  await worker.terminate();
}

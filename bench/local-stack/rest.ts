import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { STATE_FILES } from '../../local/lifecycle/own-files.ts';
import { type FunctionName, QUEUES } from '../../shared/names.ts';
import { queuedIn } from '../../test/e2e/drills/queued.ts';
import type { BenchStack } from './stack.ts';

/** Milliseconds between two looks. */
const PAUSE = 50;

/** Waits until nothing is on its way any more. Throws where a message was given up. */
export async function atRest(stack: BenchStack): Promise<void> {
  while (!(await isEmpty(stack))) await sleep(PAUSE);
}

/** Milliseconds between two looks at what was given up. */
const WATCH = 5_000;

/** Waits for work that does not end where a message was given up: throws then. */
export async function unlessGivenUp<Result>(stack: BenchStack, work: Promise<Result>): Promise<Result> {
  const stopping = new AbortController();
  const watch = async (): Promise<never> => {
    for (;;) {
      await sleep(WATCH, undefined, { signal: stopping.signal });
      await isEmpty(stack);
    }
  };
  return Promise.race([work, watch()]).finally(() => {
    stopping.abort();
  });
}

async function isEmpty(stack: BenchStack): Promise<boolean> {
  const queued = await queuedIn(stack);
  const given = queued.find(({ dead }) => dead > 0);
  if (given) throw new Error(`${given.dead} messages of ${given.name} were given up`);
  return queued.every(({ waiting }) => waiting === 0);
}

/** How many messages of operations have been delivered so far. */
export async function messagesDelivered(stack: BenchStack): Promise<number> {
  return invocationsOf(stack, QUEUES.attachWorker);
}

/** As its log says: a batch is one message. */
async function invocationsOf({ directory }: BenchStack, name: FunctionName): Promise<number> {
  const log = await readFile(join(directory, STATE_FILES.logs, `${name}.log`), 'utf8');
  return log.split('\n').filter((line) => line.startsWith('REPORT RequestId')).length;
}

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
  for (;;) {
    const queued = await queuedIn(stack);
    const given = queued.find(({ dead }) => dead > 0);
    if (given) throw new Error(`${given.dead} messages of ${given.name} were given up`);
    if (queued.every(({ waiting }) => waiting === 0)) return;
    await sleep(PAUSE);
  }
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

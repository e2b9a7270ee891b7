import { setTimeout as sleep } from 'node:timers/promises';
import { EXIT } from '../../../../cli/scan-profiles/exit-codes.ts';
import { main } from '../../../../cli/scan-profiles/main.ts';
import { misplaced } from './judge.ts';
import type { MortalStack } from './mortal-stack.ts';
import { queuedIn } from '../queued.ts';
import { isOver, readStored, type Stored } from '../stored.ts';
import type { Town } from './town.ts';

/** Milliseconds. */
const PATIENCE = 300_000;
const PAUSE = 500;
/** Between two runs of the janitor out of turn. */
const JANITOR = 10_000;

export interface Rest {
  readonly stored: Stored;
  /** Messages that were given up after five receives, and sent anew. */
  readonly redriven: number;
  /** What is still under way when there is no patience left. */
  readonly unfinished: readonly string[];
}

/** Waits until nothing is under way any more. Nobody kills anything meanwhile. */
export async function untilRest(stack: MortalStack, town: Town): Promise<Rest> {
  const { client } = stack;
  const deadline = Date.now() + PATIENCE;
  let redriven = 0;
  for (let janitorAt = Date.now() + JANITOR; ;) {
    await sleep(PAUSE);
    const queued = await queuedIn(client);
    for (const { name, dead } of queued) if (dead > 0) redriven += await redrive(stack.directory, name);
    if (queued.every(({ waiting, dead }) => waiting + dead === 0)) {
      const stored = await readStored(client.table);
      const unfinished = underWay(town, stored);
      if (unfinished.length === 0 || Date.now() > deadline) return { stored, redriven, unfinished };
    } else if (Date.now() > deadline) {
      const unfinished = [`queues: ${JSON.stringify(queued)}`];
      return { stored: await readStored(client.table), redriven, unfinished };
    }
    if (Date.now() > janitorAt) {
      stack.janitor();
      janitorAt = Date.now() + JANITOR;
    }
  }
}

function underWay(town: Town, stored: Stored): readonly string[] {
  const open = stored.open.filter((item) => !isOver(item, stored));
  return [
    ...misplaced(town, stored),
    ...open.map(({ operationId, pageId }) => `page ${pageId} of operation ${operationId} is open`),
  ];
}

/** As an operator does it. */
async function redrive(stateDir: string, queue: string): Promise<number> {
  let data = '';
  const code = await main(['dead-letters', 'redrive', queue, '--all', '--yes', '--csv'], {
    environment: { SCAN_PROFILES_STATE_DIR: stateDir },
    signal: new AbortController().signal,
    output: {
      write: async (text) => {
        data += text;
        return Promise.resolve();
      },
    },
    terminal: { write: () => undefined },
    input: { isTerminal: false, chunks: emptyInput, line: async () => Promise.resolve('') },
    wait: async (milliseconds) => sleep(milliseconds),
    newKey: () => '',
  });
  // What was given up again meanwhile stays for the next time.
  if (code !== EXIT.success && code !== EXIT.partial)
    throw new Error(`dead letters of ${queue} cannot be redriven: ${data}`);
  return data.split('\n').filter((line) => line.startsWith('SENT,')).length;
}

async function* emptyInput(): AsyncGenerator<never> {
  // Nobody types anything.
}

import { mkdtempDisposable, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { type Random, seeded } from '../../simulation/schedule/random.ts';
import { commandLine, type Ran } from '../support/command-line.ts';
import { type DedicatedStack, startDedicatedStack } from '../support/dedicated-stack.ts';
import { shared } from '../support/shared-stack.ts';
import { visibilityTimeout } from '../support/visibility.ts';
import { refusingWorkers } from './dead-letters/refusing-workers.ts';
import { Scenario } from './dead-letters/scenario.ts';
import { queuedIn } from './queued.ts';
import { isOver, readStored } from './stored.ts';

const SEED = 20261122;

/** Seconds. Of a machine that has much to do a function may not start in time. */
const VISIBILITY_TIMEOUT = 10;

const listSchema = z.array(
  z.object({ queue: z.string(), deadLetters: z.array(z.object({ id: z.string() })) }),
);

async function on({ stateDir }: DedicatedStack, ...typed: string[]): Promise<Ran> {
  return commandLine(typed, { SCAN_PROFILES_STATE_DIR: stateDir });
}

/** Sends all that lies in dead-letter queues back, in an order drawn by chance. Answers how many that were. */
async function redriveInAnyOrder(stack: DedicatedStack, random: Random): Promise<number> {
  const listed = listSchema.parse(JSON.parse((await on(stack, 'dead-letters', 'list', '--json')).data));
  let sent = 0;
  for (const { queue, deadLetters } of listed) {
    const order = deadLetters.map(({ id }) => ({ id, at: random.next() })).toSorted((a, b) => a.at - b.at);
    if (order.length === 0) continue;
    const { code, all } = await on(
      stack,
      'dead-letters',
      'redrive',
      queue,
      ...order.map(({ id }) => id),
      '--yes',
    );
    expect(code, all).toBe(0);
    sent += order.length;
  }
  return sent;
}

/** Whether nothing is under way any more. */
async function isAtRest(stack: DedicatedStack, scenario: Scenario): Promise<boolean> {
  const queued = await queuedIn(stack);
  if (queued.some(({ waiting, dead }) => waiting + dead > 0)) return false;
  const stored = await readStored(stack.table);
  return scenario.isMoved(stored) && stored.open.every((item) => isOver(item, stored));
}

it('ends as if nothing had happened, where every message of a run was given up and redriven in any order', async () => {
  const calm = await Scenario.plant(shared, 'drill-calm');
  for (const id of await calm.begin())
    expect(await calm.owner.ended(id)).toMatchObject({ status: 'SUCCEEDED' });

  await using marks = await mkdtempDisposable(join(tmpdir(), 'scan-profiles-drill-'));
  await using stack = await startDedicatedStack({
    adjust: (plan) => refusingWorkers(marks.path)(visibilityTimeout(VISIBILITY_TIMEOUT)(plan)),
  });
  const storm = await Scenario.plant(stack, 'drill-storm');
  const operations = await storm.begin();
  const random = seeded(SEED);
  let redriven = 0;
  while (!(await isAtRest(stack, storm))) {
    redriven += await redriveInAnyOrder(stack, random);
    await sleep(200);
  }
  for (const id of operations) expect(await storm.owner.show(id)).toMatchObject({ status: 'SUCCEEDED' });
  const given = await readdir(marks.path);
  // Six operations, second pages of two of them, two events and the re-homes that came of them.
  expect(given.length).toBeGreaterThanOrEqual(6 + 2 + 2 + 2);
  expect(redriven).toBeGreaterThanOrEqual(given.length);

  const state = await storm.state();
  expect(state).toEqual(await calm.state());
  expect(new Set(Object.values(state).map((names) => names.join()))).toEqual(
    new Set(['SAST (default),Secret Detection (default)', 'SAST (default)', '', 'Other']),
  );
  const swept = await on(stack, 'sweep', '--dry-run');
  expect(swept.data).toMatch(/^Looked at 1,530 projects: nothing is out of place\.$/m);
}, 300_000);

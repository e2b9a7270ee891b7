import { METRICS } from '../../../shared/names.ts';
import type { World } from '../world/world.ts';

/** Rounds after which what has not come to rest never will. */
const PATIENCE = 400;

/** Milliseconds between two looks of the janitor: longer than what it waits before it sends a page again. */
const JANITOR_PERIOD = 250_000;

/** Milliseconds after which what ended is forgotten. */
const LONG = 3_700_000;

/** Calls that change nothing. */
const READS = /^(Get|BatchGet|Query|Scan|TransactGet|sleep|answer|done)/;

/**
 * Nobody acts any more and nothing fails any more: what runs goes on to its end, what was sent arrives, what was set aside is
 * redriven, and the janitor looks, until nothing changes any more, or it is enough. No chance is in it. Throws where that never
 * comes.
 */
export async function comeToRest(world: World, isEnough: () => boolean): Promise<void> {
  let janitors = 0;
  let quiet = 0;
  for (let round = 0; round < PATIENCE; round += 1) {
    await finishAll(world);
    if (isEnough()) return;
    if (await deliverOne(world)) continue;
    if (redrive(world)) continue;
    const hidden = world.queues.flatMap(({ messages }) =>
      [...messages.values()].map(({ visibleAt }) => visibleAt),
    );
    if (hidden.length > 0) {
      await world.take({ do: 'CLOCK', by: Math.max(0, Math.min(...hidden) - world.clock.now()) });
      continue;
    }
    if (quiet === 2) {
      await sweep(world);
      return;
    }
    await world.take({ do: 'CLOCK', by: quiet === 0 ? JANITOR_PERIOD : LONG });
    janitors += 1;
    await world.take({ do: 'ACT', name: `rest${janitors}`, action: { kind: 'JANITOR' } });
    quiet = (await finishAll(world)) ? 0 : quiet + 1;
  }
  throw new Error('it does not come to rest');
}

/** Lets everything that runs go on to its end, one after the other. Answers whether any of it changed anything. */
async function finishAll(world: World): Promise<boolean> {
  let changed = false;
  for (const task of world.tasks.values()) task.pausedUntil = 0;
  for (;;) {
    const [late] = world.gate.late;
    const [call] = world.waiting();
    if (late) await world.take({ do: 'LATE', task: late.task.name, call: late.name });
    else if (call) await world.take({ do: 'CALL', task: call.task.name, call: call.name });
    else return changed;
    changed ||= late !== undefined || (call !== undefined && !READS.test(call.what));
  }
}

/** What was set aside comes back, as when an operator redrives it. Answers whether there was any. */
function redrive(world: World): boolean {
  const back = world.queues.flatMap((queue) =>
    queue.redrive().map(({ body }) => ({ queue: queue.name, body })),
  );
  for (const letter of back) world.observe({ kind: 'REDRIVEN', at: world.step, ...letter });
  return back.length > 0;
}

async function deliverOne(world: World): Promise<boolean> {
  for (const queue of world.queues) {
    const [message] = queue.visible(world.clock.now());
    if (message) return world.take({ do: 'DELIVER', queue: queue.name, messages: [message.name] });
  }
  return false;
}

/** Where everything has been cleaned up, nothing is left for a sweep to repair. */
async function sweep(world: World): Promise<void> {
  const repairs = (): number => world.log.counts.get(METRICS.sweepRepairs) ?? 0;
  const before = repairs();
  await world.take({ do: 'ACT', name: 'rest-sweep', action: { kind: 'SWEEP', scope: 'EVERYTHING' } });
  await finishAll(world);
  if (repairs() > before) throw new Error(`a sweep of what had come to rest repaired ${repairs() - before}`);
}

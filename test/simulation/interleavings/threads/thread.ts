/** A thread that runs schedules of scenes, one scene after the other. The product is loaded only once its patches are in place. */
import { parentPort, workerData } from 'node:worker_threads';
import * as z from 'zod';
import { loadPatched } from '../../patch/load.ts';
import { SMALL_PAGES } from '../../patch/patch.ts';
import type { Done, Next, Progress } from './protocol.ts';

const patch = z.object({ file: z.string(), find: z.string(), replace: z.string() });
const { patches } = z.object({ patches: z.array(patch) }).parse(workerData);
loadPatched([...SMALL_PAGES, ...patches]);
const { newStage } = await import('../scene/stage.ts');
const { exploreScene } = await import('../scene/explore-scene.ts');
const { Violation } = await import('../order/system.ts');

/** Schedules between two words about them. */
const WORDS = 25;

const port = parentPort;
if (!port) throw new Error('this runs in a thread');
const tell = (message: Done | Progress): void => {
  port.postMessage(message);
};
const stage = await newStage();

async function done(work: NonNullable<Next['work']>): Promise<Done> {
  let told = 0;
  let count = 0;
  const onSchedule = (): void => {
    count += 1;
    if (count - told < WORDS) return;
    tell({ kind: 'PROGRESS', schedules: count - told });
    told = count;
  };
  try {
    const explored = await exploreScene(stage, work.scene, { dying: work.dying, onSchedule });
    return { kind: 'DONE', explored: { ...explored } };
  } catch (error) {
    if (!(error instanceof Violation)) throw error;
    return { kind: 'DONE', violation: { what: error.message, schedule: error.schedule } };
  }
}

port.on('message', ({ work }: Next) => {
  // Whatever else is thrown ends the thread, and with it the run.
  if (work === undefined) port.close();
  else void done(work).then(tell);
});
tell({ kind: 'DONE' });

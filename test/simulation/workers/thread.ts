/** A thread that runs histories, one after the other. The product is loaded only once its patches are in place. */
import { parentPort, workerData } from 'node:worker_threads';
import * as z from 'zod';
import { loadPatched } from '../patch/load.ts';
import { SMALL_PAGES } from '../patch/patch.ts';
import type { FromThread } from './protocol.ts';

const patch = z.object({ file: z.string(), find: z.string(), replace: z.string() });
const data = z
  .object({
    patches: z.array(patch),
    size: z.object({ steps: z.number(), faults: z.number() }),
    engine: z.boolean(),
    patience: z.number(),
  })
  .parse(workerData);
const next = z.object({ seed: z.number().optional() });

loadPatched([...SMALL_PAGES, ...data.patches]);
const { Runner } = await import('./runner.ts');

const port = parentPort;
if (!port) throw new Error('this runs in a thread');
const tell = (message: FromThread): void => {
  port.postMessage(message);
};
const runner = await Runner.start(data);

port.on('message', (message: unknown) => {
  const { seed } = next.parse(message);
  if (seed === undefined) {
    void runner.stop().then(() => port.close());
    return;
  }
  // Whatever is thrown here ends the thread, and with it the simulation.
  void runner.run(seed).then(tell);
});
tell({ kind: 'READY' });

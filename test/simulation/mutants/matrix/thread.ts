/** A thread of the kill matrix: many mutants, each in a module graph of its own. */
import { parentPort } from 'node:worker_threads';
import * as z from 'zod';
import { SMALL_PAGES } from '../../patch/patch.ts';
import { MUTANTS } from '../all.ts';
import { patchModules } from '../graph/graph.ts';
import type { Report } from './protocol.ts';

const order = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('DIRECTED'), names: z.array(z.string()) }),
  z.object({
    kind: z.literal('HISTORIES'),
    name: z.string(),
    from: z.number(),
    count: z.number(),
    enough: z.number(),
  }),
]);

patchModules(SMALL_PAGES);
const { runDirected } = await import('./directed.ts');
const { runHistories } = await import('./histories.ts');
// What depends on what is known once all of it was loaded.
await import('../../directed/all.ts');
await import('../../workers/runner.ts');

const port = parentPort;
if (!port) throw new Error('this runs in a thread');
const tell = (report: Report): void => {
  port.postMessage(report);
};

async function carryOut(message: unknown): Promise<Report> {
  const ordered = order.parse(message);
  if (ordered.kind === 'DIRECTED') {
    const mutants = MUTANTS.filter(({ name }) => ordered.names.includes(name));
    return { kind: 'DIRECTED', results: await runDirected(mutants) };
  }
  const mutant = MUTANTS.find(({ name }) => name === ordered.name);
  if (!mutant) throw new Error(`there is no mutant ${ordered.name}`);
  return { kind: 'HISTORIES', result: await runHistories(mutant, ordered) };
}

// Whatever is thrown here ends the thread.
port.on('message', (message) => void carryOut(message).then(tell));
tell({ kind: 'READY' });

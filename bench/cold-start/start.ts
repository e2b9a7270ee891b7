import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import * as z from 'zod';
import type { Stage } from './stage.ts';

const saidSchema = z.object({
  moments: z.array(z.tuple([z.string(), z.number()])),
  answer: z.object({ statusCode: z.number(), body: z.string() }),
});

/** What came of a new process. Times in milliseconds, from before there was one. */
export interface Start {
  readonly body: string;
  /** Until the answer is there. */
  readonly total: number;
  readonly moments: readonly (readonly [what: string, at: number])[];
}

/** Starts a process that loads the bundle and answers one event. Throws where it does not answer with status 200. */
export async function start(
  runner: string,
  bundle: string,
  { event, environment }: Stage,
  watched = false,
): Promise<Start> {
  const begin = performance.timeOrigin + performance.now();
  const child = spawn(process.execPath, [runner, bundle, event, watched ? 'WATCHED' : ''], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const [, stdout, stderr, out] = child.stdio;
  if (!stdout || !stderr || !out || !('read' in out)) throw new Error('the process has no descriptors');
  const complaints = Promise.all([text(stdout), text(stderr)]);
  const [said] = await Promise.all([text(out), once(child, 'close')]);
  if (said === '') throw new Error(`${bundle} did not answer: ${(await complaints).join('\n')}`);
  const { moments, answer } = saidSchema.parse(JSON.parse(said));
  if (answer.statusCode !== 200) throw new Error(`${bundle} answered ${answer.statusCode}: ${answer.body}`);
  const since = moments.map(([what, at]) => [what, at - begin] as const);
  return { body: answer.body, moments: since, total: since.at(-1)?.[1] ?? Number.NaN };
}

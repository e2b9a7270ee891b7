import { fork } from 'node:child_process';
import { once } from 'node:events';

/**
 * Stands in for a bundle in a worker thread of the local stack, and runs the bundle in a process of its own, as AWS Lambda
 * does: so its memory can be told from that of everything else.
 */
const process_ = fork(new URL('process.mjs', import.meta.url), {
  env: process.env,
  execArgv: [],
  stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
});
process_.stdout.pipe(process.stdout);
process_.stderr.pipe(process.stderr);
// A process that dies takes its thread along, as it would take its environment.
process_.once('exit', () => process.exit(1));
await once(process_, 'message');

export async function handler(event, { getRemainingTimeInMillis, ...context }) {
  const answered = once(process_, 'message');
  process_.send({ event, context, deadline: Date.now() + getRemainingTimeInMillis() });
  const [{ result, error }] = await answered;
  if (error !== undefined) throw new Error(error);
  return result;
}

/** `npm start`: runs the stack on this machine until it is told to stop. */
import { Refusal } from '../local/refusal.ts';
import { readSettings } from '../local/settings.ts';
import { type RunningStack, startStack } from '../local/stack/start-stack.ts';
import { sampleProgress } from './start/sample-progress.ts';
import { welcome } from './start/welcome.ts';

/** Milliseconds after which a stop that hangs is cut short. */
const STOP_LIMIT = 8_000;

const startedAt = performance.now();
const starting = new AbortController();
let running: RunningStack | undefined;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0));

try {
  const settings = readSettings(process.env);
  console.log('Starting the stack …');
  running = await startStack({
    ...settings,
    log: (line) => console.log(`${elapsed().padStart(7)}  ${line}`),
    onSampleProgress: sampleProgress(),
    signal: starting.signal,
  });
  console.log(welcome(running.file, settings, elapsed()));
  const reason = await running.crashed;
  console.error(reason);
  await end(1);
} catch (error) {
  if (starting.signal.aborted) process.exit(0);
  console.error(error instanceof Refusal ? error.message : error);
  process.exitCode = 1;
}

/** The first call stops in order, the second at once: what was started ends with this process. */
async function end(code: number): Promise<void> {
  if (starting.signal.aborted) process.exit(code);
  console.log('Stopping …');
  starting.abort();
  setTimeout(() => process.exit(1), STOP_LIMIT).unref();
  if (running === undefined) return;
  await running.stop();
  process.exit(code);
}

function elapsed(): string {
  return `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;
}

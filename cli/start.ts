/** `npm start`: runs the stack on this machine until it is told to stop. */
import { Refusal } from '../local/refusal.ts';
import { readSettings } from '../local/settings.ts';
import { type RunningStack, startStack } from '../local/stack/start-stack.ts';
import { sampleProgress } from './start/sample-progress.ts';
import { welcome } from './start/welcome.ts';

/** Milliseconds after which a stop that hangs is cut short. */
const STOP_LIMIT = 8_000;

/** Milliseconds in which a second signal is the first one: npm passes on what the terminal sends to both. */
const ECHO = 1_000;

let toldToEndAt: number | undefined;
const starting = new AbortController();
let running: RunningStack | undefined;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0));

try {
  const [typed] = process.argv.slice(2);
  if (typed !== undefined)
    throw new Refusal(
      `npm start takes no arguments, but got "${typed}". What can be chosen are environment variables: see the README, "Configuration of the local stack"`,
    );
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

/** Stops in order. Who asks a second time means at once: what was started ends with this process. */
async function end(code: number): Promise<void> {
  const now = performance.now();
  if (toldToEndAt !== undefined && now - toldToEndAt > ECHO) process.exit(code);
  if (toldToEndAt !== undefined) return;
  toldToEndAt = now;
  console.log('Stopping …');
  starting.abort();
  setTimeout(() => process.exit(1), STOP_LIMIT).unref();
  if (running === undefined) return;
  await running.stop();
  process.exit(code);
}

/** Since this process was started. */
function elapsed(): string {
  return `${(performance.now() / 1000).toFixed(1)} s`;
}

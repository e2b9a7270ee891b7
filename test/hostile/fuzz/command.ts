/** `npm run fuzz`: random and mutated requests, events and messages, and what came of them. */
import { readFuzz, USAGE } from './command-line.ts';
import { settingsOrEnd } from '../../support/long-form.ts';
import { Fuzz } from './run/fuzz.ts';
import { Tally } from './run/tally.ts';

const { requests, seed, from } = settingsOrEnd(USAGE, readFuzz);

/** Bytes by which the heap may grow between a tenth of the requests and the last one. */
const GROWTH = 32_000_000;
const PROGRESS = 5_000;

Error.stackTraceLimit = 5;
const fuzz = await Fuzz.start();
const tally = new Tally();
const started = performance.now();
let said = started;
let heap: number | undefined;
for (let done = 0; done < requests; done += 1) {
  const index = from + done;
  for (const example of tally.add(index, await fuzz.run(seed, index))) console.log(example);
  if (heap === undefined && done >= requests / 10) heap = heapUsed();
  if (performance.now() - said < PROGRESS) continue;
  said = performance.now();
  console.log(`${done} of ${requests}, ${tally.faults} faults, ${seconds()} s`);
}
const growth = heapUsed() - (heap ?? 0);
await fuzz.stop();
console.log(tally.table());
console.log(
  `${requests} requests and batches of messages with seed ${seed}, ${tally.faults} faults, ${seconds()} s; the heap grew by ${megabytes(growth)} MB${growth > GROWTH ? `, and that is too much: it may by ${megabytes(GROWTH)} MB` : ` (${megabytes(GROWTH)} MB would be too much)`}`,
);
process.exitCode = tally.faults > 0 || growth > GROWTH ? 1 : 0;

function seconds(): string {
  return ((performance.now() - started) / 1_000).toFixed(0);
}

function heapUsed(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}

import { parseArgs } from 'node:util';
import { Fuzz } from './run/fuzz.ts';
import { Tally } from './run/tally.ts';

const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    from: { type: 'string', default: '0' },
  },
});
const [requests, seed, from] = [values.requests, values.seed, values.from].map(Number);
if (![requests, seed, from].every((value) => Number.isSafeInteger(value)) || !requests)
  throw new Error('usage: npm run fuzz -- [--requests N] [--seed S] [--from INDEX]');

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
  const index = (from ?? 0) + done;
  for (const example of tally.add(index, await fuzz.run(seed ?? 1, index))) console.log(example);
  if (heap === undefined && done >= requests / 10) heap = heapUsed();
  if (performance.now() - said < PROGRESS) continue;
  said = performance.now();
  console.log(`${done} of ${requests}, ${tally.faults} faults, ${seconds()} s`);
}
const growth = heapUsed() - (heap ?? 0);
await fuzz.stop();
console.log(tally.table());
console.log(
  `${requests} requests and batches of messages with seed ${seed}, ${tally.faults} faults, ${seconds()} s; the heap grew by ${(growth / 1e6).toFixed(1)} MB`,
);
process.exitCode = tally.faults > 0 || growth > GROWTH ? 1 : 0;

function seconds(): string {
  return ((performance.now() - started) / 1_000).toFixed(0);
}

function heapUsed(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

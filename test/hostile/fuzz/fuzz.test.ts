import { afterAll, beforeAll, expect, it } from 'vitest';
import { Fuzz } from './run/fuzz.ts';
import { Tally } from './run/tally.ts';

/** Of the long form, `npm run fuzz -- --seed 1`, the first ones. */
const REQUESTS = 1_000;

let fuzz: Fuzz;
const { stackTraceLimit } = Error;

beforeAll(async () => {
  fuzz = await Fuzz.start();
  Error.stackTraceLimit = 5;
});
afterAll(async () => {
  Error.stackTraceLimit = stackTraceLimit;
  await fuzz.stop();
});

it('whatever is sent, nothing breaks and nothing of the inside is told', async () => {
  const tally = new Tally();
  for (let index = 0; index < REQUESTS; index += 1) tally.add(index, await fuzz.run(1, index));
  expect(tally.examples()).toEqual([]);
});

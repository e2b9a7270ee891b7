import { expect, it } from 'vitest';
import { bindingOf, costsOf, floorsOf, LIMITS, PRICES, secondsOfPage } from '../../bench/on-aws/model.ts';
import { onAws } from '../../bench/on-aws/on-aws.ts';

const COUNTS = { calls: 0.1, writeUnits: 1.1, readUnits: 2, page: 1_500 };
const { writeUnits, readUnits } = LIMITS;

it('costs grow with the projects, and most of them are units written', () => {
  const costs = costsOf(1_000_000, COUNTS);
  expect(costs['table, written']).toBeCloseTo(1.1 * 0.625, 6);
  expect(costs['table, read']).toBeCloseTo(2 * 0.125, 6);
  expect(costs['events']).toBeCloseTo(669 * PRICES.event, 9);
  expect(costs['queue']).toBeCloseTo(667 * 3 * PRICES.queueRequest, 9);
  expect(costs['worker']).toBeLessThan(0.1);
});

it('a page waits for the table, then for the bus, and works in between', () => {
  // 150 calls, four at once, of 10 ms; one call of 10 ms; 1,500 times 0.6 ms.
  expect(secondsOfPage(1_500, COUNTS)).toBeCloseTo(0.375 + 0.01 + 0.9, 6);
});

it('the limit that keeps an attach the longest binds, until it is raised', () => {
  const first = floorsOf(1_000_000, COUNTS, { writeUnits, readUnits, workers: 100 }, { flat: false });
  expect(bindingOf(first)).toEqual(['units written, of the table', 275]);
  const raised = { writeUnits: 40_000, readUnits: 40_000, workers: 100 };
  const then = floorsOf(1_000_000, COUNTS, raised, { flat: false });
  expect(then['units written, of the table']).toBeCloseTo(27.5, 6);
  expect(bindingOf(then)[0]).toBe('units written, of one operation');
  expect(floorsOf(1_000_000, COUNTS, raised, { flat: true })['links of a chain']).toBeCloseTo(100.05, 6);
});

it('is told for three sizes of two trees', async () => {
  const [costs, floors, steps] = await onAws.run({ progress: () => undefined, short: true });
  expect(costs?.columns).toHaveLength(7);
  expect(floors?.rows.at(-1)?.[0]).toBe('binding');
  expect(steps?.rows.map(([raised]) => raised)[0]).toBe('as deployed');
});

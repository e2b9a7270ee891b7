import { expect, it } from 'vitest';
import { places } from '../../bench/places/places.ts';

it('where 100 projects are, and what they show, is read at once, whatever is above them', async () => {
  const [figures] = await places.run({ progress: () => undefined, short: true });
  // Round trips, calls, items and read units. Two chains of twenty groups, with memberships, fit in one snapshot.
  expect(figures?.rows).toEqual([
    [1, 'a page', 7, 56, 4_209, 8_311],
    [1, 'the same page twice', 7, 58, 4_214, 8_316],
    [19, 'a page', 7, 13, 775, 1_443],
    [19, 'the same page twice', 7, 15, 780, 1_448],
  ]);
});

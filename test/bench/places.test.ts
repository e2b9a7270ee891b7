import { expect, it } from 'vitest';
import { places } from '../../bench/places/places.ts';

it('where 100 projects are, and what they show, is read at once, whatever is above them', async () => {
  const [figures] = await places.run({ progress: () => undefined, short: true });
  // Levels in common, times asked for; round trips, calls, items and read units. Two chains of twenty groups, with memberships, fit in one snapshot.
  expect(figures?.rows).toEqual([
    [1, 1, 7, 56, 4_209, 8_311],
    [19, 1, 7, 13, 775, 1_443],
    // The records of the operation are listed again, and no place is read.
    [19, 2, 7, 15, 780, 1_448],
  ]);
});

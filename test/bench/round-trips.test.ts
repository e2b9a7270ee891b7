import { expect, it } from 'vitest';
import { roundTrips } from '../../bench/round-trips/round-trips.ts';

/** Round trips, calls, write units and read units of each request. */
const COUNTS = {
  'attach to one project, the first with this template': [7, 9, 24, 20],
  'detach from one project': [4, 6, 16, 18],
  'attach to one project': [4, 6, 16, 18],
  'attach to a group': [4, 8, 12, 25],
  'preview of an attach to a group': [4, 8, 12, 25],
  'a project by its path, with its profiles': [5, 5, 0, 16],
  'a group by its path, with its profiles': [4, 4, 0, 11],
  '100 projects of a group, with their profiles': [6, 8, 0, 436],
  '100 of those that hold a profile': [6, 7, 0, 163],
  'a profile by its id': [3, 3, 0, 6],
  'the status of an operation': [2, 2, 0, 5],
  'the last 20 operations of a top-level group': [5, 5, 0, 30],
  'detach from eleven projects': [10, 14, 35, 86],
  'detach from one project, under a key': [4, 7, 18, 19],
  'the same under its key again': [8, 11, 0, 30],
};

/** Round trips that a request may take. */
const AIMS: Readonly<Record<string, number>> = {
  'attach to one project': 4,
  'detach from one project': 4,
  'attach to a group': 4,
  'a project by its path, with its profiles': 5,
  '100 projects of a group, with their profiles': 6,
};

it('requests wait for the table as often as they have to', async () => {
  const [figures] = await roundTrips.run({ progress: () => undefined, short: true });
  const counts = figures?.rows.map(([name, ...cells]) => [String(name), cells.slice(0, 4)] as const) ?? [];
  expect(Object.fromEntries(counts)).toEqual(COUNTS);
  for (const [name, aim] of Object.entries(AIMS))
    expect(new Map(counts).get(name)?.[0]).toBeLessThanOrEqual(aim);
});

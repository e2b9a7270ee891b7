import { describe, expect, it } from 'vitest';
import { startCluster } from '../../bench/postgres/cluster.ts';
import { findPostgres } from '../../bench/postgres/find-postgres.ts';
import { raceInProcess } from '../../bench/postgres/race/here.ts';
import { RACERS } from '../../bench/postgres/race/race.ts';
import { raceThere } from '../../bench/postgres/race/there.ts';
import { useTables } from '../support/tables.ts';

const PROJECTS = 50;

describe('twelve profiles race for the last place of projects that hold nine', () => {
  const newTable = useTables('ENGINE');

  it('one of them gets it, and the others are told so', async () => {
    expect(await raceInProcess(await newTable(), PROJECTS)).toEqual({
      overLimit: 0,
      most: 10,
      applied: PROJECTS,
      refused: PROJECTS * (RACERS - 1),
    });
  });

  const programs = findPostgres();

  it.skipIf(programs === undefined)(
    'in PostgreSQL, counted and then inserted, they pass the limit',
    async () => {
      await using cluster = await startCluster(programs ?? '');
      const { overLimit, most, applied } = await raceThere(cluster, PROJECTS);
      expect(overLimit).toBeGreaterThan(0);
      expect(most).toBeGreaterThan(10);
      expect(applied).toBeGreaterThan(PROJECTS);
    },
  );
});

import type { Client } from 'pg';
import * as z from 'zod';
import { flatTree } from '../../planting/plant-tree.ts';
import { attachBatch } from '../attach.ts';
import type { Cluster } from '../cluster.ts';
import { createProfile, fillTables } from '../tables.ts';
import { HELD, RACERS, type RaceResult, resultOf } from './race.ts';

const heldRows = z.array(z.object({ held: z.coerce.number() }));

/** The race in PostgreSQL: a connection for each profile, all projects in one batch, at READ COMMITTED, which is the default. */
export async function raceThere({ connect }: Cluster, projects: number): Promise<RaceResult> {
  const first = await connect();
  await fillTables(first, flatTree(projects));
  const projectIds = Array.from({ length: projects }, (_, index) => String(index + 1));
  for (let index = 0; index < HELD; index += 1)
    await attachBatch(first, await createProfile(first, 1, `held ${index}`), projectIds);
  const racers: { readonly client: Client; readonly profileId: string }[] = [];
  while (racers.length < RACERS)
    racers.push({
      client: await connect(),
      profileId: await createProfile(first, 1, `racing ${racers.length}`),
    });
  const attached = await Promise.all(
    racers.map(async ({ client, profileId }) => attachBatch(client, profileId, projectIds)),
  );
  const { rows } = await first.query(
    'SELECT count(*) AS held FROM security_scan_profiles_projects GROUP BY project_id',
  );
  return resultOf(
    heldRows.parse(rows).map(({ held }) => held),
    {
      applied: attached.reduce((sum, { applied }) => sum + applied, 0),
      refused: attached.reduce((sum, { full }) => sum + full, 0),
    },
  );
}

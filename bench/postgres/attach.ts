import type { Client } from 'pg';
import * as z from 'zod';
import { MAXIMUM_PROFILES } from '../../shared/domain/project-state.ts';

/** Projects whose rows are written in one transaction. */
const BATCH = 500;

/** Ids are bigints, which come as text. */
type Id = string;

const idRows = z.array(z.object({ id: z.string() }));

async function idsOf(client: Client, select: string, values: readonly unknown[]): Promise<readonly Id[]> {
  const { rows } = await client.query(select, [...values]);
  return idRows.parse(rows).map(({ id }) => id);
}

/** The projects below a group, a batch at a time, in the order of their ids. */
async function* batchesBelow(client: Client, groupId: number): AsyncGenerator<readonly Id[]> {
  const below = 'SELECT id FROM namespaces WHERE traversal_ids @> ARRAY[$1::bigint]';
  const groups = await idsOf(client, below, [groupId]);
  const next = 'SELECT id FROM projects WHERE namespace_id = ANY ($1) AND id > $2 ORDER BY id LIMIT $3';
  for (let after = '0'; ;) {
    const ids = await idsOf(client, next, [groups, after, BATCH]);
    const last = ids.at(-1);
    if (last === undefined) return;
    yield ids;
    after = last;
  }
}

/** What became of projects: those that got the profile, and those that were full. */
export interface Attached {
  readonly applied: number;
  readonly full: number;
}

const countRow = z.object({ project_id: z.string(), held: z.string() });

/**
 * Attaches a profile to a batch of projects in one transaction: counts what each holds, then inserts a row for those that
 * have room.
 */
export async function attachBatch(
  client: Client,
  profileId: Id,
  projectIds: readonly Id[],
): Promise<Attached> {
  await client.query('BEGIN');
  const { rows } = await client.query(
    `SELECT project_id, count(*) AS held FROM security_scan_profiles_projects
     WHERE project_id = ANY ($1) GROUP BY project_id`,
    [projectIds],
  );
  const held = new Map(
    z
      .array(countRow)
      .parse(rows)
      .map((row) => [row.project_id, Number(row.held)]),
  );
  const withRoom = projectIds.filter((id) => (held.get(id) ?? 0) < MAXIMUM_PROFILES);
  const { rowCount } = await client.query(
    `INSERT INTO security_scan_profiles_projects (project_id, security_scan_profile_id)
     SELECT unnest($1::bigint[]), $2 ON CONFLICT DO NOTHING`,
    [withRoom, profileId],
  );
  await client.query('COMMIT');
  return { applied: rowCount ?? 0, full: projectIds.length - withRoom.length };
}

/**
 * Attaches a profile to all projects below a group, as a worker would: batch after batch, as many at once as there are
 * connections. Answers how many got it.
 */
export async function attachBelow(
  clients: readonly [Client, ...Client[]],
  groupId: number,
  profileId: Id,
): Promise<number> {
  const batches: (readonly Id[])[] = [];
  for await (const batch of batchesBelow(clients[0], groupId)) batches.push(batch);
  const waiting = batches.values();
  let applied = 0;
  const work = async (client: Client): Promise<void> => {
    for (const batch of waiting) {
      const attached = await attachBatch(client, profileId, batch);
      applied += attached.applied;
    }
  };
  await Promise.all(clients.map(work));
  return applied;
}

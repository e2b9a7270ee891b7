import type { Client } from 'pg';
import * as z from 'zod';
import type { MadeUpTree } from '../planting/plant-tree.ts';

/** The tables that an attach touches, as GitLab names them, with the indexes that it needs. */
const TABLES = `
  CREATE TABLE namespaces (
    id bigint PRIMARY KEY,
    parent_id bigint REFERENCES namespaces,
    path text NOT NULL,
    traversal_ids bigint[] NOT NULL
  );
  CREATE TABLE projects (
    id bigint PRIMARY KEY,
    namespace_id bigint NOT NULL REFERENCES namespaces,
    path text NOT NULL,
    name text NOT NULL
  );
  CREATE TABLE security_scan_profiles (
    id bigserial PRIMARY KEY,
    namespace_id bigint NOT NULL REFERENCES namespaces,
    scan_type smallint NOT NULL,
    name text NOT NULL,
    UNIQUE (namespace_id, scan_type, name)
  );
  CREATE TABLE security_scan_profiles_projects (
    id bigserial PRIMARY KEY,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    project_id bigint NOT NULL REFERENCES projects,
    security_scan_profile_id bigint NOT NULL REFERENCES security_scan_profiles,
    UNIQUE (project_id, security_scan_profile_id)
  );
  CREATE INDEX ON namespaces USING gin (traversal_ids);
  CREATE INDEX ON projects (namespace_id, id);
  CREATE INDEX ON security_scan_profiles_projects (security_scan_profile_id);
`;

/** Rows that one statement inserts. */
const ROWS = 1_000;

const GROUPS = `INSERT INTO namespaces SELECT * FROM json_to_recordset($1)
  AS rows (id bigint, parent_id bigint, path text, traversal_ids bigint[])`;
const PROJECTS = `INSERT INTO projects SELECT * FROM json_to_recordset($1)
  AS rows (id bigint, namespace_id bigint, path text, name text)`;

/** Makes the tables anew, with a tree in them. */
export async function fillTables(client: Client, { nodes }: MadeUpTree): Promise<void> {
  await client.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public;');
  await client.query(TABLES);
  let groups: object[] = [];
  let projects: object[] = [];
  /** Groups first: the projects are in them. */
  const insert = async (): Promise<void> => {
    await client.query(GROUPS, [JSON.stringify(groups)]);
    await client.query(PROJECTS, [JSON.stringify(projects)]);
    groups = [];
    projects = [];
  };
  for (const { kind, id, parentId, slug, name, chain } of nodes) {
    if (kind === 'group')
      groups.push({ id, parent_id: parentId, path: slug, traversal_ids: [...chain.toReversed(), id] });
    else projects.push({ id, namespace_id: parentId, path: slug, name });
    if (groups.length + projects.length >= ROWS) await insert();
  }
  await insert();
  await client.query('ANALYZE');
}

/** A profile of a root, by the name that it is given. */
export async function createProfile(client: Client, rootId: number, name: string): Promise<string> {
  const insert =
    'INSERT INTO security_scan_profiles (namespace_id, scan_type, name) VALUES ($1, 0, $2) RETURNING id';
  const { rows } = await client.query(insert, [rootId, name]);
  return z.object({ id: z.string() }).parse(rows[0]).id;
}

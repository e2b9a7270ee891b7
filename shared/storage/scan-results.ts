import { PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { projectRef } from '../domain/node.ts';
import type { ExternalScans } from '../domain/scan-status/external-scans.ts';
import type { ScanHistories } from '../domain/scan-status/histories.ts';
import { SCAN_RESULTS } from '../domain/scan-status/report.ts';
import { SCAN_TYPES, TRIGGERS } from '../domain/scan-types/scan-types.ts';
import type { Table } from '../environment/environment.ts';
import { nodeItemKey, scansKey } from './keys.ts';
import { parseProject, type ProjectNode } from './nodes.ts';
import { batchGet, type Item, keyText } from './read.ts';
import { check, type Piece, putNew, remove, transact } from './write.ts';

const history = z.object({
  attachment: z.string(),
  recent: z.array(
    z.object({
      trigger: z.enum(TRIGGERS),
      buildId: z.string(),
      result: z.enum(SCAN_RESULTS),
      at: z.number(),
    }),
  ),
  before: z.optional(z.object({ result: z.enum(SCAN_RESULTS), count: z.number() })),
});

const scanResults = z.object({
  revision: z.string(),
  histories: z.record(z.string(), history),
  external: z._default(z.partialRecord(z.enum(SCAN_TYPES), z.number()), {}),
});

/** What was reported of a project's scans. It is an item of its own, so that an attach stays one small write. */
export interface ScanResults {
  /** Another one with every write, and never the same again: also where the project was deleted and made anew. */
  readonly revision: string;
  readonly histories: ScanHistories;
  readonly external: ExternalScans;
}

/** A project with what was reported of its scans, if anything was. */
export interface ScannedProject {
  readonly project: ProjectNode;
  readonly scans: ScanResults | undefined;
}

function parse(item: Item | undefined): ScanResults | undefined {
  return item === undefined ? undefined : scanResults.parse(item);
}

/** By project id; of projects without a report nothing. */
export async function readScanResults(
  table: Table,
  projectIds: readonly number[],
): Promise<ReadonlyMap<number, ScanResults>> {
  const items = await batchGet(table, projectIds.map(scansKey));
  return new Map(
    projectIds.flatMap((id) => {
      const found = parse(items.get(keyText(scansKey(id))));
      return found ? [[id, found] as const] : [];
    }),
  );
}

/**
 * Projects by id, absent and deleted ones left out, and unless `withScans` is false what was reported of their scans: one
 * item of the table each, in the same batches.
 */
export async function readScannedProjects(
  table: Table,
  projectIds: readonly number[],
  { withScans }: { readonly withScans: boolean },
): Promise<ReadonlyMap<number, ScannedProject>> {
  const nodeKey = (id: number): ReturnType<typeof nodeItemKey> => nodeItemKey(projectRef(id));
  const items = await batchGet(
    table,
    projectIds.flatMap((id) => (withScans ? [nodeKey(id), scansKey(id)] : [nodeKey(id)])),
  );
  return new Map(
    projectIds.flatMap((id) => {
      const project = parseProject(items.get(keyText(nodeKey(id))));
      const scans = parse(items.get(keyText(scansKey(id))));
      return project ? [[id, { project, scans }] as const] : [];
    }),
  );
}

/**
 * Writes what is remembered of a project's scans, unless somebody else did since it was read, or the project is gone.
 * The first write also looks at the project: an item that nobody would remove must not come to be.
 */
export async function writeScanResults(
  table: Table,
  projectId: number,
  before: ScanResults | undefined,
  after: ScanResults,
): Promise<'WRITTEN' | 'REFUSED'> {
  if (before === undefined) {
    const exists = { condition: 'attribute_exists(PK) AND attribute_not_exists(deletedAt)' };
    const { result } = await transact(table, [
      putNew('scans', scansKey(projectId), { ...after }),
      check('project', nodeItemKey(projectRef(projectId)), exists),
    ]);
    return result;
  }
  const request = {
    TableName: table.name,
    Item: { ...scansKey(projectId), ...after },
    ConditionExpression: 'revision = :before',
    ExpressionAttributeValues: { ':before': before.revision },
  };
  try {
    await table.client.send(new PutCommand(request));
    return 'WRITTEN';
  } catch (error) {
    if (error instanceof Error && error.name === 'ConditionalCheckFailedException') return 'REFUSED';
    throw error;
  }
}

/** For the transaction that deletes the project. */
export function removeScanResults(projectId: number): Piece {
  return remove('scans', scansKey(projectId));
}

import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { Table } from '../environment/environment.ts';
import { type Key, NODE_SK, PROJECT_PREFIX } from './keys.ts';
import { type ProjectNode, parseProject } from './nodes.ts';

/** A part of the table: one of so many. */
export interface Segment {
  readonly segment: number;
  readonly segments: number;
  /** The last item that is known already. */
  readonly after?: Key | undefined;
}

export interface ScannedProjects {
  readonly projects: readonly ProjectNode[];
  /** Keys of items that are no project as the product writes them. */
  readonly broken: readonly string[];
  /** Where to go on, undefined at the end. */
  readonly after: Key | undefined;
}

/** The projects among the next megabyte of a part of the table, wherever they are or whether anything leads to them. */
export async function scanProjects(
  table: Table,
  { segment, segments, after }: Segment,
): Promise<ScannedProjects> {
  const answer = await table.client.send(
    new ScanCommand({
      TableName: table.name,
      ConsistentRead: true,
      Segment: segment,
      TotalSegments: segments,
      FilterExpression: 'SK = :sk AND begins_with(PK, :pk)',
      ExpressionAttributeValues: { ':sk': NODE_SK, ':pk': PROJECT_PREFIX },
      ...(after === undefined ? {} : { ExclusiveStartKey: { ...after } }),
    }),
  );
  const projects: ProjectNode[] = [];
  const broken: string[] = [];
  for (const item of answer.Items ?? []) {
    try {
      projects.push(...[parseProject(item) ?? []].flat());
    } catch {
      broken.push(String(item['PK']));
    }
  }
  const { PK, SK } = answer.LastEvaluatedKey ?? {};
  return {
    projects,
    broken,
    after: typeof PK === 'string' && typeof SK === 'string' ? { PK, SK } : undefined,
  };
}

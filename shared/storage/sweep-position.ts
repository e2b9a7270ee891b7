import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { Table } from '../environment/environment.ts';
import { type Key, SWEEP_POSITION } from './keys.ts';
import { getItem } from './read.ts';

const key = z.object({ PK: z.string(), SK: z.string() });
const position = z.object({ segments: z.array(z.nullable(z.union([key, z.literal('START')]))) });

/** For each part of the table where to go on: null where it is done. */
export type SweepPosition = readonly (Key | 'START' | null)[];

export async function readSweepPosition(table: Table): Promise<SweepPosition | undefined> {
  const item = await getItem(table, SWEEP_POSITION);
  return item === undefined ? undefined : position.parse(item).segments;
}

/** Two sweeps at once do no harm: the later one's position stands. */
export async function keepSweepPosition(table: Table, segments: SweepPosition): Promise<void> {
  await table.client.send(
    new PutCommand({ TableName: table.name, Item: { ...SWEEP_POSITION, segments: [...segments] } }),
  );
}

export async function forgetSweepPosition(table: Table): Promise<void> {
  await table.client.send(new DeleteCommand({ TableName: table.name, Key: { ...SWEEP_POSITION } }));
}

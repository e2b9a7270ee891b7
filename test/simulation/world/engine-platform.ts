import { BatchWriteCommand, paginateScan } from '@aws-sdk/lib-dynamodb';
import type { Table } from '../../../shared/environment/environment.ts';
import { startEngine } from '../../support/engine.ts';
import type { RawItem } from '../observed.ts';
import { inProcessTable } from '../table/in-process-table.ts';
import { simulatedApi } from './api.ts';
import { makeBase } from './base.ts';
import type { Platform } from './platform.ts';

/** What a batch takes. */
const BATCH = 25;

/** A table of the engine. What is written to it is not told: there only the end of a history can be judged. */
export async function enginePlatform(): Promise<Platform & { readonly stop: () => Promise<void> }> {
  const { table: model, store } = inProcessTable();
  const begin = await makeBase(model);
  const base = [...store.items()];
  const engine = await startEngine();
  const { table } = engine;
  return {
    table,
    api: simulatedApi(table),
    begin,
    tellsWrites: false,
    base,
    reset: async () => makeEqual(table, base),
    items: async () => itemsOf(table),
    stop: async () => engine.stop(),
  };
}

async function itemsOf({ client, name }: Table): Promise<readonly RawItem[]> {
  const items: RawItem[] = [];
  for await (const page of paginateScan({ client }, { TableName: name, ConsistentRead: true }))
    items.push(...(page.Items ?? []));
  return items;
}

/** Puts and deletes whatever differs. */
async function makeEqual(table: Table, base: readonly RawItem[]): Promise<void> {
  const present = new Map((await itemsOf(table)).map((item) => [keyOf(item), JSON.stringify(item)]));
  const wanted = new Set(base.map(keyOf));
  const surplus = [...present.keys()].filter((key) => !wanted.has(key));
  const requests = [
    ...surplus.map((key) => {
      const [PK, SK] = key.split('\n');
      return { DeleteRequest: { Key: { PK, SK } } };
    }),
    ...base
      .filter((item) => present.get(keyOf(item)) !== JSON.stringify(item))
      .map((item) => ({ PutRequest: { Item: item } })),
  ];
  for (let start = 0; start < requests.length; start += BATCH) {
    const RequestItems = { [table.name]: requests.slice(start, start + BATCH) };
    await table.client.send(new BatchWriteCommand({ RequestItems }));
  }
}

function keyOf(item: RawItem): string {
  return `${String(item['PK'])}\n${String(item['SK'])}`;
}

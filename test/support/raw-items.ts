import { paginateScan } from '@aws-sdk/lib-dynamodb';
import type { Table } from '../../shared/environment/environment.ts';
import type { Item } from '../../shared/storage/read.ts';

/** Everything that is stored, whether the product reads it or not. */
export async function allItems({ client, name }: Table): Promise<readonly Item[]> {
  const items: Item[] = [];
  const pages = paginateScan({ client }, { TableName: name, ConsistentRead: true });
  for await (const { Items = [] } of pages) items.push(...Items);
  return items;
}

/** Everything that is stored about every project: by the project's key. */
export async function projectItems(table: Table): Promise<ReadonlyMap<string, Item>> {
  const items = await allItems(table);
  const keyed = items.map((item) => [String(item['PK']), item] as const);
  return new Map(keyed.filter(([key]) => key.startsWith('PROJECT#')));
}

import { paginateScan } from '@aws-sdk/lib-dynamodb';
import type { Table } from '../../shared/environment/environment.ts';
import type { Item } from '../../shared/storage/read.ts';

/** Everything that is stored about every project, whether the product reads it or not: by the project's key. */
export async function projectItems({ client, name }: Table): Promise<ReadonlyMap<string, Item>> {
  const items = new Map<string, Item>();
  const pages = paginateScan({ client }, { TableName: name, ConsistentRead: true });
  for await (const { Items = [] } of pages) {
    for (const item of Items) {
      const key = String(item['PK']);
      if (key.startsWith('PROJECT#')) items.set(key, item);
    }
  }
  return items;
}

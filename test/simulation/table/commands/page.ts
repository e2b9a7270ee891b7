import { sizeOf } from '../store/size.ts';
import { copyAttributesOut, type StoredItem } from '../store/values.ts';

/** Bytes of the items that a query or scan looks at before it answers. */
const PAGE = 1024 * 1024;

/**
 * The first items, as many as the limit says and one page holds, of which those that match are answered. As DynamoDB, it
 * says where to go on whenever it stopped before it knew that nothing follows.
 */
export function pageOf(
  items: Iterable<StoredItem>,
  limit = Infinity,
  matches: (item: StoredItem) => boolean = () => true,
): Record<string, unknown> {
  const Items: Record<string, unknown>[] = [];
  let [bytes, ScannedCount] = [0, 0];
  for (const item of items) {
    bytes += sizeOf(item);
    ScannedCount += 1;
    if (matches(item)) Items.push(copyAttributesOut(item));
    if (ScannedCount >= limit || bytes >= PAGE) {
      const LastEvaluatedKey = { PK: item.PK, SK: item.SK };
      return { Items, Count: Items.length, ScannedCount, LastEvaluatedKey };
    }
  }
  return { Items, Count: Items.length, ScannedCount };
}

import {
  type DynamoDBDocumentClient,
  paginateScan,
  type ScanCommand,
  type ScanCommandOutput,
} from '@aws-sdk/lib-dynamodb';
import { hash } from '../schedule/random.ts';

/** Items that are looked at before a page ends: a megabyte holds more than any history makes. */
const PAGE = 3;

type Items = NonNullable<ScanCommandOutput['Items']>;

/**
 * A scan of a segment. Which items belong to it, and in which order, is up to DynamoDB: here that is the same whatever the
 * table is made of, so that histories can be compared.
 */
export async function scanSegment(
  client: DynamoDBDocumentClient,
  { input }: ScanCommand,
): Promise<ScanCommandOutput> {
  const { Segment = 0, TotalSegments = 1, ExclusiveStartKey: start, ...whole } = input;
  const items: Items = [];
  for await (const { Items: some = [] } of paginateScan({ client }, whole)) items.push(...some);
  const isAhead = (item: Items[number]): boolean => start === undefined || placeOf(item) > placeOf(start);
  const ahead = items
    .filter((item) => hash(0, String(item['PK'])) % TotalSegments === Segment)
    .filter(isAhead)
    .toSorted((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1));
  const page = ahead.slice(0, PAGE);
  const last = page.at(-1);
  const isMore = ahead.length > PAGE && last !== undefined;
  return {
    $metadata: {},
    Items: page,
    ...(isMore && { LastEvaluatedKey: { PK: last['PK'], SK: last['SK'] } }),
  };
}

function placeOf(item: Items[number]): string {
  return `${String(item['PK'])} ${String(item['SK'])}`;
}

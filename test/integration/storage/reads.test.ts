import { expect, it } from 'vitest';
import { allPages, commandsOf, type Item } from './support/commands.ts';
import { describeTables } from './support/tables.ts';

const RANGE = 'PK = :PK AND SK BETWEEN :from AND :to';

function range(from: string, to: string): Record<string, string> {
  return { ':PK': 'p', ':from': from, ':to': to };
}

function sortKeys(items: readonly Item[]): readonly unknown[] {
  return items.map(({ SK }) => SK);
}

describeTables((table) => {
  const filled = async (names: readonly string[], more: Item = {}) => {
    const commands = commandsOf(table());
    await commands.batchWrite(names.map((SK) => ({ PK: 'p', SK, ...more })));
    return commands;
  };

  it('answers what is stored, and nothing where nothing is', async () => {
    const { get, put, batchGet, transactGet } = commandsOf(table());
    const item = { PK: 'a', SK: 'b', n: 1.5, t: '', list: [1, { x: null }], map: { deep: { yes: true } } };
    await put({ ...item, absent: undefined });
    expect(await get({ PK: 'a', SK: 'b' })).toEqual(item);
    expect(await get({ PK: 'a', SK: 'c' })).toBeUndefined();
    const keys = [
      { PK: 'a', SK: 'c' },
      { PK: 'a', SK: 'b' },
    ];
    expect(await batchGet(keys)).toEqual([item]);
    expect(await transactGet(keys)).toEqual([undefined, item]);
  });

  it('gives and takes copies', async () => {
    const { get, put } = commandsOf(table());
    const [key, list] = [{ PK: 'a', SK: 'b' }, [1]];
    await put({ ...key, list });
    list.push(2);
    const read = await get(key);
    expect(read).toEqual({ ...key, list: [1] });
    if (read) read['list'] = 'changed';
    expect(await get(key)).toEqual({ ...key, list: [1] });
  });

  it('answers a range in the order of the bytes of its sort keys, both ends included', async () => {
    const highest = 'b\u{10FFFF}';
    const names = ['a', 'b', 'b#\u{FFFD}', 'b#\u{1F600}', 'b#', 'ba', 'c', 'B', highest];
    const { query } = await filled(names);
    const ask = async (from: string, to: string) =>
      sortKeys(
        (await query({ KeyConditionExpression: RANGE, ExpressionAttributeValues: range(from, to) })).items,
      );
    expect(await ask('b', highest)).toEqual(['b', 'b#', 'b#\u{FFFD}', 'b#\u{1F600}', 'ba', highest]);
    expect(await ask('\u0000', '\u{10FFFF}')).toEqual([
      'B',
      'a',
      'b',
      'b#',
      'b#\u{FFFD}',
      'b#\u{1F600}',
      'ba',
      highest,
      'c',
    ]);
    expect(await ask('b$', 'b$')).toEqual([]);
  });

  it('answers the other conditions on keys', async () => {
    const { query } = await filled(['a', 'a1', 'b']);
    const ask = async (KeyConditionExpression: string, values: Record<string, string>) =>
      sortKeys(
        (await query({ KeyConditionExpression, ExpressionAttributeValues: { ':p': 'p', ...values } })).items,
      );
    expect(await ask('PK = :p', {})).toEqual(['a', 'a1', 'b']);
    expect(await ask('PK = :p AND SK = :s', { ':s': 'a' })).toEqual(['a']);
    expect(await ask('PK = :p AND begins_with(SK, :s)', { ':s': 'a' })).toEqual(['a', 'a1']);
    expect(await ask('PK = :p', { ':p': 'q' })).toEqual([]);
  });

  it('goes on after any place of its range, present or not, in both directions', async () => {
    const { query } = await filled(['a', 'b', 'd', 'e']);
    const ask = async (SK: string, ScanIndexForward: boolean) => {
      const options = { ExclusiveStartKey: { PK: 'p', SK }, ScanIndexForward, Limit: 1 };
      const values = { ExpressionAttributeValues: range('a', 'd') };
      return sortKeys((await query({ KeyConditionExpression: RANGE, ...values, ...options })).items);
    };
    expect(await ask('b', true)).toEqual(['d']);
    expect(await ask('c', true)).toEqual(['d']);
    expect(await ask('c', false)).toEqual(['b']);
    expect(await ask('a', false)).toEqual([]);
    expect(await ask('d', true)).toEqual([]);
  });

  it('pages by a limit, and by a megabyte', async () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const { query } = await filled(names, { text: 'x'.repeat(300_000) });
    const pages = async (options: { Limit?: number; ScanIndexForward?: boolean }) =>
      allPages(async (after) =>
        query({
          KeyConditionExpression: RANGE,
          ExpressionAttributeValues: range('a', 'z'),
          ...(after ? { ExclusiveStartKey: after } : {}),
          ...options,
        }),
      );
    const limited = await pages({ Limit: 3 });
    expect(limited.map(({ items }) => items.length).filter(Boolean)).toEqual([3, 3, 1]);
    const large = await pages({});
    expect(large.length).toBeGreaterThan(1);
    expect(large.flatMap(({ items }) => sortKeys(items))).toEqual(names);
    const backwards = await pages({ ScanIndexForward: false });
    expect(backwards.flatMap(({ items }) => sortKeys(items))).toEqual(names.toReversed());
  });

  it('scans everything once, by pages and segments, and only what passes a filter', async () => {
    const { scan, batchWrite } = commandsOf(table());
    const items = Array.from({ length: 24 }, (_, n) => ({
      PK: `PROJECT#${n % 12}`,
      SK: n < 12 ? '#NODE' : '#SCANS',
      n,
    }));
    await batchWrite(items);
    const everything = new Set(items.map((item) => JSON.stringify(item)));
    const scanned = async (options: Parameters<typeof scan>[0], segments: readonly number[]) => {
      const parts = await Promise.all(
        segments.map(async (Segment) =>
          allPages(async (after) =>
            scan({
              ...options,
              ...(segments.length > 1 ? { Segment, TotalSegments: segments.length } : {}),
              ...(after ? { ExclusiveStartKey: after } : {}),
            }),
          ),
        ),
      );
      return parts.flat().flatMap((page) => page.items.map(({ PK, SK, n }) => JSON.stringify({ PK, SK, n })));
    };
    for (const segments of [[0], [0, 1, 2]]) {
      const found = await scanned({ Limit: 5 }, segments);
      expect(found).toHaveLength(24);
      expect(new Set(found)).toEqual(everything);
    }
    const filter = {
      FilterExpression: 'SK = :sk AND begins_with(PK, :pk)',
      ExpressionAttributeValues: { ':sk': '#NODE', ':pk': 'PROJECT#1' },
    };
    const filtered = await scanned({ Limit: 7, ...filter }, [0, 1]);
    expect(filtered.map((text): unknown => JSON.parse(text)).toSorted()).toHaveLength(3);
  });
});

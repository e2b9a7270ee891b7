import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { OPEN_SHARDS, openPk } from '../../../shared/storage/keys.ts';
import { listRegistrations } from '../../../shared/storage/registrations.ts';
import { listOpenItems } from '../../../shared/storage/pages.ts';
import { newTable, startEngine, type TestEngine } from '../../support/engine.ts';
import { testEnvironment } from '../../support/test-environment.ts';
import { world, type World } from '../../support/world.ts';

let engine: TestEngine;
let w: World;

beforeAll(async () => {
  engine = await startEngine();
});
afterAll(async () => engine.stop());
beforeEach(async () => {
  w = world(testEnvironment(await newTable(engine.endpoint)));
  await w.group(1, null);
  await w.project(11, 1);
});

async function openItems(): Promise<number> {
  const shards = Array.from({ length: OPEN_SHARDS }, async (_, shard) => listOpenItems(w.env.table, shard));
  return (await Promise.all(shards)).flat().length;
}

describe('the janitor', () => {
  it('forgets an operation an hour after its end, so that what others read does not grow', async () => {
    await w.accepted({ projectIds: [11] });
    await w.drain();
    expect(await openItems()).toBe(1);
    await w.janitor();
    expect(await listRegistrations(w.env.table, 1, 0)).toHaveLength(1);
    w.env.clock.advance(60 * 60 * 1000 + 241_000);
    await w.janitor();
    expect(await openItems()).toBe(0);
    expect(await listRegistrations(w.env.table, 1, 0)).toHaveLength(0);
  });

  it('looks after all others where one open page is broken, and says so', async () => {
    const { client, name: TableName } = w.env.table;
    for (let shard = 0; shard < OPEN_SHARDS; shard += 1) {
      await client.send(
        new PutCommand({ TableName, Item: { PK: openPk(shard), SK: '!', since: 'nonsense' } }),
      );
    }
    const { id } = await w.accepted({ groupIds: [1] });
    w.env.attachQueue.messages.length = 0;
    w.env.clock.advance(241_000);
    await expect(w.janitor()).rejects.toThrow(`${OPEN_SHARDS} open pages were passed over`);
    await w.drain();
    expect((await w.operation(id)).status).toBe('SUCCEEDED');
  });
});

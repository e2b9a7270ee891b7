import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { EVENTS_OUT } from '../../../shared/names.ts';
import { OPEN_SHARDS, openPk } from '../../../shared/storage/keys.ts';
import { listRegistrations } from '../../../shared/storage/registrations.ts';
import { listOpenItems } from '../../../shared/storage/pages.ts';
import { useTables } from '../../support/tables.ts';
import { testEnvironment } from '../../support/test-environment.ts';
import { world, type World } from '../../support/world.ts';

const newTable = useTables('ENGINE');
let w: World;

beforeEach(async () => {
  w = world(testEnvironment(await newTable()));
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

describe('where the queue is out of reach', () => {
  /** The same, for who can send nothing. */
  function cutOff(): World {
    return world({
      ...w.env,
      attachQueue: { ...w.env.attachQueue, send: async () => Promise.reject(new Error('no queue')) },
    });
  }

  it('what was done to projects is answered, and announced once the janitor has looked', async () => {
    const { id } = await cutOff().accepted({ projectIds: [11] });
    expect((await w.operation(id)).status).toBe('SUCCEEDED');
    expect(w.env.log.lines).toContainEqual(expect.objectContaining({ level: 'error' }));
    w.env.clock.advance(241_000);
    await w.janitor();
    await w.drain();
    expect(w.env.events.published.map(({ detailType }) => detailType)).toContain(
      EVENTS_OUT.operationFinished,
    );
  });

  it('what is cancelled is answered, and ends once the janitor has looked', async () => {
    const { id } = await cutOff().accepted({ groupIds: [1] });
    expect((await cutOff().cancel(id)).result).toBe('ACCEPTED');
    w.env.clock.advance(241_000);
    await w.janitor();
    await w.drain();
    expect((await w.operation(id)).status).toBe('CANCELLED');
  });

  it('who asks again under a key gets the operation', async () => {
    const request = { groupIds: [1], idempotencyKey: 'once' };
    const { id } = await cutOff().accepted(request);
    expect((await cutOff().accepted(request)).id).toBe(id);
  });
});

import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { EVENTS_OUT, METRICS } from '../../../shared/names.ts';
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

describe('where the bus is out of reach', () => {
  const HOUR = 3_600_000;

  /** The janitor comes, and what it sends is received in vain. Answers how much that was. */
  async function inVain(later: number): Promise<number> {
    w.env.clock.advance(later);
    await w.janitor();
    return w.env.attachQueue.messages.splice(0).length;
  }

  it('what is done is no operation that is stalled, is sent every hour, and is announced in the end', async () => {
    const { id } = await w.accepted({ projectIds: [11] });
    expect((await w.operation(id)).status).toBe('SUCCEEDED');
    w.env.attachQueue.messages.length = 0;
    for (const _ of [1, 2, 3]) expect(await inVain(241_000)).toBe(2);
    for (const _ of [1, 2, 3]) expect(await inVain(241_000)).toBe(0);
    expect(await inVain(HOUR)).toBe(2);
    expect(await inVain(HOUR - 1_000)).toBe(0);
    w.env.clock.advance(1_000);
    await w.janitor();
    await w.drain();
    const types = w.env.events.published.map(({ detailType }) => detailType);
    expect(types).toContain(EVENTS_OUT.operationFinished);
    expect(w.env.log.counts.get(METRICS.operationStalled)).toBeUndefined();
    expect(await inVain(2 * HOUR)).toBe(0);
    expect(await openItems()).toBe(0);
  });

  it('what is not done is an operation that is stalled, as ever', async () => {
    const { id } = await w.accepted({ groupIds: [1] });
    w.env.attachQueue.messages.length = 0;
    for (const _ of [1, 2, 3]) expect(await inVain(241_000)).toBe(1);
    expect(await inVain(HOUR)).toBe(0);
    expect((await w.operation(id)).stalledAt).toBeDefined();
    expect(w.env.log.counts.get(METRICS.operationStalled)).toBe(1);
  });
});

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type SqsEngine, startSqs } from '../../../local/engines/sqs/engine.ts';
import { startPoller } from '../../../local/event-source/poller.ts';
import { LocalFunction } from '../../../local/lambda/function.ts';
import type { MappingPlan } from '../../../local/template/resources/mapping.ts';
import { temporaryDirectory, TestQueue } from './support.ts';

const receiptSchema = z.object({ id: z.string(), receives: z.number(), size: z.number() });

/** What the function was given: id, how often it had been received, size of the batch. */
type Receipt = z.infer<typeof receiptSchema>;

let sqs: SqsEngine;
let directory: Awaited<ReturnType<typeof temporaryDirectory>>;
let number = 0;
const cleanUps: (() => Promise<void>)[] = [];

beforeAll(async () => {
  sqs = await startSqs(null);
  directory = await temporaryDirectory();
});
afterAll(async () => {
  await sqs.stop();
  await directory[Symbol.asyncDispose]();
});
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp();
});

interface Feed {
  queue: TestQueue;
  dead: TestQueue;
  receipts: () => Promise<Receipt[]>;
}

/** A queue, with a visibility timeout of one second and two receives, that feeds a function. */
async function feed(...bodies: object[]): Promise<Feed> {
  const messages = bodies.map((body) => ({ body }));
  return feedAs({ batchSize: 10, maximumConcurrency: 2, VisibilityTimeout: '1' }, messages);
}

async function feedAs(
  {
    VisibilityTimeout,
    ...consumption
  }: Pick<MappingPlan, 'batchSize' | 'maximumConcurrency'> & {
    VisibilityTimeout: string;
  },
  messages: readonly { body: object; group?: string }[],
): Promise<Feed> {
  const name = `queue-${++number}`;
  const dead = await TestQueue.create(sqs.endpoint, `${name}-dead`);
  const queue = await TestQueue.create(sqs.endpoint, name, {
    VisibilityTimeout,
    RedrivePolicy: JSON.stringify({ deadLetterTargetArn: dead.arn, maxReceiveCount: 2 }),
  });
  for (const { body, group } of messages) await queue.send(JSON.stringify(body), group);
  const journal = join(directory.path, name);
  const fn = new LocalFunction(
    {
      name: 'consumer',
      arn: 'arn:consumer',
      directory: fileURLToPath(new URL('functions', import.meta.url)),
      handler: 'index.consumer',
      timeoutSeconds: 5,
      memorySize: 256,
      variables: { JOURNAL: journal },
    },
    { dynamodb: '', sqs: sqs.endpoint, events: '' },
    () => undefined,
  );
  const mapping: MappingPlan = {
    queueArn: queue.arn,
    functionName: 'consumer',
    enabled: true,
    reportsItemFailures: true,
    ...consumption,
  };
  const stop = startPoller({
    mapping,
    queueUrl: queue.url,
    fn,
    sqsEndpoint: sqs.endpoint,
    log: () => undefined,
  });
  cleanUps.push(async () => {
    await Promise.all([stop(), fn.stop(0)]);
  });
  const receipts = async (): Promise<Receipt[]> => {
    const text = await readFile(journal, 'utf8').catch(() => '');
    return text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => receiptSchema.parse(JSON.parse(line)));
  };
  return { queue, dead, receipts };
}

describe('a queue that feeds a function', () => {
  it('hands over batches, and forgets what was dealt with', async () => {
    const { queue, receipts } = await feed(...Array.from({ length: 12 }, (_, id) => ({ id: String(id) })));
    await expect.poll(receipts).toHaveLength(12);
    const received = await receipts();
    expect(Math.max(...received.map(({ size }) => size))).toBeGreaterThan(1);
    expect(new Set(received.map(({ id }) => id)).size).toBe(12);
    // Longer than the visibility timeout: none of them comes back.
    expect(await queue.receive()).toEqual([]);
    expect(await receipts()).toHaveLength(12);
  });

  it('brings back only the messages of a batch that failed', async () => {
    const { receipts } = await feed({ id: 'good' }, { id: 'bad', fails: 1 });
    await expect.poll(receipts, { timeout: 10_000 }).toHaveLength(3);
    expect((await receipts()).map(({ id, receives }) => `${id} ${receives}`).sort()).toEqual([
      'bad 1',
      'bad 2',
      'good 1',
    ]);
  });

  it('brings back the whole batch if the function dies, and sets aside what was received too often', async () => {
    const { dead, receipts } = await feed({ id: 'dies' });
    await expect.poll(() => dead.receive(), { timeout: 15_000 }).toEqual(['{"id":"dies"}']);
    expect((await receipts()).map(({ receives }) => receives)).toEqual([1, 2]);
  });

  it('is fair: the message of a group is not held up by the two hundred of another that were there first', async () => {
    const backlog = Array.from({ length: 200 }, (_, id) => ({ body: { id: String(id) }, group: 'large' }));
    const small = { body: { id: 'small' }, group: 'small' };
    const oneAtATime = { batchSize: 1, maximumConcurrency: 1, VisibilityTimeout: '60' };
    const { receipts } = await feedAs(oneAtATime, [...backlog, small]);
    await expect.poll(receipts, { timeout: 20_000 }).toHaveLength(201);
    const handled = (await receipts()).map(({ id }) => id);
    expect(handled).toEqual(['0', 'small', ...backlog.slice(1).map(({ body }) => body.id)]);
  });

  it('stops without waiting for messages', async () => {
    await feed();
    for (const cleanUp of cleanUps.splice(0)) await cleanUp();
  });
});

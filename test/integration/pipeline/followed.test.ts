import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { SQSBatchResponse, SQSRecord } from 'aws-lambda';
import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { attachWorker } from '../../../functions/attach-worker/worker.ts';
import { cleanupWorker } from '../../../functions/cleanup-worker/worker.ts';
import { follow } from '../../../shared/environment/follow.ts';
import { METRICS } from '../../../shared/names.ts';
import type { Worker } from '../../../shared/pipeline/batch.ts';
import { openKey } from '../../../shared/storage/keys.ts';
import { GROUPS_PAGE, readOpenPage } from '../../../shared/storage/pages.ts';
import { inProcessTable } from '../../simulation/table/in-process-table.ts';
import { type TestEnvironment, testEnvironment } from '../../support/test-environment.ts';
import { world, type World } from '../../support/world.ts';

const sentSchema = z.object({ version: z.number(), operationId: z.string(), requestId: z.string() });

let w: World;
let again: string[];

/** Root 1 with group 10 and project 11 in it. */
beforeEach(async () => {
  w = world(testEnvironment(inProcessTable().table));
  again = [];
  await w.group(1, null);
  await w.group(10, 1);
  await w.project(11, 10);
});

function sent(): z.infer<typeof sentSchema>[] {
  return w.env.attachQueue.messages.map(({ body }) => sentSchema.parse(JSON.parse(body)));
}

/** Accepts an attach to group 1 as the API does for that request. Its message is in the queue. */
async function accepted(requestId: string): Promise<string> {
  const env: TestEnvironment = { ...w.env, ...follow(w.env, requestId), log: w.env.log };
  const { id } = await world(env).accepted({ groupIds: [1] });
  return id;
}

type Env = Parameters<typeof attachWorker>[0] & Parameters<typeof cleanupWorker>[0];

async function deliver(body: unknown, to: (env: Env) => Worker = attachWorker): Promise<SQSBatchResponse> {
  const attributes = {
    ApproximateReceiveCount: '1',
    SentTimestamp: '0',
    SenderId: '',
    ApproximateFirstReceiveTimestamp: '0',
  };
  const of = {
    eventSource: 'aws:sqs',
    eventSourceARN: '',
    awsRegion: '',
    md5OfBody: '',
    messageAttributes: {},
  };
  const text = JSON.stringify(body);
  const record: SQSRecord = { messageId: 'm-1', receiptHandle: 'handle', body: text, attributes, ...of };
  const sourceQueue = { retryNow: async (handle: string) => Promise.resolve(void again.push(handle)) };
  const invocation = { awsRequestId: 'i-1', getRemainingTimeInMillis: () => 20_000 };
  return to({ ...w.env, sourceQueue })({ Records: [record] }, invocation);
}

describe('a message about a page', () => {
  it('of the release before, which names no request, is done and followed under its operation', async () => {
    const operationId = await accepted('r-1');
    const answer = await deliver({ version: 1, operationId, pageId: GROUPS_PAGE });
    expect(answer).toEqual({ batchItemFailures: [] });
    expect(await w.operation(operationId)).toMatchObject({ status: 'SUCCEEDED', totals: { applied: 1 } });
    const done = w.env.log.lines.find(({ message }) => message === 'page done');
    expect(done?.details).toMatchObject({ requestId: operationId, operationId, messageId: 'm-1' });
  });

  it.each([{ operationId: 'o', pageId: 'G', requestId: 'r' }, { page: 'named otherwise' }])(
    'of a later release is left to it: it fails, is not hurried, and nothing is done (%j)',
    async (rest) => {
      const operationId = await accepted('r-1');
      const answer = await deliver({ version: 3, ...rest, operationId });
      expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'm-1' }] });
      expect(again).toEqual([]);
      expect(await readOpenPage(w.env.table, operationId, GROUPS_PAGE)).toBeDefined();
      expect(w.env.log.lines.at(-1)).toMatchObject({
        level: 'error',
        details: {
          messageId: 'm-1',
          error: expect.objectContaining({ message: 'messages of version 3 are not known here' }),
        },
      });
      expect(w.env.log.counts.get(METRICS.messageFailed)).toBe(1);
    },
  );

  it.each([{ version: 0 }, { version: 2.5 }, { version: '2' }, {}])(
    'of no version at all is refused at once (%j)',
    async (version) => {
      await deliver({ operationId: 'o', pageId: 'G', requestId: 'r', ...version });
      expect(again).toEqual(['handle']);
    },
  );
});

describe('a request', () => {
  it('is found by its id in every line and message that comes of it', async () => {
    const operationId = await accepted('r-1');
    expect(sent()).toMatchObject([{ version: 2, operationId, requestId: 'r-1' }]);
    await deliver(sent()[0] && { ...sent()[0], pageId: GROUPS_PAGE });
    const lines = w.env.log.lines.filter(({ details }) => details['operationId'] === operationId);
    expect(lines.map(({ message }) => message)).toEqual(
      expect.arrayContaining(['page done', 'operation ended']),
    );
    for (const { message, details } of lines)
      if (message !== 'operation accepted')
        expect(details).toMatchObject({ requestId: 'r-1', messageId: 'm-1', invocationId: 'i-1' });
  });

  it('keeps its id where the janitor sends its pages again', async () => {
    const operationId = await accepted('r-1');
    w.env.attachQueue.messages.length = 0;
    w.env.clock.advance(241_000);
    await w.janitor();
    expect(sent()).toMatchObject([{ operationId, requestId: 'r-1' }]);
    expect(w.env.log.lines.at(-1)).toMatchObject({
      message: 'page sent again',
      details: { requestId: 'r-1', operationId, pageId: GROUPS_PAGE },
    });
  });

  it('is followed under its operation where the release before accepted it', async () => {
    const operationId = await accepted('r-1');
    const { client, name: TableName } = w.env.table;
    const Key = openKey(operationId, GROUPS_PAGE);
    await client.send(new UpdateCommand({ TableName, Key, UpdateExpression: 'REMOVE requestId' }));
    w.env.attachQueue.messages.length = 0;
    w.env.clock.advance(241_000);
    await w.janitor();
    expect(sent()).toMatchObject([{ operationId, requestId: operationId }]);
  });

  it('may be an event: the clean-up after it, and what is handed over to others, carries its id', async () => {
    await w.group(3, null);
    const running = await accepted('r-1');
    w.env.attachQueue.messages.length = 0;
    const detail = { project_id: 11, new_namespace_id: 3, old_namespace_id: 10 };
    const time = new Date(w.env.clock.now()).toISOString();
    await deliver({ id: 'e-1', 'detail-type': 'ProjectTransferredEvent', time, detail }, cleanupWorker);
    expect(sent().map(({ requestId }) => requestId)).toEqual(sent().map(() => 'e-1'));
    const placed = w.env.log.lines.find(({ message }) => message === 'placement');
    expect(placed?.details).toMatchObject({ requestId: 'e-1', messageId: 'm-1', eventId: 'e-1' });
    const { operationId } = sent()[0] ?? {};
    expect(operationId).not.toBe(running);
    expect(placed?.details['operationId']).toBe(operationId);
  });
});

import { deepEqual, equal, ok } from 'node:assert/strict';
import type { SQSRecord } from 'aws-lambda';
import { cleanupWorker } from '../../../functions/cleanup-worker/worker.ts';
import { projectRef } from '../../../shared/domain/node.ts';
import { type Scenario, scenario, type Stage } from './stage.ts';

function record(messageId: string, body: string): SQSRecord {
  const attributes = {
    ApproximateReceiveCount: '1',
    SentTimestamp: '',
    SenderId: '',
    ApproximateFirstReceiveTimestamp: '',
  };
  const source = { eventSource: 'aws:sqs', eventSourceARN: '', awsRegion: '' };
  return {
    messageId,
    body,
    receiptHandle: messageId,
    messageAttributes: {},
    md5OfBody: '',
    attributes,
    ...source,
  };
}

/** The move of a project to root 9. */
function move(stage: Stage, id: number, parentId = 9): SQSRecord {
  const time = new Date(stage.env.clock.now()).toISOString();
  const detail = { project_id: id, new_namespace_id: parentId };
  return record(
    `move ${id}`,
    JSON.stringify({ id: `move ${id}`, 'detail-type': 'ProjectTransferredEvent', time, detail }),
  );
}

/** What the clean-up worker reports as failed, with so many milliseconds left. */
async function failures(stage: Stage, Records: SQSRecord[], left = 30_000): Promise<readonly string[]> {
  const sourceQueue = { retryNow: () => Promise.resolve() };
  const work = cleanupWorker({ ...stage.env, sourceQueue });
  const { batchItemFailures } = await work(
    { Records },
    { awsRequestId: 'test', getRemainingTimeInMillis: () => left },
  );
  return batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
}

const outage = (): never => {
  throw new Error('an outage');
};

/** Messages, of which each fails for itself. */
export const BATCHES: readonly Scenario[] = [
  scenario(
    ['failed-is-received-again'],
    'a message that meets an outage is received again',
    async (stage) => {
      let failed: readonly string[] = [];
      await stage.during(
        async () => {
          failed = await failures(stage, [move(stage, 11)]);
        },
        { command: 'transaction' },
        outage,
      );
      deepEqual(failed, ['move 11']);
    },
  ),
  scenario(['neighbours'], 'its neighbours are done', async (stage) => {
    let failed: readonly string[] = [];
    await stage
      .during(
        async () => {
          failed = await failures(stage, [move(stage, 11), move(stage, 12)]);
        },
        { command: 'transaction' },
        outage,
      )
      .catch(() => undefined);
    deepEqual([failed, await stage.above(projectRef(12))], [['move 11'], [9]]);
  }),
  scenario(['poison-stays'], 'a message that cannot be understood is not consumed', async (stage) => {
    deepEqual(await failures(stage, [record('poison', '{'), move(stage, 12)]), ['poison']);
    deepEqual(await stage.above(projectRef(12)), [9]);
  }),
  scenario(['before-the-deadline'], 'no message is begun when the time is nearly up', async (stage) => {
    deepEqual(await failures(stage, [move(stage, 11)], 7_999 - 1), ['move 11']);
    deepEqual(await stage.above(projectRef(11)), [2, 1]);
  }),
  scenario(
    ['visit-before-the-deadline'],
    'a walk that takes long leaves the rest to others',
    async (stage) => {
      for (let id = 101; id <= 112; id += 1) await stage.group(id, id === 101 ? 2 : id - 1);
      const { id } = await stage.accepted({ groupIds: [101] });
      const { client } = stage.env.table;
      client.middlewareStack.add(
        (next, { commandName }) =>
          async (args) => {
            if (commandName === 'QueryCommand') stage.later(3_000);
            return next(args);
          },
        { name: 'slow', step: 'initialize', priority: 'high' },
      );
      await stage.deliver();
      client.middlewareStack.remove('slow');
      ok((await stage.operation(id)).pagesKnown > 1);
      equal((await stage.operation(id)).status, 'RUNNING');
    },
  ),
];

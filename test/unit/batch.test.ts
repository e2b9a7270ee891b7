import type { SQSRecord } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { envelope, parseTreeEvent } from '../../shared/domain/tree-event.ts';
import { METRICS } from '../../shared/names.ts';
import { handleBatch } from '../../shared/pipeline/batch.ts';
import { untilWritten } from '../../shared/pipeline/retry.ts';
import { sqsRecord } from '../support/sqs-record.ts';
import { collectingLog } from '../support/test-environment.ts';

function record(messageId: string, body: string): SQSRecord {
  return sqsRecord(messageId, body, 2);
}

function event(detail: Record<string, unknown>): string {
  const time = '2026-11-22T12:00:00Z';
  return JSON.stringify({ id: 'e', 'detail-type': 'ProjectTransferredEvent', time, detail });
}

describe('a batch of messages', () => {
  it('reports those that fail, each with the reason in the log, and keeps none waiting that cannot be understood', async () => {
    const log = collectingLog();
    const done: number[] = [];
    const Records = [
      record('good', event({ project_id: 1, new_namespace_id: 2 })),
      record('no JSON', '{"password": hunter2}'),
      record('text for a number', event({ project_id: 'one', new_namespace_id: 2 })),
      record('also good', event({ project_id: 3, new_namespace_id: 2 })),
      record('an outage', event({ project_id: 5, new_namespace_id: 2 })),
      record('too late', event({ project_id: 6, new_namespace_id: 2 })),
    ];
    let now = 0;
    const clock = { now: () => (now += 1), sleep: async () => Promise.resolve() };
    const again: string[] = [];
    const sourceQueue = { retryNow: async (handle: string) => Promise.resolve(void again.push(handle)) };
    const response = await handleBatch(
      { log, sourceQueue, clock },
      { Records },
      {
        deadline: 6,
        parse: (body) => parseTreeEvent(envelope.parse(body)),
        invocation: { awsRequestId: 'i-1', getRemainingTimeInMillis: () => 0 },
        idsOf: () => ({ requestId: 'e' }),
        async run(followed, event) {
          followed.log.info('begun');
          await Promise.resolve();
          if (event.type !== 'PLACE' || event.placing.ref.id === 5) throw new Error('no capacity');
          done.push(event.placing.ref.id);
        },
      },
    );
    expect(response.batchItemFailures).toEqual([
      { itemIdentifier: 'no JSON' },
      { itemIdentifier: 'text for a number' },
      { itemIdentifier: 'an outage' },
      { itemIdentifier: 'too late' },
    ]);
    expect(done).toEqual([1, 3]);
    expect(again).toEqual(['handle of no JSON', 'handle of text for a number']);
    const begun = { message: 'begun', details: { requestId: 'e', invocationId: 'i-1' } };
    expect(log.lines).toMatchObject([
      { ...begun, details: { ...begun.details, messageId: 'good' } },
      {
        details: {
          messageId: 'no JSON',
          requestId: 'no JSON',
          receiveCount: '2',
          reason: 'the message is no JSON',
        },
      },
      {
        details: {
          messageId: 'text for a number',
          reason: expect.stringMatching(/expected number.*project_id/su),
        },
      },
      { ...begun, details: { ...begun.details, messageId: 'also good' } },
      { ...begun, details: { ...begun.details, messageId: 'an outage' } },
      { message: 'message failed', details: { messageId: 'an outage', requestId: 'e', invocationId: 'i-1' } },
    ]);
    expect(JSON.stringify(log.lines)).not.toContain('hunter2');
    expect([...log.counts]).toEqual([[METRICS.messageFailed, 3]]);
  });

  it('has time for the others after one that waits for what it never gets', async () => {
    const clock = {
      time: 0,
      now: () => clock.time,
      sleep: async (milliseconds: number) => Promise.resolve(void (clock.time += milliseconds)),
    };
    const env = { log: collectingLog(), clock, sourceQueue: { retryNow: async () => Promise.resolve() } };
    const done: string[] = [];
    const response = await handleBatch(
      env,
      { Records: [record('first', '"first"'), record('stuck', '"stuck"')] },
      {
        deadline: 12_000,
        parse: String,
        invocation: { getRemainingTimeInMillis: () => 20_000 - clock.time },
        idsOf: () => undefined,
        async run(followed, name) {
          const attempt = async (): Promise<true | undefined> =>
            Promise.resolve(name === 'stuck' ? undefined : true);
          await untilWritten({ ...followed, random: () => 1 }, 'writing', attempt);
          done.push(name);
        },
      },
    );
    expect(response.batchItemFailures).toEqual([{ itemIdentifier: 'stuck' }]);
    expect(done).toEqual(['first']);
    expect(clock.time).toBeLessThan(20_000);
    expect(env.log.lines).toMatchObject([
      { details: { error: { message: 'writing: others were always first' } } },
    ]);
  });
});

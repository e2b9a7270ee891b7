import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { attachWorker } from '../../../../functions/attach-worker/worker.ts';
import { cleanupWorker } from '../../../../functions/cleanup-worker/worker.ts';
import { statusWorker } from '../../../../functions/status-worker/worker.ts';
import { sqsRecord } from '../../../support/sqs-record.ts';
import type { TestEnvironment } from '../../../support/test-environment.ts';
import type { Queue } from '../generate/messages.ts';

export type Deliver = (queue: Queue, bodies: readonly string[]) => Promise<readonly string[]>;

const INVOCATION = { awsRequestId: 'invocation-1', getRemainingTimeInMillis: () => 30_000 };

/** Hands messages to the worker of a queue as one batch. Answers the ids, `m0` and on, of those that it reports. */
export function workers(environment: TestEnvironment): Deliver {
  const env = { ...environment, sourceQueue: { retryNow: () => Promise.resolve() } };
  const handlers: Readonly<
    Record<Queue, (event: SQSEvent, invocation: typeof INVOCATION) => Promise<SQSBatchResponse>>
  > = {
    attach: attachWorker(env),
    cleanup: cleanupWorker(env),
    status: statusWorker(env),
  };
  return async (queue, bodies) => {
    const { batchItemFailures } = await handlers[queue](
      { Records: bodies.map((body, index) => sqsRecord(`m${index}`, body)) },
      INVOCATION,
    );
    return batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
  };
}

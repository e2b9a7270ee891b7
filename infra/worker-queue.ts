import type { Function } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue, QueueEncryption, type QueueProps } from 'aws-cdk-lib/aws-sqs';
import { Duration, Tags } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { NAME_TAG, type QueueName, VARIABLES } from '../shared/names.ts';

const COMMON: QueueProps = {
  encryption: QueueEncryption.SQS_MANAGED,
  enforceSSL: true,
  retentionPeriod: Duration.days(14),
};

/** Receives before a message is set aside. Throttled receives count too, so never 1. */
const MAX_RECEIVE_COUNT = 5;

interface WorkerQueueProps {
  /** A tag, not the physical name: a second stack in the account has to be possible. */
  name: QueueName;
  /** Timeout of the function that consumes the queue. */
  consumerTimeoutSeconds: number;
}

interface Consumption {
  batchSize: number;
  maxConcurrency: number;
}

/**
 * A queue in front of a function, with its dead-letter queue. A standard one: SQS is fair between the groups of its
 * messages as soon as senders name a group (`MessageGroupId`), without a setting. A FIFO queue would keep each group to
 * one batch at a time.
 */
export class WorkerQueue extends Construct {
  readonly name: QueueName;
  readonly queue: Queue;
  readonly deadLetterQueue: Queue;
  readonly visibilityTimeoutSeconds: number;

  constructor(scope: Construct, id: string, { name, consumerTimeoutSeconds }: WorkerQueueProps) {
    super(scope, id);
    this.name = name;
    // Six times is what AWS Lambda asks for: a batch is tried again while it is throttled.
    this.visibilityTimeoutSeconds = 6 * consumerTimeoutSeconds;
    this.deadLetterQueue = new Queue(this, 'DeadLetterQueue', COMMON);
    this.queue = new Queue(this, 'Queue', {
      ...COMMON,
      visibilityTimeout: Duration.seconds(this.visibilityTimeoutSeconds),
      deadLetterQueue: { queue: this.deadLetterQueue, maxReceiveCount: MAX_RECEIVE_COUNT },
    });
    Tags.of(this.queue).add(NAME_TAG, name);
    Tags.of(this.deadLetterQueue).add(NAME_TAG, `${name}-dead-letter`);
  }

  /** Feeds a function from the queue, and tells it which. The function says which messages of a batch failed. */
  consumeBy(fn: Function, consumption: Consumption): void {
    fn.addEnvironment(VARIABLES.sourceQueueUrl, this.queue.queueUrl);
    fn.addEventSource(new SqsEventSource(this.queue, { ...consumption, reportBatchItemFailures: true }));
  }
}

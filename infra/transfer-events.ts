import { Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import { EVENTS, QUEUES } from '../shared/names.ts';
import type { BulkPipeline } from './bulk-pipeline.ts';
import type { Bus } from './bus.ts';
import { ProductFunction, type FunctionDefaults } from './product-function.ts';
import type { Table } from './table.ts';
import { WorkerQueue } from './worker-queue.ts';

interface TransferEventsProps extends FunctionDefaults {
  bus: Bus;
  table: Table;
  pipeline: BulkPipeline;
}

const CLEANUP_WORKER_TIMEOUT_SECONDS = 20;

/** Every move of a node draws from one counter, so more hands at once would mostly wait for each other. */
const CLEANUP_WORKER_CONCURRENCY = 4;

/**
 * How the tree follows its source: rule on the bus, queue, clean-up worker. The queue stands between so that an event
 * whose processing fails is kept for 14 days and can be redriven; a rule keeps only what it could not deliver.
 */
export class TransferEvents extends Construct {
  readonly work: WorkerQueue;
  readonly worker: ProductFunction;

  constructor(scope: Construct, id: string, { bus, table, pipeline, ...defaults }: TransferEventsProps) {
    super(scope, id);
    this.work = new WorkerQueue(this, 'CleanupQueue', {
      name: QUEUES.cleanupWorker,
      consumerTimeoutSeconds: CLEANUP_WORKER_TIMEOUT_SECONDS,
    });
    new Rule(this, 'TreeChanged', {
      description: 'Takes what changes the tree, from any source, to the clean-up worker',
      eventBus: bus.bus,
      eventPattern: { detailType: Object.values(EVENTS).flat() },
      // Undelivered events look like unprocessed ones and are dealt with alike, so they share a queue.
      targets: [new SqsQueue(this.work.queue, { deadLetterQueue: this.work.deadLetterQueue })],
    });
    this.worker = new ProductFunction(this, 'CleanupWorker', {
      ...defaults,
      name: 'cleanup-worker',
      timeoutSeconds: CLEANUP_WORKER_TIMEOUT_SECONDS,
      memorySize: 512,
    });
    table.grantUse(this.worker, 'BatchGetItem', 'GetItem', 'Query', 'ConditionCheckItem');
    table.grantUse(this.worker, 'PutItem', 'UpdateItem', 'DeleteItem');
    pipeline.grantSend(this.worker);
    this.work.consumeBy(this.worker, { batchSize: 10, maxConcurrency: CLEANUP_WORKER_CONCURRENCY });
  }
}

import { Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import { QUEUES, SCAN_EVENTS } from '../shared/names.ts';
import type { Bus } from './bus.ts';
import { ProductFunction, type FunctionDefaults } from './product-function.ts';
import type { Table } from './table.ts';
import { WorkerQueue } from './worker-queue.ts';

interface ScanReportsProps extends FunctionDefaults {
  bus: Bus;
  table: Table;
}

const STATUS_WORKER_TIMEOUT_SECONDS = 20;

/** Every project has an item of its own, so that many hands do not meet; the bound is for the sake of the table. */
const STATUS_WORKER_CONCURRENCY = 10;

/**
 * How it is learned what came of scans: rule on the bus, queue, status worker. A queue of its own, so that a flood of
 * pipelines that end does not keep the tree from following its source.
 */
export class ScanReports extends Construct {
  readonly work: WorkerQueue;
  readonly worker: ProductFunction;

  constructor(scope: Construct, id: string, { bus, table, ...defaults }: ScanReportsProps) {
    super(scope, id);
    this.work = new WorkerQueue(this, 'StatusQueue', {
      name: QUEUES.statusWorker,
      consumerTimeoutSeconds: STATUS_WORKER_TIMEOUT_SECONDS,
    });
    new Rule(this, 'ScanFinished', {
      description: 'Takes the ends of scans, from any source, to the status worker',
      eventBus: bus.bus,
      eventPattern: { detailType: Object.values(SCAN_EVENTS).flat() },
      // Undelivered events look like unprocessed ones and are dealt with alike, so they share a queue.
      targets: [new SqsQueue(this.work.queue, { deadLetterQueue: this.work.deadLetterQueue })],
    });
    this.worker = new ProductFunction(this, 'StatusWorker', {
      ...defaults,
      name: 'status-worker',
      timeoutSeconds: STATUS_WORKER_TIMEOUT_SECONDS,
      memorySize: 512,
    });
    table.grantUse(this.worker, 'BatchGetItem', 'GetItem', 'ConditionCheckItem', 'PutItem');
    this.work.consumeBy(this.worker, { batchSize: 10, maxConcurrency: STATUS_WORKER_CONCURRENCY });
  }
}

import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { QUEUES, VARIABLES } from '../shared/names.ts';
import type { Bus } from './bus.ts';
import { ProductFunction, type FunctionDefaults } from './product-function.ts';
import type { Table } from './table.ts';
import { WorkerQueue } from './worker-queue.ts';

interface BulkPipelineProps extends FunctionDefaults {
  table: Table;
  /** Where the worker says what operations do. */
  bus: Bus;
  /** Pages that are worked on at once. */
  maximumConcurrency: number;
}

const ATTACH_WORKER_TIMEOUT_SECONDS = 20;

/** What carries out operations on groups: a queue of pages, the worker, and the janitor that sends again what was lost. */
export class BulkPipeline extends Construct {
  readonly work: WorkerQueue;
  readonly worker: ProductFunction;
  readonly janitor: ProductFunction;

  constructor(scope: Construct, id: string, props: BulkPipelineProps) {
    super(scope, id);
    const { table, bus, maximumConcurrency, ...defaults } = props;
    this.work = new WorkerQueue(this, 'AttachQueue', {
      name: QUEUES.attachWorker,
      consumerTimeoutSeconds: ATTACH_WORKER_TIMEOUT_SECONDS,
    });
    this.worker = new ProductFunction(this, 'AttachWorker', {
      ...defaults,
      name: 'attach-worker',
      timeoutSeconds: ATTACH_WORKER_TIMEOUT_SECONDS,
      memorySize: 1024,
    });
    table.grantUse(this.worker, 'BatchGetItem', 'GetItem', 'Query');
    table.grantUse(this.worker, 'PutItem', 'UpdateItem', 'DeleteItem', 'PartiQLUpdate');
    this.grantSend(this.worker);
    bus.grantPublish(this.worker);
    this.work.consumeBy(this.worker, { batchSize: 1, maxConcurrency: maximumConcurrency });

    this.janitor = new ProductFunction(this, 'Janitor', {
      ...defaults,
      name: 'janitor',
      timeoutSeconds: 50,
      memorySize: 512,
    });
    table.grantUse(this.janitor, 'GetItem', 'Query', 'UpdateItem', 'DeleteItem');
    this.grantSend(this.janitor);
    new Rule(this, 'JanitorSchedule', {
      description: 'Looks for operations that came to a halt',
      schedule: Schedule.rate(Duration.minutes(1)),
      // A late tick is worth nothing: the next one looks at everything again.
      targets: [new LambdaFunction(this.janitor, { retryAttempts: 0, maxEventAge: Duration.minutes(1) })],
    });
  }

  /** Lets a function hand pages to the worker, and tells it the queue and how long a message stays out of sight. */
  grantSend(fn: Function): void {
    this.work.queue.grant(fn, 'sqs:SendMessage');
    fn.addEnvironment(VARIABLES.attachQueueUrl, this.work.queue.queueUrl);
    fn.addEnvironment(VARIABLES.attachVisibilityTimeout, String(this.work.visibilityTimeoutSeconds));
  }
}

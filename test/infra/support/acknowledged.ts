interface Acknowledged {
  readonly rule: string;
  /** Of the construct, below the stack. */
  readonly paths: readonly string[];
  readonly reason: string;
}

const WORKERS = ['BulkPipeline/AttachWorker', 'TransferEvents/CleanupWorker', 'ScanReports/StatusWorker'];
const SCHEDULED = ['BulkPipeline/Janitor', 'Sweep/Sweep'];
const CALLED = ['Api/GraphQL', 'Api/Rest'];
const FUNCTIONS = [...WORKERS, ...SCHEDULED, ...CALLED];

/** Findings of the rule packs that stay, each with why. Everything else is mended. */
export const ACKNOWLEDGED: readonly Acknowledged[] = [
  {
    rule: 'AwsSolutions-APIG4',
    paths: [
      'Api/HttpApi/ANY--graphql',
      'Api/HttpApi/ANY--api--graphql',
      'Api/HttpApi/ANY--api--v4--{proxy+}',
      'Api/AnythingElse',
    ],
    reason:
      'The functions verify tokens before they read anything else of a request: personal access tokens, and two headers for them, are more than a JWT authoriser of the gateway takes.',
  },
  {
    rule: 'Serverless-SQSRedrivePolicy',
    paths: [
      'BulkPipeline/AttachQueue/DeadLetterQueue',
      'TransferEvents/CleanupQueue/DeadLetterQueue',
      'ScanReports/StatusQueue/DeadLetterQueue',
    ],
    reason: 'These are the dead-letter queues. Each has an alarm on its first message.',
  },
  {
    rule: 'Serverless-LambdaDLQ',
    paths: [...CALLED, ...WORKERS],
    reason:
      'Only asynchronous invocations go to such a queue. The gateway waits for its answer, and the queue that feeds a worker has a dead-letter queue of its own.',
  },
  {
    rule: 'Serverless-LambdaDLQ',
    paths: SCHEDULED,
    reason:
      'A tick that failed says nothing that the next one does not know: every run looks at everything. Errors have an alarm.',
  },
  {
    rule: 'Serverless-EventBusDLQ',
    paths: ['BulkPipeline/JanitorSchedule', 'Sweep/Recent', 'Sweep/Everything'],
    reason: 'Ticks of a schedule, as above. That none arrives has an alarm.',
  },
  {
    rule: 'Serverless-LambdaEventSourceMappingDestination',
    paths: WORKERS.map((path) => `${path}/SqsEventSource`),
    reason:
      'Destinations on failure are for streams; AWS Lambda does not take one for SQS. The queue sets messages aside after 5 receives.',
  },
  {
    rule: 'Serverless-LambdaTracing',
    paths: FUNCTIONS,
    reason:
      'A trace would end at the function: the SDK of X-Ray is at its end, and its successor costs more cold start than the product. What belongs together is found by requestId in all logs, and roles do without a right to "*".',
  },
];

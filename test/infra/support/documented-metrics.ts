interface Documented {
  /** Where AWS lists them. */
  readonly source: string;
  /** Metric → the dimensions under which it is there. */
  readonly metrics: Readonly<Record<string, readonly string[]>>;
}

/** Metrics that AWS publishes by itself, as its documentation spells them: namespace → what we make use of. */
export const DOCUMENTED: Readonly<Record<string, Documented>> = {
  'AWS/SQS': {
    source:
      'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html',
    metrics: {
      ApproximateAgeOfOldestMessage: ['QueueName'],
      ApproximateNumberOfMessagesVisible: ['QueueName'],
    },
  },
  'AWS/Lambda': {
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html',
    metrics: {
      Duration: ['FunctionName'],
      Errors: ['FunctionName'],
      Invocations: ['FunctionName'],
      Throttles: ['FunctionName'],
    },
  },
  'AWS/ApiGateway': {
    source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-metrics.html',
    metrics: {
      '4xx': ['ApiId', 'Stage'],
      '5xx': ['ApiId', 'Stage'],
      Count: ['ApiId', 'Stage'],
      Latency: ['ApiId', 'Stage'],
    },
  },
  'AWS/DynamoDB': {
    source: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/metrics-dimensions.html',
    metrics: {
      ConditionalCheckFailedRequests: ['TableName'],
      ConsumedReadCapacityUnits: ['TableName'],
      ConsumedWriteCapacityUnits: ['TableName'],
      ReadThrottleEvents: ['TableName'],
      SystemErrors: ['TableName', 'Operation'],
      TransactionConflict: ['TableName'],
      WriteThrottleEvents: ['TableName'],
    },
  },
};

import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { ulid } from 'ulid';
import { METRIC_NAMESPACE, VARIABLES } from '../names.ts';
import type { AttachQueue, Environment, Log, Table } from './environment.ts';
import { required } from './variables.ts';

/** The environment of a deployed function, from its variables. Throws where one of them is missing. */
export function awsEnvironment(functionName: string): Environment {
  return {
    clock: { now: () => Date.now(), sleep: async (milliseconds) => sleep(milliseconds) },
    log: powertoolsLog(functionName),
    table: awsTable(required(VARIABLES.tableName)),
    attachQueue: sqsQueue(required(VARIABLES.attachQueueUrl)),
    newId: () => ulid(),
    random: () => Math.random(),
  };
}

/** The table of this name; region, endpoint and credentials come from the SDK's own settings. */
export function awsTable(
  name: string,
  settings: { readonly region?: string; readonly endpoint?: string } = {},
): Table {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(settings), {
    marshallOptions: { removeUndefinedValues: true },
  });
  return { client, name };
}

function sqsQueue(url: string): AttachQueue {
  const client = new SQSClient({});
  return {
    // A standard queue is fair between the groups that its messages name: there is nothing to set on the queue.
    async send(messages) {
      for (let start = 0; start < messages.length; start += 10) {
        const Entries = messages.slice(start, start + 10).map(({ group, body }, index) => ({
          Id: String(index),
          MessageBody: body,
          MessageGroupId: group,
        }));
        const { Failed } = await client.send(new SendMessageBatchCommand({ QueueUrl: url, Entries }));
        const [refused] = Failed ?? [];
        if (refused) throw new Error(`the queue refused a message: ${refused.Code ?? 'no code'}`);
      }
    },
  };
}

function powertoolsLog(serviceName: string): Log {
  const logger = new Logger({ serviceName });
  const metrics = new Metrics({ namespace: METRIC_NAMESPACE, serviceName });
  return {
    info: (message, details = {}) => logger.info(message, details),
    warn: (message, details = {}) => logger.warn(message, details),
    error: (message, details = {}) => logger.error(message, details),
    count(metric, value = 1) {
      const single = metrics.singleMetric();
      single.addMetric(metric, MetricUnit.Count, value);
    },
  };
}

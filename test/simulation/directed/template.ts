import { deepEqual, equal, ok } from 'node:assert/strict';
import { Code, Function, Runtime } from 'aws-cdk-lib/aws-lambda';
import { App, Stack } from 'aws-cdk-lib/core';
import * as z from 'zod';
import { WorkerQueue } from '../../../infra/worker-queue.ts';
import { type Scenario, scenario } from './stage.ts';

const TIMEOUT = 30;

const template = z.object({
  Resources: z.record(z.string(), z.looseObject({ Type: z.string(), Properties: z.looseObject({}) })),
});

/** Properties of the resources of a type, in a stack of one queue and the function that consumes it. */
function propertiesOf(type: string): readonly Record<string, unknown>[] {
  const app = new App({ builtinCloudFormationValidation: false });
  const stack = new Stack(app, 'Test');
  const queue = new WorkerQueue(stack, 'Work', { name: 'attach-worker', consumerTimeoutSeconds: TIMEOUT });
  const code = Code.fromInline('//');
  queue.consumeBy(
    new Function(stack, 'Worker', { runtime: Runtime.NODEJS_24_X, handler: 'index.handler', code }),
    {
      batchSize: 1,
      maxConcurrency: 2,
    },
  );
  const { Resources } = template.parse(app.synth().getStackByName('Test').template);
  return Object.values(Resources)
    .filter(({ Type }) => Type === type)
    .map(({ Properties }) => Properties);
}

/** Guards that are settings of the stack. */
export const TEMPLATE: readonly Scenario[] = [
  scenario(['visibility-timeout'], 'a message is out of sight for as long as six runs', async () => {
    const timeouts = propertiesOf('AWS::SQS::Queue').map(({ VisibilityTimeout }) => VisibilityTimeout);
    ok(timeouts.includes(6 * TIMEOUT));
    await Promise.resolve();
  }),
  scenario(['failures-by-message'], 'the queue takes notice of single messages that failed', async () => {
    const [mapping] = propertiesOf('AWS::Lambda::EventSourceMapping');
    deepEqual(mapping?.['FunctionResponseTypes'], ['ReportBatchItemFailures']);
    await Promise.resolve();
  }),
  scenario(['set-aside'], 'a message that fails again and again is set aside', async () => {
    equal(
      propertiesOf('AWS::SQS::Queue').filter(({ RedrivePolicy }) => RedrivePolicy !== undefined).length,
      1,
    );
    await Promise.resolve();
  }),
];

import {
  CreateQueueCommand,
  GetQueueUrlCommand,
  QueueDoesNotExist,
  SetQueueAttributesCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import type { QueuePlan } from '../../template/resources/queue.ts';
import { clientSettings } from '../aws-clients.ts';

/** Creates the queues, or gives those that are there the attributes that the stack now asks for. */
export async function provideQueues(endpoint: string, queues: QueuePlan[]): Promise<void> {
  const client = new SQSClient(clientSettings(endpoint));
  try {
    await Promise.all(queues.map((queue) => provideQueue(client, queue)));
  } finally {
    client.destroy();
  }
}

async function provideQueue(client: SQSClient, { name, url, attributes }: QueuePlan): Promise<void> {
  if (await exists(client, name)) {
    // Without a policy in the template there is none: an empty one takes the old one away.
    const Attributes = { RedrivePolicy: '', ...attributes };
    await client.send(new SetQueueAttributesCommand({ QueueUrl: url, Attributes }));
  } else {
    await client.send(new CreateQueueCommand({ QueueName: name, Attributes: attributes }));
  }
}

async function exists(client: SQSClient, name: string): Promise<boolean> {
  try {
    await client.send(new GetQueueUrlCommand({ QueueName: name }));
    return true;
  } catch (error) {
    if (error instanceof QueueDoesNotExist) return false;
    throw error;
  }
}

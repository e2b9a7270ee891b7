import {
  QueueDoesNotExist,
  SendMessageCommand,
  SQSClient,
  type MessageAttributeValue,
} from '@aws-sdk/client-sqs';
import { clientSettings } from '../engines/aws-clients.ts';

/** What came of one attempt to hand something to a target. */
export type Attempt =
  | { kind: 'delivered' }
  | {
      kind: 'failed';
      code: string;
      message: string;
      /** Whether another attempt may go better. */ passing: boolean;
    };

export interface Parcel {
  /** Of a queue or a function. */
  arn: string;
  /** JSON. */
  body: string;
  messageGroupId?: string | undefined;
  attributes?: Record<string, string>;
}

/** Hands things to queues and functions. */
export interface Courier {
  deliver: (parcel: Parcel) => Promise<Attempt>;
  close: () => void;
}

interface CourierOptions {
  sqsEndpoint: string;
  /** ARN → URL. */
  queueUrls: ReadonlyMap<string, string>;
  /** Takes an event for a function, to be run later; `false` if there is no such function. */
  invokeLater: (functionArn: string, body: string) => boolean;
}

export function createCourier({ sqsEndpoint, queueUrls, invokeLater }: CourierOptions): Courier {
  const client = new SQSClient(clientSettings(sqsEndpoint));
  return {
    deliver: async (parcel) => {
      const QueueUrl = queueUrls.get(parcel.arn);
      if (QueueUrl !== undefined) return send(client, QueueUrl, parcel);
      if (invokeLater(parcel.arn, parcel.body)) return { kind: 'delivered' };
      return { kind: 'failed', code: 'NO_RESOURCE', message: `There is no ${parcel.arn}`, passing: false };
    },
    close: () => {
      client.destroy();
    },
  };
}

async function send(
  client: SQSClient,
  QueueUrl: string,
  { body, messageGroupId, attributes = {} }: Parcel,
): Promise<Attempt> {
  const MessageAttributes = Object.fromEntries(
    Object.entries(attributes).map(([name, value]): [string, MessageAttributeValue] => [
      name,
      { DataType: 'String', StringValue: value },
    ]),
  );
  try {
    await client.send(
      new SendMessageCommand({
        QueueUrl,
        MessageBody: body,
        MessageGroupId: messageGroupId,
        MessageAttributes,
      }),
    );
    return { kind: 'delivered' };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return {
      kind: 'failed',
      code: error.name,
      message: error.message,
      passing: !(error instanceof QueueDoesNotExist),
    };
  }
}

import * as z from 'zod';
import { inert } from './inert.ts';

const number = z.int().nonnegative().optional();

/** `AWS::SQS::Queue`. Durations in seconds, as SQS takes them. */
export const queueSchema = z
  .strictObject({
    QueueName: z.string().optional(),
    VisibilityTimeout: number,
    DelaySeconds: number,
    MessageRetentionPeriod: number,
    MaximumMessageSize: number,
    ReceiveMessageWaitTimeSeconds: number,
    RedrivePolicy: z
      .strictObject({ deadLetterTargetArn: z.string(), maxReceiveCount: z.int().positive() })
      .optional(),
    ...inert('Tags', 'SqsManagedSseEnabled', 'KmsMasterKeyId', 'KmsDataKeyReusePeriodSeconds'),
  })
  .transform((queue) => ({
    /** As `CreateQueue` and `SetQueueAttributes` take them. */
    attributes: present({
      VisibilityTimeout: queue.VisibilityTimeout?.toString(),
      DelaySeconds: queue.DelaySeconds?.toString(),
      MessageRetentionPeriod: queue.MessageRetentionPeriod?.toString(),
      MaximumMessageSize: queue.MaximumMessageSize?.toString(),
      ReceiveMessageWaitTimeSeconds: queue.ReceiveMessageWaitTimeSeconds?.toString(),
      RedrivePolicy: queue.RedrivePolicy && JSON.stringify(queue.RedrivePolicy),
    }),
    deadLetterArn: queue.RedrivePolicy?.deadLetterTargetArn,
  }));

export type QueuePlan = z.infer<typeof queueSchema> & { name: string; arn: string; url: string };

function present(values: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

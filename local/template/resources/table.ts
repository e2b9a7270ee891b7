import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { inert } from './inert.ts';

/** `AWS::DynamoDB::GlobalTable`, with its keys alone: the product has no index. */
export const tableSchema = z
  .strictObject({
    TableName: z.string().optional(),
    AttributeDefinitions: z.array(
      z.object({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) }),
    ),
    KeySchema: z.array(z.object({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) })),
    BillingMode: z.literal('PAY_PER_REQUEST'),
    TimeToLiveSpecification: z.object({ AttributeName: z.string(), Enabled: z.boolean() }).optional(),
    ...inert('Replicas', 'SSESpecification', 'Tags'),
  })
  .transform((table) => ({
    definition: {
      AttributeDefinitions: table.AttributeDefinitions,
      KeySchema: table.KeySchema,
      BillingMode: table.BillingMode,
    } satisfies Omit<CreateTableCommandInput, 'TableName'>,
    timeToLiveAttribute: table.TimeToLiveSpecification?.Enabled
      ? table.TimeToLiveSpecification.AttributeName
      : undefined,
  }));

export type TablePlan = z.infer<typeof tableSchema> & { name: string };

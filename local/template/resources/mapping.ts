import * as z from 'zod';
import { inert } from './inert.ts';

/** `AWS::Lambda::EventSourceMapping` of a queue. */
export const mappingSchema = z
  .strictObject({
    EventSourceArn: z.string(),
    /** Name or ARN. */
    FunctionName: z.string(),
    BatchSize: z.int().min(1).max(10).default(10),
    Enabled: z.boolean().default(true),
    FunctionResponseTypes: z.array(z.literal('ReportBatchItemFailures')).default([]),
    ScalingConfig: z.object({ MaximumConcurrency: z.int().min(2) }).optional(),
    ...inert('Tags'),
  })
  .transform((mapping) => ({
    queueArn: mapping.EventSourceArn,
    functionName: mapping.FunctionName,
    batchSize: mapping.BatchSize,
    enabled: mapping.Enabled,
    reportsItemFailures: mapping.FunctionResponseTypes.length > 0,
    maximumConcurrency: mapping.ScalingConfig?.MaximumConcurrency,
  }));

export type MappingPlan = z.infer<typeof mappingSchema>;

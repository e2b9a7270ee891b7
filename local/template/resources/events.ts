import * as z from 'zod';
import { inert } from './inert.ts';

/** The bus that AWS accounts have from the start: rules with a schedule live on it. */
export const DEFAULT_BUS = 'default';

/** A target of a rule: a queue or a function, by ARN. */
const targetSchema = z
  .strictObject({
    Id: z.string(),
    Arn: z.string(),
    /** JSON that is delivered in place of the event. */
    Input: z.string().optional(),
    DeadLetterConfig: z.object({ Arn: z.string() }).optional(),
    RetryPolicy: z
      .strictObject({
        MaximumRetryAttempts: z.int().min(0).max(185).optional(),
        MaximumEventAgeInSeconds: z.int().min(60).max(86_400).optional(),
      })
      .optional(),
    SqsParameters: z.strictObject({ MessageGroupId: z.string() }).optional(),
  })
  .transform((target) => ({
    id: target.Id,
    arn: target.Arn,
    input: target.Input,
    deadLetterArn: target.DeadLetterConfig?.Arn,
    maximumRetries: target.RetryPolicy?.MaximumRetryAttempts ?? 185,
    maximumAgeSeconds: target.RetryPolicy?.MaximumEventAgeInSeconds ?? 86_400,
    messageGroupId: target.SqsParameters?.MessageGroupId,
  }));

/** `AWS::Events::Rule`: a pattern, or a schedule. */
export const ruleSchema = z
  .strictObject({
    Name: z.string().optional(),
    EventBusName: z.string().default(DEFAULT_BUS),
    EventPattern: z.record(z.string(), z.json()).optional(),
    ScheduleExpression: z.string().optional(),
    State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
    Targets: z.array(targetSchema).default([]),
    ...inert('Description', 'Tags'),
  })
  .transform((rule) => ({
    busName: rule.EventBusName,
    pattern: rule.EventPattern,
    schedule: rule.ScheduleExpression,
    enabled: rule.State === 'ENABLED',
    targets: rule.Targets,
  }));

export const busSchema = z.strictObject({ Name: z.string().optional(), ...inert('Description', 'Tags') });

export type TargetPlan = z.infer<typeof targetSchema>;
export type RulePlan = z.infer<typeof ruleSchema> & { name: string; arn: string };
export interface BusPlan {
  name: string;
  arn: string;
}

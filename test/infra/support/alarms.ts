import * as z from 'zod';
import type { SynthesisedStack } from './stack.ts';

const alarmSchema = z.object({
  AlarmDescription: z.string(),
  Namespace: z.string(),
  MetricName: z.string(),
  Dimensions: z.array(z.object({ Name: z.string(), Value: z.unknown() })),
  Threshold: z.number(),
  ComparisonOperator: z.enum(['GreaterThanOrEqualToThreshold', 'LessThanThreshold']),
  TreatMissingData: z.enum(['notBreaching', 'breaching']),
  AlarmActions: z.array(z.unknown()),
  OKActions: z.array(z.unknown()),
});

export type AlarmProperties = z.infer<typeof alarmSchema>;

/** The alarms of a stack, all of one metric each. */
export function alarmsOf(stack: SynthesisedStack): AlarmProperties[] {
  return stack.ofType('AWS::CloudWatch::Alarm').map(({ properties }) => alarmSchema.parse(properties));
}

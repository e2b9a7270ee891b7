import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { FUNCTIONS, METRIC_NAMESPACE, METRICS } from '../../shared/names.ts';
import { synthesise, target } from './support/stack.ts';
import * as z from 'zod';

const stack = synthesise();
const alarms = stack.ofType('AWS::CloudWatch::Alarm').map(({ properties }) =>
  z
    .object({
      AlarmDescription: z.string(),
      Namespace: z.string(),
      MetricName: z.string(),
      Dimensions: z.array(z.object({ Name: z.string(), Value: z.unknown() })),
      Threshold: z.literal(1),
      ComparisonOperator: z.literal('GreaterThanOrEqualToThreshold'),
      TreatMissingData: z.literal('notBreaching'),
    })
    .parse(properties),
);

describe('the alarms', () => {
  it('watch every dead-letter queue', () => {
    const watched = alarms
      .filter(({ Namespace }) => Namespace === 'AWS/SQS')
      .map(({ MetricName, Dimensions }) => {
        const value = z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.literal('QueueName')]) });
        return [MetricName, target(stack, value.parse(Dimensions[0]?.Value)).name];
      });
    const deadLetterQueues = stack
      .ofType('AWS::SQS::Queue')
      .filter(({ name }) => name?.endsWith('-dead-letter'));
    expect(watched).toEqual(deadLetterQueues.map(({ name }) => ['ApproximateNumberOfMessagesVisible', name]));
  });

  it('watch our metrics under the dimension that the functions give them', () => {
    const watched = alarms
      .filter(({ Namespace }) => Namespace === METRIC_NAMESPACE)
      .map(({ MetricName, Dimensions }) => ({ MetricName, Dimensions }));
    expect(watched).toEqual([
      { MetricName: METRICS.operationStalled, Dimensions: [{ Name: 'service', Value: 'janitor' }] },
      ...FUNCTIONS.map((name) => ({
        MetricName: METRICS.brokenChain,
        Dimensions: [{ Name: 'service', Value: name }],
      })),
    ]);
  });

  it('say what is broken, and have a section in the runbook', async () => {
    const headings = (await readFile('docs/runbook.md', 'utf8')).match(/^## .*$/gm) ?? [];
    const sections = headings.map((heading) =>
      heading.slice('## '.length).toLowerCase().replaceAll(' ', '-'),
    );
    for (const { AlarmDescription } of alarms) {
      const [, section] = /^.{20,}\. See docs\/runbook\.md#([a-z-]+)$/.exec(AlarmDescription) ?? [];
      expect(sections).toContain(section);
    }
  });
});

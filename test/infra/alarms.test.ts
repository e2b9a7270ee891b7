import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { TABLE_OPERATIONS } from '../../infra/monitoring/metrics.ts';
import { FUNCTIONS, METRIC_NAMESPACE, METRICS } from '../../shared/names.ts';
import { type AlarmProperties, alarmsOf } from './support/alarms.ts';
import { DOCUMENTED } from './support/documented-metrics.ts';
import { bundleOf } from './support/metafile.ts';
import { synthesise, target } from './support/stack.ts';

const stack = synthesise();
const alarms = alarmsOf(stack);

function on(namespace: string, metric: string): AlarmProperties[] {
  return alarms.filter(({ Namespace, MetricName }) => Namespace === namespace && MetricName === metric);
}

/** The resource that the first dimension of an alarm is about, by its name or type. */
function subject({ Dimensions }: AlarmProperties): string {
  const { name, type } = target(stack, Dimensions[0]?.Value);
  return name ?? type;
}

function queues(isDeadLetter: boolean): (string | undefined)[] {
  const names = stack.ofType('AWS::SQS::Queue').map(({ name }) => name);
  return names.filter((name) => name?.endsWith('-dead-letter') === isDeadLetter);
}

describe('the alarms', () => {
  it('watch every dead-letter queue, for a single message', () => {
    const watching = on('AWS/SQS', 'ApproximateNumberOfMessagesVisible');
    expect(watching.map(subject)).toEqual(queues(true));
    expect(new Set(watching.map(({ Threshold }) => Threshold))).toEqual(new Set([1]));
  });

  it('watch how long messages wait in every other queue', () => {
    expect(on('AWS/SQS', 'ApproximateAgeOfOldestMessage').map(subject)).toEqual(queues(false));
  });

  it.each(['Errors', 'Throttles'])('watch the %s of every function', (metric) => {
    expect(on('AWS/Lambda', metric).map(subject).toSorted()).toEqual([...FUNCTIONS].toSorted());
  });

  it('watch that what runs by a schedule is run', () => {
    const silent = on('AWS/Lambda', 'Invocations');
    expect(silent.map(subject)).toEqual(['janitor', 'sweep']);
    for (const alarm of silent)
      expect(alarm).toMatchObject({ ComparisonOperator: 'LessThanThreshold', TreatMissingData: 'breaching' });
  });

  it('watch what callers of the API see', () => {
    for (const metric of ['5xx', 'Latency'])
      expect(on('AWS/ApiGateway', metric).map(subject)).toEqual(['AWS::ApiGatewayV2::Api']);
  });

  it('watch the table: capacity, and every operation that a function asks of it', () => {
    for (const metric of ['ReadThrottleEvents', 'WriteThrottleEvents'])
      expect(on('AWS/DynamoDB', metric)).toHaveLength(1);
    const watched = on('AWS/DynamoDB', 'SystemErrors').map(
      ({ Dimensions }) => Dimensions.find(({ Name }) => Name === 'Operation')?.Value,
    );
    expect(watched).toEqual(TABLE_OPERATIONS);
  });

  it('watch our metrics under the dimension that the functions give them', async () => {
    const watched = alarms
      .filter(({ Namespace }) => Namespace === METRIC_NAMESPACE)
      .map(({ MetricName, Dimensions }) => `${MetricName} ${JSON.stringify(Dimensions)}`);
    const service = (metric: string, name: string): string =>
      `${metric} ${JSON.stringify([{ Name: 'service', Value: name }])}`;
    const locating = await Promise.all(
      FUNCTIONS.map(async (name) => {
        const { inputs } = await bundleOf(name);
        return inputs.includes('shared/tree/locate.ts') ? [service(METRICS.brokenChain, name)] : [];
      }),
    );
    expect(watched.toSorted()).toEqual(
      [
        service(METRICS.operationStalled, 'janitor'),
        service(METRICS.oldestRunningOperation, 'janitor'),
        service(METRICS.sweepRepairs, 'sweep'),
        service(METRICS.sweepIncomplete, 'sweep'),
        service(METRICS.requestFailed, 'graphql'),
        service(METRICS.requestFailed, 'rest'),
        ...locating.flat(),
      ].toSorted(),
    );
  });

  it('watch metrics of AWS by the names and dimensions that AWS documents', () => {
    for (const { Namespace, MetricName, Dimensions } of alarms) {
      if (Namespace === METRIC_NAMESPACE) continue;
      const names = Dimensions.map(({ Name }) => Name).toSorted();
      expect([MetricName, names]).toEqual([
        MetricName,
        DOCUMENTED[Namespace]?.metrics[MetricName]?.toSorted(),
      ]);
    }
  });

  it('tell a topic when they begin and when they end', () => {
    for (const { AlarmActions, OKActions } of alarms) {
      expect([...AlarmActions, ...OKActions].map((action) => target(stack, action).type)).toEqual([
        'AWS::SNS::Topic',
        'AWS::SNS::Topic',
      ]);
    }
  });
});

describe('the topic of the alarms', () => {
  const policySchema = z.object({
    PolicyDocument: z.object({ Statement: z.array(z.record(z.string(), z.unknown())) }),
  });

  it('takes messages of the alarms of its account, over TLS', () => {
    const [policy] = stack.ofType('AWS::SNS::TopicPolicy');
    expect(policySchema.parse(policy?.properties).PolicyDocument.Statement).toMatchObject([
      { Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
      {
        Effect: 'Allow',
        Action: 'sns:Publish',
        Principal: { Service: 'cloudwatch.amazonaws.com' },
        Condition: { ArnLike: { 'aws:SourceArn': expect.anything() } },
      },
    ]);
  });

  it('has a subscriber where the context names one', () => {
    expect(stack.ofType('AWS::SNS::Subscription')).toEqual([]);
    const complete = { issuer: 'https://issuer.example.com', audience: 'scan-profiles' };
    const told = synthesise({ ...complete, alarmEmail: 'on-call@example.com' });
    expect(told.ofType('AWS::SNS::Subscription')).toMatchObject([
      { properties: { Protocol: 'email', Endpoint: 'on-call@example.com' } },
    ]);
  });
});

describe('the runbook', () => {
  it('has a section for every alarm, and under "Alarms" none that belongs to no alarm', async () => {
    const text = await readFile('docs/runbook.md', 'utf8');
    const chapter = text.split(/^(?=## )/m).find((each) => each.startsWith('## Alarms\n')) ?? '';
    const sections = Array.from(chapter.matchAll(/^### (.*)$/gm), ([, heading = '']) =>
      heading.toLowerCase().replaceAll(' ', '-'),
    );
    const linked = alarms.map(({ AlarmDescription }) => {
      const [, section] = /^.{20,}\. See docs\/runbook\.md#([a-z-]+)$/.exec(AlarmDescription) ?? [];
      return section;
    });
    expect([...new Set(linked)].toSorted()).toEqual(sections.toSorted());
  });

  it('is linked where people read it, where the context says where that is', () => {
    const runbookUrl = 'https://wiki.example.com/scan-profiles/runbook';
    const complete = { issuer: 'https://issuer.example.com', audience: 'scan-profiles' };
    const linking = alarmsOf(synthesise({ ...complete, runbookUrl }));
    expect(linking.map(({ AlarmDescription }) => AlarmDescription)).toEqual(
      alarms.map(({ AlarmDescription }) => AlarmDescription.replace('docs/runbook.md', runbookUrl)),
    );
  });
});

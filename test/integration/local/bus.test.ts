import { EventBridgeClient, PutEventsCommand, type PutEventsRequestEntry } from '@aws-sdk/client-eventbridge';
import { DeleteQueueCommand } from '@aws-sdk/client-sqs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type RunningBus, startBus } from '../../../local/bus/bus.ts';
import type { EventEnvelope } from '../../../local/bus/entries.ts';
import { type Courier, createCourier } from '../../../local/bus/targets.ts';
import { clientSettings } from '../../../local/engines/aws-clients.ts';
import { type SqsEngine, startSqs } from '../../../local/engines/sqs/engine.ts';
import type { RulePlan, TargetPlan } from '../../../local/template/resources/events.ts';
import { temporaryDirectory, TestQueue } from './support.ts';

const ENTRY = { EventBusName: 'tree', Source: 'gitlab', DetailType: 'Moved', Detail: '{"id":7}' };

let sqs: SqsEngine;
let number = 0;
const buses: RunningBus[] = [];
const invoked: string[] = [];
const accepted: EventEnvelope[] = [];

beforeAll(async () => {
  sqs = await startSqs(null);
});
afterAll(async () => sqs.stop());
afterEach(async () => {
  await Promise.all(buses.splice(0).map((bus) => bus.stop()));
});

function queue(): Promise<TestQueue> {
  return TestQueue.create(sqs.endpoint, `queue-${++number}`);
}

function target(arn: string, change: Partial<TargetPlan> = {}): TargetPlan {
  return {
    id: 'Target0',
    arn,
    input: undefined,
    deadLetterArn: undefined,
    maximumRetries: 185,
    maximumAgeSeconds: 86_400,
    messageGroupId: undefined,
    ...change,
  };
}

function rule(targets: TargetPlan[], change: Partial<RulePlan> = {}): RulePlan {
  const pattern = { 'detail-type': ['Moved'] };
  return {
    name: 'rule',
    arn: 'arn:rule',
    busName: 'tree',
    pattern,
    schedule: undefined,
    enabled: true,
    targets,
    ...change,
  };
}

function courierTo(...queues: TestQueue[]): Courier {
  return createCourier({
    sqsEndpoint: sqs.endpoint,
    queueUrls: new Map(queues.map(({ arn, url }) => [arn, url])),
    invokeLater: (arn, body) => {
      if (arn === 'arn:function') invoked.push(body);
      return arn === 'arn:function';
    },
  });
}

async function start(
  rules: RulePlan[],
  courier: Courier,
  journalFile: string | null = null,
): Promise<RunningBus> {
  const bus = await startBus({
    buses: [{ name: 'tree', arn: 'arn:tree' }],
    rules,
    courier,
    journalFile,
    onAccepted: (events) => accepted.push(...events),
    log: () => undefined,
  });
  bus.begin();
  buses.push(bus);
  return bus;
}

async function put(bus: RunningBus, ...Entries: PutEventsRequestEntry[]) {
  const client = new EventBridgeClient(clientSettings(bus.endpoint));
  return client.send(new PutEventsCommand({ Entries })).finally(() => client.destroy());
}

describe('the bus', () => {
  it('takes events of the real client to the queues of the rules that match', async () => {
    const [moved, all, other] = [await queue(), await queue(), await queue()];
    const bus = await start(
      [
        rule([target(moved.arn)], { name: 'moved' }),
        rule([target(all.arn)], { name: 'all', pattern: { source: [{ prefix: '' }] } }),
        rule([target(other.arn)], { name: 'other-bus', busName: 'default' }),
        rule([target(other.arn)], { name: 'disabled', enabled: false }),
      ],
      courierTo(moved, all, other),
    );
    const { FailedEntryCount, Entries } = await put(
      bus,
      { ...ENTRY, Time: new Date('2026-11-22T10:11:12.987Z') },
      { ...ENTRY, DetailType: 'Renamed' },
      { ...ENTRY, Detail: 'no JSON' },
    );
    expect(FailedEntryCount).toBe(1);
    expect(Entries).toEqual([
      { EventId: expect.any(String) },
      { EventId: expect.any(String) },
      { ErrorCode: 'MalformedDetail', ErrorMessage: expect.any(String) },
    ]);
    const bodies = await moved.receive();
    expect(bodies.map((body): unknown => JSON.parse(body))).toEqual([
      expect.objectContaining({ id: Entries?.[0]?.EventId, time: '2026-11-22T10:11:12Z', detail: { id: 7 } }),
    ]);
    expect(await all.receive(2)).toHaveLength(2);
    expect(await other.receive()).toEqual([]);
  });

  it('takes events to functions, and constant input in their place', async () => {
    const bus = await start([rule([target('arn:function', { input: '{"constant":true}' })])], courierTo());
    await put(bus, ENTRY);
    await expect.poll(() => invoked).toEqual(['{"constant":true}']);
  });

  it.each<[string, PutEventsRequestEntry[]]>([
    ['more than ten entries', Array.from({ length: 11 }, () => ENTRY)],
    ['no entry', []],
    ['more than 256 kB', [{ ...ENTRY, Detail: JSON.stringify({ text: 'x'.repeat(256 * 1024) }) }]],
  ])('refuses %s', async (_what, entries) => {
    const bus = await start([], courierTo());
    await expect(put(bus, ...entries)).rejects.toMatchObject({ name: 'ValidationException' });
  });

  it('shows what it accepts, whether a rule wants it or not', async () => {
    const bus = await start([], courierTo());
    accepted.length = 0;
    const { Entries } = await put(bus, ENTRY, { ...ENTRY, Detail: 'no JSON' });
    expect(accepted).toMatchObject([{ id: Entries?.[0]?.EventId, source: 'gitlab', detail: { id: 7 } }]);
  });

  it('tries again while a queue does not answer', async () => {
    const arrived = await queue();
    const courier = courierTo(arrived);
    let refusals = 1;
    const bus = await start([rule([target(arrived.arn)])], {
      ...courier,
      deliver: async (parcel) =>
        refusals-- > 0
          ? { kind: 'failed', code: 'Down', message: 'down', passing: true }
          : courier.deliver(parcel),
    });
    await put(bus, ENTRY);
    await expect.poll(() => arrived.receive(), { timeout: 10_000 }).toHaveLength(1);
  });

  it('puts what cannot be delivered into the dead-letter queue', async () => {
    const [gone, dead] = [await queue(), await queue()];
    await gone.client.send(new DeleteQueueCommand({ QueueUrl: gone.url }));
    const bus = await start([rule([target(gone.arn, { deadLetterArn: dead.arn })])], courierTo(gone, dead));
    await put(bus, ENTRY);
    await expect
      .poll(() => dead.receive(), { timeout: 10_000 })
      .toEqual([expect.stringContaining('"Moved"')]);
  });

  it('delivers what it had accepted before it was killed', async () => {
    await using directory = await temporaryDirectory();
    const journalFile = join(directory.path, 'events.sqlite');
    const arrived = await queue();
    const unreachable: Courier = { deliver: () => new Promise(() => undefined), close: () => undefined };
    const killed = await startBus({
      buses: [{ name: 'tree', arn: 'arn:tree' }],
      rules: [rule([target(arrived.arn)])],
      courier: unreachable,
      journalFile,
      onAccepted: () => undefined,
      log: () => undefined,
    });
    expect(await put(killed, ENTRY)).toMatchObject({ FailedEntryCount: 0 });

    await start([rule([target(arrived.arn)])], courierTo(arrived), journalFile);
    expect(await arrived.receive()).toHaveLength(1);
    await start([rule([target(arrived.arn)])], courierTo(arrived), journalFile);
    expect(await arrived.receive()).toEqual([]);
  });
});

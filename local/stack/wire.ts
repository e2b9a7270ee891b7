import { join } from 'node:path';
import { EVENT_SOURCE } from '../../shared/names.ts';
import { startBus } from '../bus/bus.ts';
import type { EventEnvelope } from '../bus/entries.ts';
import { EventFile } from '../bus/event-file.ts';
import { createCourier } from '../bus/targets.ts';
import { startPoller } from '../event-source/poller.ts';
import { LocalFunction } from '../lambda/function.ts';
import { LaterInvocations } from '../lambda/later.ts';
import { openLog } from '../lambda/log-file.ts';
import { DATA_FILES, publishedEventsFile, STATE_FILES } from '../lifecycle/own-files.ts';
import { TemplateError } from '../template/intrinsics.ts';
import type { Plan } from '../template/plan.ts';

interface WireOptions {
  plan: Plan;
  endpoints: { dynamodb: string; sqs: string };
  stateDir: string;
  dataDir: string | null;
  resources: AsyncDisposableStack;
  log: (line: string) => void;
}

export interface Wiring {
  /** URL of EventBridge. */
  events: string;
  /** By ARN. */
  functions: ReadonlyMap<string, LocalFunction>;
  /** Lets messages, events and schedules flow. Answers how to stop what feeds functions. */
  begin: () => () => Promise<void>;
}

/** Joins buses, rules, queues and functions as the template says. */
export async function wire({
  plan,
  endpoints,
  stateDir,
  dataDir,
  resources,
  log,
}: WireOptions): Promise<Wiring> {
  const functions = new Map<string, LocalFunction>();
  const later = new LaterInvocations(log);
  const courier = createCourier({
    sqsEndpoint: endpoints.sqs,
    queueUrls: new Map(plan.queues.map(({ arn, url }) => [arn, url])),
    invokeLater: (arn, body) => {
      const fn = functions.get(arn);
      if (fn !== undefined) later.add(fn, body);
      return fn !== undefined;
    },
  });
  resources.defer(() => courier.close());
  const journalFile = dataDir === null ? null : join(dataDir, DATA_FILES.events);
  const published = new EventFile(publishedEventsFile(stateDir));
  const onAccepted = (events: EventEnvelope[]): void =>
    published.append(events.filter(({ source }) => source === EVENT_SOURCE));
  const bus = await startBus({ ...plan, courier, journalFile, onAccepted, log });
  resources.defer(bus.stop);
  resources.defer(() => later.stop());

  for (const fn of plan.functions) {
    const file = await openLog(join(stateDir, STATE_FILES.logs, `${fn.name}.log`));
    resources.defer(() => new Promise((resolve) => file.end(resolve)));
    functions.set(
      fn.arn,
      new LocalFunction(fn, { ...endpoints, events: bus.endpoint }, (text) => file.write(text)),
    );
  }
  return {
    events: bus.endpoint,
    functions,
    begin: () => {
      bus.begin();
      const stops = plan.mappings.map((mapping) => {
        const queueUrl = plan.queues.find(({ arn }) => arn === mapping.queueArn)?.url;
        const fn = Array.from(functions.values()).find(
          ({ plan: { name, arn } }) => name === mapping.functionName || arn === mapping.functionName,
        );
        if (queueUrl === undefined || fn === undefined) {
          throw new TemplateError(
            `An event source joins ${mapping.queueArn} and ${mapping.functionName}: one is missing`,
          );
        }
        return startPoller({ mapping, queueUrl, fn, sqsEndpoint: endpoints.sqs, log });
      });
      return async () => {
        await Promise.all(stops.map((stop) => stop()));
      };
    },
  };
}

import { setTimeout as sleep } from 'node:timers/promises';
import {
  EventBridgeClient,
  PutEventsCommand,
  type EventBridgeClientConfig,
  type PutEventsRequestEntry,
} from '@aws-sdk/client-eventbridge';
import { EVENT_SOURCE } from '../names.ts';

/** What goes out: one of `EVENTS_OUT`, and its JSON. */
export interface EventEntry {
  readonly detailType: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** The product's own bus, for those who publish on it. */
export interface EventBus {
  /**
   * Publishes all of them, in calls of at most ten entries and 256 KB. Throws where the bus is out of reach, or still
   * refuses one of them after some attempts: some of the others may be out by then.
   */
  publish(entries: readonly EventEntry[]): Promise<void>;
}

/** Of one call, as EventBridge counts them. */
const MAXIMUM_ENTRIES = 10;
const MAXIMUM_BYTES = 256 * 1024;

const ATTEMPTS = 4;
/** Milliseconds before the second attempt; doubled for each further one. */
const FIRST_PAUSE = 50;

/** The bus of this name; region, endpoint and credentials come from the SDK's own settings. */
export function eventBridgeBus(name: string, settings: EventBridgeClientConfig = {}): EventBus {
  const client = new EventBridgeClient(settings);
  return {
    async publish(entries) {
      for (const call of callsOf(entries.map((entry) => requestEntry(name, entry)))) await put(client, call);
    },
  };
}

function requestEntry(EventBusName: string, { detailType, detail }: EventEntry): PutEventsRequestEntry {
  return { EventBusName, Source: EVENT_SOURCE, DetailType: detailType, Detail: JSON.stringify(detail) };
}

/** In their order. An entry that is too large by itself gets a call of its own, in which the bus refuses it. */
function callsOf(entries: readonly PutEventsRequestEntry[]): PutEventsRequestEntry[][] {
  const calls: PutEventsRequestEntry[][] = [];
  let bytes = 0;
  for (const entry of entries) {
    const size = bytesOf(entry);
    const last = calls.at(-1);
    if (last && last.length < MAXIMUM_ENTRIES && bytes + size <= MAXIMUM_BYTES) {
      last.push(entry);
      bytes += size;
    } else {
      calls.push([entry]);
      bytes = size;
    }
  }
  return calls;
}

function bytesOf({ Source = '', DetailType = '', Detail = '' }: PutEventsRequestEntry): number {
  return Buffer.byteLength(Source) + Buffer.byteLength(DetailType) + Buffer.byteLength(Detail);
}

/** The bus answers for each entry by itself: what it took is not sent again. */
async function put(client: EventBridgeClient, entries: readonly PutEventsRequestEntry[]): Promise<void> {
  let left = [...entries];
  for (let attempt = 1; ; attempt++) {
    const { Entries: answers = [] } = await client.send(new PutEventsCommand({ Entries: left }));
    const refused = answers.find(({ ErrorCode }) => ErrorCode !== undefined);
    if (!refused) return;
    left = left.filter((_entry, index) => answers[index]?.ErrorCode !== undefined);
    if (attempt === ATTEMPTS) {
      throw new Error(`the bus refused ${left.length} events: ${refused.ErrorCode ?? 'no code'}`);
    }
    await sleep(Math.random() * FIRST_PAUSE * 2 ** attempt);
  }
}

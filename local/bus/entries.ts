import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { ACCOUNT, REGION } from '../template/identity.ts';
import type { Json } from '../template/intrinsics.ts';
import { DEFAULT_BUS } from '../template/resources/events.ts';

/** An event as targets get it. */
export interface EventEnvelope extends Record<string, Json> {
  version: '0';
  id: string;
  'detail-type': string;
  source: string;
  account: string;
  /** ISO 8601 in whole seconds, as EventBridge cuts it. */
  time: string;
  region: string;
  resources: string[];
  detail: Json;
}

export interface Accepted {
  kind: 'accepted';
  busName: string;
  event: EventEnvelope;
}

export interface Refused {
  kind: 'refused';
  code: 'InvalidArgument' | 'MalformedDetail' | 'NotAuthorizedForSourceException';
  message: string;
}

/** Entries a request. */
const MAXIMUM_ENTRIES = 10;
/** Bytes of all entries of a request. */
export const MAXIMUM_BYTES = 256 * 1024;

const entrySchema = z.object({
  /** Seconds since 1970, as the JSON protocol of AWS has them. */
  Time: z.number().min(0).max(253_402_300_799).optional(),
  Source: z.string().nullish(),
  DetailType: z.string().nullish(),
  Detail: z.string().nullish(),
  Resources: z.array(z.string()).nullish(),
  EventBusName: z.string().nullish(),
});

export const putEventsSchema = z.object({ Entries: z.array(entrySchema).min(1).max(MAXIMUM_ENTRIES) });

export type Entry = z.infer<typeof entrySchema>;

/** Size of an entry as EventBridge counts it. */
export function bytesOf({ Time, Source, DetailType, Detail, Resources }: Entry): number {
  const texts = [Source, DetailType, Detail, ...(Resources ?? [])];
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text ?? ''), Time === undefined ? 0 : 14);
}

/** Checks an entry and makes the event of it. `now` counts in milliseconds, and is the event's time if it names none. */
export function readEntry(entry: Entry, busNames: ReadonlySet<string>, now: number): Accepted | Refused {
  const { Source: source, DetailType: detailType, Detail: detail } = entry;
  if (!source) return missing('Source');
  if (!detailType) return missing('DetailType');
  if (!detail) return missing('Detail');
  if (source.startsWith('aws.')) {
    return {
      kind: 'refused',
      code: 'NotAuthorizedForSourceException',
      message: 'Not authorized for the source.',
    };
  }
  const object = jsonObject(detail);
  if (object === undefined)
    return { kind: 'refused', code: 'MalformedDetail', message: 'Detail is malformed.' };
  // A name, or an ARN that ends in one.
  const busName = entry.EventBusName?.split('/').at(-1) ?? DEFAULT_BUS;
  if (!busNames.has(busName)) {
    return { kind: 'refused', code: 'InvalidArgument', message: `Event bus ${busName} does not exist.` };
  }
  const time = entry.Time === undefined ? now : entry.Time * 1000;
  return {
    kind: 'accepted',
    busName,
    event: envelope(source, detailType, object, entry.Resources ?? [], time),
  };
}

/** `time` in milliseconds. */
export function envelope(
  source: string,
  detailType: string,
  detail: Json,
  resources: string[],
  time: number,
): EventEnvelope {
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': detailType,
    source,
    account: ACCOUNT,
    time: `${new Date(time).toISOString().slice(0, 'YYYY-MM-DDTHH:MM:SS'.length)}Z`,
    region: REGION,
    resources,
    detail,
  };
}

function missing(name: string): Refused {
  const message = `Parameter ${name} is not valid. Reason: ${name} is a required argument.`;
  return { kind: 'refused', code: 'InvalidArgument', message };
}

function jsonObject(text: string): Json | undefined {
  try {
    return z.record(z.string(), z.json()).safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

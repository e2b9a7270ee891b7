import type { Counts } from './counts.ts';

/**
 * US dollars of us-east-1, without the free tier. Price lists cannot be read from here: these are what articles of March to
 * June 2026 say of them, for DynamoDB one of July 2025.
 */
export const PRICES = {
  writeUnit: 0.625 / 1e6,
  readUnit: 0.125 / 1e6,
  event: 1 / 1e6,
  /** With the surcharge for a message group. */
  queueRequest: 0.5 / 1e6,
  invocation: 0.2 / 1e6,
  /** On arm64. */
  gigabyteSecond: 0.0000133334,
} as const;

/** A second, before anything was asked for. */
export const LIMITS = {
  /** Of a new table on demand; more within 30 minutes of having been used up, to 40,000. */
  writeUnits: 4_000,
  readUnits: 12_000,
  /** Of a partition: an operation has its header and its records under one key. */
  writeUnitsOfPartition: 1_000,
} as const;

/** What nobody has measured yet on AWS. */
export const ASSUMED = {
  /** Milliseconds that a page waits for a call to the table, and calls that are under way at once. */
  call: 10,
  callsAtOnce: 4,
  /** Milliseconds of a call to EventBridge: one a page. */
  publish: 10,
  /** Milliseconds of work for a project on the share of a processor that comes with a gigabyte. */
  work: 0.6,
  /** Milliseconds from the start of a page to the start of the next one of a chain. */
  link: 150,
  /** Gigabytes of the attach-worker. */
  memory: 1,
} as const;

/**
 * Where all projects of a page get the same: its event has all their ids, some 15 KB of the 64 KB that are paid for as one.
 * `attach-cost` counts them.
 */
const EVENTS_A_PAGE = 1;

/** That it has begun, and that it has ended. Progress is told every ten seconds at most. */
const EVENTS_AN_OPERATION = 2;

/** Sent, received and deleted. */
const QUEUE_REQUESTS = 3;

function pagesOf(projects: number, { page }: Counts): number {
  return Math.ceil(projects / page);
}

/** What an attach publishes. */
export function eventsOf(projects: number, counts: Counts): number {
  return pagesOf(projects, counts) * EVENTS_A_PAGE + EVENTS_AN_OPERATION;
}

/** Seconds for which a worker is busy with a page of so many projects. */
export function secondsOfPage(projects: number, { calls }: Counts): number {
  const atTable = (projects * calls * ASSUMED.call) / ASSUMED.callsAtOnce;
  return (atTable + ASSUMED.publish + projects * ASSUMED.work) / 1000;
}

/** Seconds for which all workers together are busy. */
function busy(projects: number, counts: Counts): number {
  const size = Math.min(projects, counts.page);
  return pagesOf(projects, counts) * secondsOfPage(size, counts);
}

/** US dollars of an attach, by what they are for. */
export function costsOf(projects: number, counts: Counts): Readonly<Record<string, number>> {
  const pages = pagesOf(projects, counts);
  return {
    'table, written': projects * counts.writeUnits * PRICES.writeUnit,
    'table, read': projects * counts.readUnits * PRICES.readUnit,
    events: eventsOf(projects, counts) * PRICES.event,
    queue: pages * QUEUE_REQUESTS * PRICES.queueRequest,
    worker: pages * PRICES.invocation + busy(projects, counts) * ASSUMED.memory * PRICES.gigabyteSecond,
  };
}

/** What may be raised, beside the quotas of the account. */
export interface Raised {
  readonly writeUnits: number;
  readonly readUnits: number;
  /** Setting `maximumConcurrency`. */
  readonly workers: number;
}

/** Seconds that an attach takes at least by each of the limits; `flat`: one group, whose pages follow one another. */
export function floorsOf(
  projects: number,
  counts: Counts,
  { writeUnits, readUnits, workers }: Raised,
  { flat }: { readonly flat: boolean },
): Readonly<Record<string, number>> {
  return {
    'units written, of the table': (projects * counts.writeUnits) / writeUnits,
    'units read, of the table': (projects * counts.readUnits) / readUnits,
    'units written, of one operation': (projects * (counts.writeUnits - 1)) / LIMITS.writeUnitsOfPartition,
    'workers at once': busy(projects, counts) / Math.min(workers, pagesOf(projects, counts)),
    'links of a chain': flat ? (pagesOf(projects, counts) * ASSUMED.link) / 1000 : 0,
  };
}

/** The limit that keeps an attach the longest. */
export function bindingOf(floors: Readonly<Record<string, number>>): readonly [string, number] {
  return Object.entries(floors).reduce((most, one) => (one[1] > most[1] ? one : most));
}

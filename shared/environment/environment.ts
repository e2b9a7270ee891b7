import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** The one table, and the client that reaches it. */
export interface Table {
  readonly client: DynamoDBDocumentClient;
  readonly name: string;
  /** Waits before the next attempt at what the table had no capacity for, or what met another transaction. Rounds from 1. */
  backOff(round: number): Promise<void>;
}

/** Milliseconds since the epoch. */
export interface Clock {
  now(): number;
  /** Waits for so many milliseconds. */
  sleep(milliseconds: number): Promise<void>;
  /** When what is being worked on has to be done, or to have failed. Undefined where nothing ends it. */
  readonly until?: number | undefined;
}

/** Where the pages of operations are sent, as `shared/pipeline/message.ts` writes them. */
export interface AttachQueue {
  /** Sends all of them, in batches of ten. `group` keeps one root from holding up another. Throws if any is refused. */
  send(messages: readonly { readonly group: string; readonly body: string }[]): Promise<void>;
}

/** Of what is measured, as CloudWatch names it. */
export type Unit = 'Milliseconds' | 'Seconds' | 'Count';

export interface Log {
  info(message: string, details?: Record<string, unknown>): void;
  warn(message: string, details?: Record<string, unknown>): void;
  error(message: string, details?: Record<string, unknown>): void;
  /** A log whose lines all carry these keys besides: ids of requests, messages, operations. This one's do not. */
  about(keys: Readonly<Record<string, unknown>>): Log;
  /** Counts a metric of `METRICS`. */
  count(metric: string, value?: number): void;
  /** Takes a value of a metric of `METRICS` that is no count of events. */
  measure(metric: string, value: number, unit: Unit): void;
}

/** All side effects of the product: built once per cold start, passed first, narrowed with `Pick`. */
export interface Environment {
  readonly clock: Clock;
  readonly log: Log;
  readonly table: Table;
  readonly attachQueue: AttachQueue;
  /** A new ULID: sortable by time. */
  newId(): string;
  /** At least 0, less than 1. For jitter only. */
  random(): number;
  /**
   * The request, event or message that is being worked on, see `follow.ts`: what is accepted for it is found under this
   * id in all logs. Undefined for what nobody asked for.
   */
  readonly requestId?: string | undefined;
}

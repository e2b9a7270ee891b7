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
}

/** Where the pages of operations are sent, as `shared/pipeline/message.ts` writes them. */
export interface AttachQueue {
  /** Sends all of them, in batches of ten. `group` keeps one root from holding up another. Throws if any is refused. */
  send(messages: readonly { readonly group: string; readonly body: string }[]): Promise<void>;
}

export interface Log {
  info(message: string, details?: Record<string, unknown>): void;
  warn(message: string, details?: Record<string, unknown>): void;
  error(message: string, details?: Record<string, unknown>): void;
  /** Counts a metric of `METRICS`. */
  count(metric: string, value?: number): void;
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
}

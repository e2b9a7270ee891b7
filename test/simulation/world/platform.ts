import type { Table } from '../../../shared/environment/environment.ts';
import type { Change, RawItem } from '../observed.ts';
import type { SimulatedApi } from './api.ts';

/** The table that histories run on, one after the other, and the API in front of it. */
export interface Platform {
  readonly table: Table;
  readonly api: SimulatedApi;
  /** What the table holds when a history begins. */
  readonly base: readonly RawItem[];
  /** Epoch milliseconds at which histories begin. */
  readonly begin: number;
  /** Whether `onWrite` is told of what is written. */
  readonly tellsWrites: boolean;
  /** Everything is again as at the beginning. `onWrite` is told of each command that changes something. */
  reset(history: { now(): number; onWrite(changes: readonly Change[]): void }): Promise<void>;
  items(): Promise<Iterable<RawItem>>;
}

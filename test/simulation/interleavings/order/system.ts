import type { Footprint } from '../../table/footprint.ts';

/** Processes that make steps one at a time, the same ones whenever they are made in the same order. */
export interface System {
  /** From the beginning. */
  start(): Promise<Execution>;
}

export interface Execution {
  /** Names of the processes that can make a step, in an order of their own. None: it is over. */
  enabled(): readonly string[];
  /** Lets a process make its next step. Answers what it touched: writes are those that changed something. */
  step(process: string): Promise<Footprint>;
  /** Nobody can make a step any more. Throws if it ended wrong. */
  end(): Promise<void>;
}

/** A schedule that ended wrong: which process made each step. */
export class Violation extends Error {
  readonly schedule: readonly string[];

  constructor(schedule: readonly string[], cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.schedule = schedule;
  }
}

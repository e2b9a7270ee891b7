import { ulid } from 'ulid';
import type { Environment, Log, Table, Unit } from '../../shared/environment/environment.ts';
import type { EventBus, EventEntry } from '../../shared/environment/event-bus.ts';

export interface LogLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly message: string;
  readonly details: Record<string, unknown>;
}

export interface Measure {
  readonly metric: string;
  readonly value: number;
  readonly unit: Unit;
}

export interface QueuedMessage {
  readonly group: string;
  readonly body: string;
}

/** An environment on a real table whose other effects a test sees and steers. */
export interface TestEnvironment extends Environment {
  /** Sleeping takes no time, of the test or of this clock. */
  readonly clock: Environment['clock'] & { set(now: number): void; advance(milliseconds: number): void };
  /** Lines of logs that are made of it are among its own, with the keys that they carry. */
  readonly log: Environment['log'] & {
    readonly lines: LogLine[];
    readonly counts: Map<string, number>;
    readonly measures: Measure[];
  };
  readonly attachQueue: Environment['attachQueue'] & { readonly messages: QueuedMessage[] };
  readonly events: EventBus & { readonly published: EventEntry[] };
}

/** Noon of a day, as good as any. */
const NOON = Date.parse('2026-11-22T12:00:00Z');

/** `now` is epoch milliseconds; the same seed gives the same ids and the same jitter. */
export function testEnvironment(table: Table, { now = NOON, seed = 1 } = {}): TestEnvironment {
  const random = seeded(seed);
  const clock = steeredClock(now);
  return {
    table,
    clock,
    log: collectingLog(),
    attachQueue: recordingQueue(),
    events: recordingBus(),
    random,
    newId: () => ulid(clock.now(), random),
  };
}

function steeredClock(start: number): TestEnvironment['clock'] {
  let now = start;
  return {
    now: () => now,
    sleep: async () => Promise.resolve(),
    set(time) {
      now = time;
    },
    advance(milliseconds) {
      now += milliseconds;
    },
  };
}

/** A log that a test reads. */
export function collectingLog(): TestEnvironment['log'] {
  const lines: LogLine[] = [];
  const counts = new Map<string, number>();
  const measures: Measure[] = [];
  const about = (carried: Record<string, unknown>): Log => {
    const at =
      (level: LogLine['level']) =>
      (message: string, details: Record<string, unknown> = {}): void => {
        lines.push({ level, message, details: { ...carried, ...details } });
      };
    return {
      info: at('info'),
      warn: at('warn'),
      error: at('error'),
      about: (keys) => about({ ...carried, ...keys }),
      count(metric, value = 1) {
        counts.set(metric, (counts.get(metric) ?? 0) + value);
      },
      measure(metric, value, unit) {
        measures.push({ metric, value, unit });
      },
    };
  };
  return { ...about({}), lines, counts, measures };
}

function recordingQueue(): TestEnvironment['attachQueue'] {
  const messages: QueuedMessage[] = [];
  return {
    messages,
    send(sent) {
      messages.push(...sent);
      return Promise.resolve();
    },
  };
}

function recordingBus(): TestEnvironment['events'] {
  const published: EventEntry[] = [];
  return {
    published,
    publish(entries) {
      published.push(...entries);
      return Promise.resolve();
    },
  };
}

/** Mulberry32: small, even, and the same everywhere. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

import { setTimeout as sleep } from 'node:timers/promises';
import { ulid } from 'ulid';
import type { Environment, Log } from '../../shared/environment/environment.ts';

/** What the product's code needs besides table and queue, where a person runs it: what went wrong is printed. */
export function forAPerson(print: (line: string) => void): Omit<Environment, 'table' | 'attachQueue'> {
  return {
    clock: { now: () => Date.now(), sleep: async (milliseconds) => sleep(milliseconds) },
    log: quietLog(print),
    newId: () => ulid(),
    random: () => Math.random(),
  };
}

/** A person wants to read what went wrong, and no more. */
function quietLog(print: (line: string) => void): Log {
  const say = (message: string, details: Record<string, unknown> = {}): void =>
    print(`${message} ${JSON.stringify(details)}`);
  const nothing = (): void => undefined;
  const about = (keys: Record<string, unknown>): Log =>
    quietLog((line) => print(`${line} ${JSON.stringify(keys)}`));
  return { info: nothing, warn: say, error: say, about, count: nothing, measure: nothing };
}

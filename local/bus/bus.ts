import { close, listen } from '../http/listen.ts';
import { TemplateError } from '../template/intrinsics.ts';
import { type BusPlan, DEFAULT_BUS, type RulePlan } from '../template/resources/events.ts';
import { Deliveries } from './deliveries.ts';
import type { Accepted, EventEnvelope } from './entries.ts';
import { PatternError } from './filters.ts';
import { Journal } from './journal.ts';
import { compilePattern, type Pattern } from './pattern.ts';
import { startSchedules } from './scheduler.ts';
import { createBusServer } from './server.ts';
import type { Courier } from './targets.ts';

interface BusOptions {
  buses: BusPlan[];
  rules: RulePlan[];
  courier: Courier;
  /** SQLite file for events that are accepted and not yet delivered; `null` keeps them in memory. */
  journalFile: string | null;
  /** Sees every event that is accepted, before its sender is answered. */
  onAccepted: (events: EventEnvelope[]) => void;
  log: (line: string) => void;
}

export interface RunningBus {
  endpoint: string;
  /** Starts to deliver what an earlier process left, and the schedules: the targets have to be there. */
  begin: () => void;
  stop: () => Promise<void>;
}

/** Starts EventBridge on a free port of 127.0.0.1. */
export async function startBus({
  buses,
  rules,
  courier,
  journalFile,
  onAccepted,
  log,
}: BusOptions): Promise<RunningBus> {
  const patterns = rules.flatMap((rule) => {
    const { pattern, enabled } = rule;
    return enabled && pattern !== undefined ? [{ rule, matches: compile(rule.name, pattern) }] : [];
  });
  const journal = new Journal(journalFile);
  const deliveries = new Deliveries(journal, courier, rules, log);
  const accept = (events: Accepted[], now: number): void => {
    const matches = events.flatMap(({ busName, event }) =>
      patterns
        .filter(({ rule, matches }) => rule.busName === busName && matches(event))
        .map(({ rule }) => ({ rule, event })),
    );
    deliveries.accept(matches, now);
    onAccepted(events.map(({ event }) => event));
  };
  const busNames = new Set([DEFAULT_BUS, ...buses.map(({ name }) => name)]);
  const server = createBusServer({ busNames, accept });
  const endpoint = await listen(server, 0);
  let stopSchedules: (() => void) | undefined;
  return {
    endpoint,
    begin: () => {
      deliveries.resume();
      stopSchedules = startSchedules(rules, courier, log);
    },
    stop: async () => {
      stopSchedules?.();
      await close(server);
      await deliveries.stop();
      journal.close();
    },
  };
}

function compile(ruleName: string, pattern: Parameters<typeof compilePattern>[0]): Pattern {
  try {
    return compilePattern(pattern);
  } catch (error) {
    if (error instanceof PatternError) throw new TemplateError(`${ruleName}: ${error.message}`);
    throw error;
  }
}

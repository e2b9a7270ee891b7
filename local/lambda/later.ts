import { setTimeout as wait } from 'node:timers/promises';
import type { LocalFunction } from './function.ts';

/** Milliseconds before the first and the second retry of an event whose run failed, as on AWS. */
const PAUSES = [60_000, 120_000];

/** Asynchronous invocation: the caller does not wait, failed runs are tried twice more, and then forgotten. */
export class LaterInvocations {
  private readonly stopping = new AbortController();
  private readonly log: (line: string) => void;

  constructor(log: (line: string) => void) {
    this.log = log;
  }

  add(fn: LocalFunction, event: string): void {
    void this.carryOut(fn, event);
  }

  stop(): void {
    this.stopping.abort();
  }

  private async carryOut(fn: LocalFunction, event: string): Promise<void> {
    const { signal } = this.stopping;
    for (const pause of [0, ...PAUSES]) {
      if (!(await wait(pause, true, { signal }).catch(() => false))) return;
      const result = await fn.invoke(event);
      if (result.kind === 'result') return;
      if (!signal.aborted) this.log(`${fn.plan.name}: ${result.type}: ${result.message}`);
    }
  }
}

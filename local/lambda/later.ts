import type { FunctionError, Result } from './protocol.ts';

interface Invocable {
  plan: { name: string };
  /** Takes an event as JSON. */
  invoke: (event: string) => Promise<Result | FunctionError>;
}

/** Milliseconds before the first and the second retry of an event whose run failed, as on AWS. */
const PAUSES = [60_000, 120_000];

/** Asynchronous invocation: the caller does not wait, failed runs are tried twice more, and then forgotten. */
export class LaterInvocations {
  private readonly stopping = new AbortController();
  private readonly log: (line: string) => void;

  constructor(log: (line: string) => void) {
    this.log = log;
  }

  add(fn: Invocable, event: string): void {
    void this.carryOut(fn, event);
  }

  stop(): void {
    this.stopping.abort();
  }

  private async carryOut(fn: Invocable, event: string): Promise<void> {
    const { signal } = this.stopping;
    for (const pause of [0, ...PAUSES]) {
      await this.pause(pause);
      if (signal.aborted) return;
      const result = await fn.invoke(event);
      if (result.kind === 'result') return;
      this.log(`${fn.plan.name}: ${result.type}: ${result.message}`);
    }
  }

  /** Cut short when the stack stops. */
  private async pause(milliseconds: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<unknown>();
    const timer = setTimeout(resolve, milliseconds);
    this.stopping.signal.addEventListener('abort', resolve, { once: true });
    await promise;
    clearTimeout(timer);
    this.stopping.signal.removeEventListener('abort', resolve);
  }
}

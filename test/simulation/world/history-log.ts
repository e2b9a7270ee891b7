import type { Log } from '../../../shared/environment/environment.ts';

/** Names of errors that faults bring about, directly or where a function gives up. */
const EXPECTED = ['ThrottlingException', 'TimeoutError', 'TransactionCanceledException'];
const EXPECTED_MESSAGES = [
  /others were always first/,
  /the queue refused a message/,
  /open pages were passed over/,
];

/** Keeps what must not be in a log: errors that no fault explains. */
export class HistoryLog implements Log {
  readonly surprises: string[] = [];
  readonly counts = new Map<string, number>();

  info(): void {
    // Of no interest.
  }

  warn(): void {
    // Of no interest.
  }

  error(message: string, { error, reason }: Record<string, unknown> = {}): void {
    if (error instanceof Error && !isExpected(error)) this.surprises.push(`${message}: ${error.stack ?? ''}`);
    if (typeof reason === 'string') this.surprises.push(`${message}: ${reason}`);
  }

  measure(): void {
    // Of no interest.
  }

  about(): Log {
    return this;
  }

  count(metric: string, value = 1): void {
    this.counts.set(metric, (this.counts.get(metric) ?? 0) + value);
  }
}

function isExpected(error: Error): boolean {
  if (error instanceof AggregateError)
    return error.errors.every((each) => each instanceof Error && isExpected(each));
  if (error.cause instanceof Error && isExpected(error.cause)) return true;
  return EXPECTED.includes(error.name) || EXPECTED_MESSAGES.some((expected) => expected.test(error.message));
}

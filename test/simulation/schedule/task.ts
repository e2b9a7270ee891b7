import type { Fault } from './decision.ts';
import { type Random, hash, seeded } from './random.ts';

/** A call that waits to be let through. `Answer` is what the caller gets. */
export interface WaitingCall {
  readonly task: Task;
  /** Within its task. */
  readonly name: string;
  /** The command and the keys that it is about. */
  readonly what: string;
  readonly subject: unknown;
  /** What can go wrong with it. */
  readonly faults: readonly Fault[];
  /** Lets it have its effect, and tells the caller; rejects never. */
  release(fault: Fault | undefined): Promise<string>;
}

export type TaskKind = 'REQUEST' | 'READ' | 'WORKER' | 'JANITOR' | 'SWEEP';

/** One run of one function. */
export class Task {
  readonly name: string;
  readonly kind: TaskKind;
  readonly startedAt: number;
  /** What chance is in this run: jitter and ids. */
  readonly random: Random;
  readonly waiting: WaitingCall[] = [];
  /** Steps before which it does not go on. */
  pausedUntil = 0;
  /** The scheduler prefers tasks of high priority. */
  priority = 0;
  state: 'RUNNING' | 'ENDED' | 'DEAD' = 'RUNNING';
  /** What becomes of what it works on while it stands still. */
  onPause: () => void = () => undefined;
  private calls = 0;
  private made = 0;

  constructor(name: string, kind: TaskKind, startedAt: number, seed: number) {
    this.name = name;
    this.kind = kind;
    this.startedAt = startedAt;
    this.random = seeded(hash(seed, name));
  }

  /** The name of its next call. */
  nextCall(): string {
    this.calls += 1;
    return String(this.calls);
  }

  /** The name of the next thing that it sends. */
  nextMade(): string {
    this.made += 1;
    return `${this.name}/${this.made}`;
  }
}

import type { Decision, Fault } from '../schedule/decision.ts';
import { FAULTS } from '../schedule/decision.ts';
import { type Random, seeded } from '../schedule/random.ts';
import type { WaitingCall } from '../schedule/task.ts';
import type { World } from '../world/world.ts';
import { Acting } from './acting.ts';

export interface Size {
  /** Decisions, at most, before everything comes to rest. */
  readonly steps: number;
  /** Faults, about. */
  readonly faults: number;
}

/** Milliseconds by which the clock jumps: past a visibility timeout, past two, past all the janitor's sendings. */
const JUMPS = [1_000, 121_000, 121_000, 250_000];

/** An hour, after which what ended is forgotten; what runs then is long dead. */
const LONG_JUMP = 3_700_000;

/** How often a call that changes something meets a fault, compared to one that reads. */
const WRITE_WEIGHT = 4;

/** Decides by chance what happens next; each history has a character of its own. */
export class Generator {
  private readonly random: Random;
  private readonly acting: Acting;
  private readonly size: Size;
  /** Functions that run at once, at most. */
  private readonly width: number;
  /** How often something begins although others could go on. */
  private readonly eagerness: number;
  /** How often it is chance, not priority, that decides who goes on. */
  private readonly evenness: number;
  private readonly faultRate: number;
  /** How soon messages are received, compared to what people do meanwhile. */
  private readonly promptness: number;
  /** How often it is the newest message that comes first. */
  private readonly reversal: number;
  private taken = 0;

  constructor(seed: number, size: Size) {
    this.random = seeded(seed);
    this.size = size;
    this.acting = new Acting(this.random, 6 + this.random.below(12));
    this.width = 2 + this.random.below(5);
    this.eagerness = this.random.pick([0.02, 0.05, 0.1, 0.3]);
    this.evenness = this.random.pick([0, 0.1, 0.3, 1]);
    this.promptness = this.random.pick([0.2, 0.4, 0.65]);
    this.reversal = this.random.pick([0, 0.5, 0.9]);
    this.faultRate = (this.random.pick([0, 0.5, 1, 2]) * size.faults) / size.steps;
  }

  /** Undefined: from here on everything comes to rest. */
  next(world: World): Decision | undefined {
    if (this.taken === this.size.steps) return undefined;
    this.taken += 1;
    const waiting = world.waiting();
    const mayBegin = world.tasks.size < this.width && this.random.chance(this.eagerness);
    if (waiting.length > 0 && !mayBegin) return this.goOn(waiting);
    const begun = world.tasks.size < this.width ? this.begin(world) : undefined;
    if (begun) return begun;
    return waiting.length > 0 ? this.goOn(waiting) : this.pass(world);
  }

  private goOn(waiting: readonly WaitingCall[]): Decision {
    const call = this.random.chance(this.evenness) ? this.random.pick(waiting) : this.preferred(waiting);
    const chosen = { do: 'CALL', task: call.task.name, call: call.name } as const;
    const fault = this.fault(call);
    return fault ? { ...chosen, fault } : chosen;
  }

  /** Of the task with the highest priority; now and then that changes. */
  private preferred(waiting: readonly WaitingCall[]): WaitingCall {
    for (const { task } of waiting) if (task.priority === 0) task.priority = this.random.next();
    const highest = Math.max(...waiting.map(({ task }) => task.priority));
    const call = this.random.pick(waiting.filter(({ task }) => task.priority === highest));
    if (this.random.chance(0.06)) call.task.priority = this.random.next() / 4;
    return call;
  }

  private fault({ faults }: WaitingCall): Fault | undefined {
    const weight = faults.includes('LOST_REPLY') ? WRITE_WEIGHT : 1;
    if (!this.random.chance((this.faultRate * weight) / 2)) return undefined;
    return this.random.pick(FAULTS.filter((fault) => faults.includes(fault)));
  }

  /** Something new: a message is received, somebody acts, a message comes twice, what was late arrives, time passes. */
  private begin(world: World): Decision | undefined {
    const visible = world.queues.flatMap((queue) =>
      queue.visible(world.clock.now()).map(({ name }) => ({ queue: queue.name, name })),
    );
    const dice = this.random.next();
    if (dice < 0.04) {
      const repeatable = world.queues.flatMap((queue) =>
        queue.repeatable(world.clock.now()).map((message) => ({ queue: queue.name, message })),
      );
      if (repeatable.length > 0) return { do: 'DUPLICATE', ...this.random.pick(repeatable) };
    }
    if (dice < 0.07) return this.jump(world);
    if (world.gate.late.length > 0 && dice < 0.3) {
      const late = this.random.pick(world.gate.late);
      return { do: 'LATE', task: late.task.name, call: late.name };
    }
    if (visible.length > 0 && (this.random.chance(this.promptness) || this.acting.isOver)) {
      const { queue, name } = this.random.pick(
        this.random.chance(this.reversal) ? visible.slice(-1) : visible,
      );
      const others = visible.filter((other) => other.queue === queue && other.name !== name);
      const isBatch = queue === world.cleanupQueue.name && others.length > 0 && this.random.chance(0.2);
      return { do: 'DELIVER', queue, messages: isBatch ? [name, this.random.pick(others).name] : [name] };
    }
    return this.acting.next(world);
  }

  /** Nothing can go on: time passes, until something comes back into sight. */
  private pass(world: World): Decision | undefined {
    const isHidden = world.queues.some(({ messages }) => messages.size > 0);
    if (!isHidden && world.tasks.size === 0 && this.acting.isOver) return undefined;
    return this.jump(world);
  }

  private jump(world: World): Decision {
    const isIdle = world.tasks.size === 0 && world.queues.every(({ messages }) => messages.size === 0);
    const isLong = this.random.chance(isIdle ? 0.3 : 0.05);
    return { do: 'CLOCK', by: isLong ? LONG_JUMP : this.random.pick(JUMPS) };
  }
}

import { lookAfterOpenPages } from '../../../functions/janitor/look-after.ts';
import { sweeper } from '../../../functions/sweep/sweeper.ts';
import type { EventEntry } from '../../../shared/environment/event-bus.ts';
import { QUEUES } from '../../../shared/names.ts';
import type { Observation } from '../observed.ts';
import { Gate } from '../schedule/gate.ts';
import { settle } from '../schedule/settle.ts';
import { Task, type TaskKind, type WaitingCall } from '../schedule/task.ts';
import type { Decision } from '../schedule/decision.ts';
import type { Action } from './actions.ts';
import { baseTree } from './base.ts';
import { Clients } from './clients.ts';
import { SimulatedClock } from './clock.ts';
import { type FunctionEnvironment, environmentOf, type Surroundings } from './environment.ts';
import { HistoryLog } from './history-log.ts';
import type { Platform } from './platform.ts';
import { SimulatedQueue } from './queue.ts';
import { ask, changeTree, look } from './outside.ts';
import { deliver } from './workers.ts';

/** Milliseconds, as the stack sets them: six times the time of a worker. */
const VISIBILITY = 120_000;

/** Milliseconds after which the platform has ended a function for sure. */
const LIFETIME = 15 * 60 * 1000;

/** Milliseconds that a call takes. */
const CALL_TIME = 5;

/** Milliseconds that the sweep is given, as the stack sets it. */
const SWEEP_TIMEOUT = 900_000;

/** Steps for which a function stands still. */
const PAUSE = 25;

/** What a run of a function does, as part of its task. */
type Work = (env: FunctionEnvironment, task: Task) => Promise<void>;

/** All that there is in one history: the functions that run, what they reach, and who acts on it from outside. */
export class World {
  readonly clock = new SimulatedClock();
  readonly gate = new Gate();
  readonly log = new HistoryLog();
  readonly tree = baseTree();
  readonly attachQueue = new SimulatedQueue(QUEUES.attachWorker, VISIBILITY);
  readonly cleanupQueue = new SimulatedQueue(QUEUES.cleanupWorker, VISIBILITY);
  readonly clients: Clients;
  readonly trace: string[] = [];
  /** Running tasks, by their names. */
  readonly tasks = new Map<string, Task>();
  /** Calls that were let through. */
  step = 0;
  private readonly seed: number;
  readonly platform: Platform;
  readonly observe: (observation: Observation) => void;
  readonly surroundings: Surroundings;

  constructor(seed: number, platform: Platform, observe: (observation: Observation) => void) {
    this.seed = seed;
    this.platform = platform;
    this.observe = observe;
    this.clients = new Clients();
    this.clock.reach(platform.begin);
    const { clock, gate, attachQueue, log } = this;
    const onPublished = ({ detailType, detail }: EventEntry): void => {
      observe({ kind: 'PUBLISHED', at: this.step, detailType, detail });
    };
    this.surroundings = { clock, gate, attachQueue, onPublished, log };
  }

  get queues(): readonly SimulatedQueue[] {
    return [this.attachQueue, this.cleanupQueue];
  }

  /** Does what was decided, and waits until everything has come to its next call. False: it is not possible now. */
  async take(decision: Decision): Promise<boolean> {
    const done = await this.begin(decision);
    if (!done) return false;
    await settle(this.tasks.values());
    for (const [name, { state }] of this.tasks) if (state !== 'RUNNING') this.tasks.delete(name);
    return true;
  }

  /** Calls that can be let through. */
  waiting(): readonly WaitingCall[] {
    const tasks = [...this.tasks.values()].filter(({ pausedUntil }) => pausedUntil <= this.step);
    return tasks.flatMap(({ waiting }) => waiting);
  }

  private async begin(decision: Decision): Promise<boolean> {
    switch (decision.do) {
      case 'CALL':
        return this.call(decision);
      case 'LATE':
        return this.arrive(decision);
      case 'ACT':
        return this.act(decision.name, decision.action);
      case 'DELIVER':
        return deliver(this, decision);
      case 'DUPLICATE': {
        const isThere = this.queueOf(decision.queue).repeat(decision.message);
        if (isThere) this.note(`- duplicate ${decision.message}`);
        return isThere;
      }
      case 'CLOCK':
        this.note(`- clock ${decision.by}`);
        this.clock.advance(decision.by);
        for (const task of this.tasks.values()) {
          if (this.clock.now() - task.startedAt > LIFETIME) this.gate.kill(task, false);
        }
        return true;
    }
  }

  private async call({ task: taskName, call, fault }: Extract<Decision, { do: 'CALL' }>): Promise<boolean> {
    const task = this.tasks.get(taskName);
    const index = task?.waiting.findIndex(({ name }) => name === call) ?? -1;
    const waiting = task?.waiting[index];
    if (!task || !waiting || (fault !== undefined && !waiting.faults.includes(fault))) return false;
    if (fault === 'PAUSE') {
      this.note(`- ${taskName} pauses before ${waiting.what}`);
      task.pausedUntil = this.step + PAUSE;
      task.onPause();
      return true;
    }
    if (fault === 'CRASH') {
      this.note(`- ${taskName} dies before ${waiting.what}`);
      task.waiting.splice(index, 1);
      this.gate.kill(task, true);
      return true;
    }
    task.waiting.splice(index, 1);
    this.step += 1;
    this.clock.advance(CALL_TIME);
    const result = await waiting.release(fault);
    if (result === 'done' && fault !== 'LATE') this.clients.noteWritten(taskName, waiting.subject);
    this.note(`${this.step} ${taskName} #${call} ${waiting.what}${fault ? ` !${fault}` : ''} → ${result}`);
    if (fault === 'CRASH_AFTER') this.gate.kill(task, true);
    return true;
  }

  private async arrive({ task, call }: Extract<Decision, { do: 'LATE' }>): Promise<boolean> {
    const { late } = this.gate;
    const index = late.findIndex((each) => each.task.name === task && each.name === call);
    const [waiting] = index === -1 ? [] : late.splice(index, 1);
    if (!waiting) return false;
    this.step += 1;
    const result = await waiting.release(undefined);
    if (result === 'done') this.clients.noteWritten(task, waiting.subject);
    this.note(`${this.step} ${task} #${call} ${waiting.what} arrives late → ${result}`);
    return true;
  }

  private act(name: string, action: Action): boolean {
    switch (action.kind) {
      case 'ASK':
      case 'ASK_AGAIN':
        return ask(this, name, action);
      case 'LOOK':
        look(this, name, action.path);
        return true;
      case 'TREE':
        return changeTree(this, name, action);
      case 'JANITOR':
        this.note(`- ${name} janitor`);
        this.start(name, 'JANITOR', async (env) => lookAfterOpenPages(env, VISIBILITY));
        return true;
      case 'SWEEP': {
        this.note(`- ${name} sweeps ${action.scope}`);
        const getRemainingTimeInMillis = (): number => SWEEP_TIMEOUT;
        this.start(name, 'SWEEP', async (env) =>
          sweeper(env)({ scope: action.scope }, { getRemainingTimeInMillis }),
        );
        return true;
      }
    }
  }

  /** Begins a run of a function. */
  start(name: string, kind: TaskKind, work: Work, source?: SimulatedQueue): Task {
    const task = new Task(name, kind, this.clock.now(), this.seed);
    this.tasks.set(name, task);
    const env = environmentOf(
      this.platform.table,
      () => this.surroundings,
      () => task,
      source,
    );
    const end = (error?: unknown): void => {
      if (task.state === 'DEAD') return;
      task.state = 'ENDED';
      if (error !== undefined) this.log.error(`${task.name} threw`, { error });
    };
    work(env, task).then(() => {
      end();
    }, end);
    return task;
  }

  queueOf(name: string): SimulatedQueue {
    return name === this.attachQueue.name ? this.attachQueue : this.cleanupQueue;
  }

  /** Adds a line to the trace. */
  note(line: string): void {
    this.trace.push(line);
  }
}

import { lookAfterOpenPages } from '../../../functions/janitor/look-after.ts';
import { attachWorker } from '../../../functions/attach-worker/worker.ts';
import { cleanupWorker } from '../../../functions/cleanup-worker/worker.ts';
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
import { question, seen } from './reading.ts';
import { changeSource } from './tree-events.ts';

/** Milliseconds, as the stack sets them: six times the time of a worker. */
const VISIBILITY = 120_000;

/** Milliseconds after which the platform has ended a function for sure. */
const LIFETIME = 15 * 60 * 1000;

/** Milliseconds that a call takes. */
const CALL_TIME = 5;

/** Steps for which a function stands still. */
const PAUSE = 25;

/** Milliseconds that a worker and the janitor are given. */
const TIMEOUT = 20_000;

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
  private readonly platform: Platform;
  private readonly observe: (observation: Observation) => void;
  private readonly surroundings: Surroundings;

  constructor(seed: number, platform: Platform, observe: (observation: Observation) => void) {
    this.seed = seed;
    this.platform = platform;
    this.observe = observe;
    this.clients = new Clients();
    this.clock.reach(platform.begin);
    const { clock, gate, attachQueue, log } = this;
    this.surroundings = { clock, gate, attachQueue, published: [], log };
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
        return this.deliver(decision);
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

  private async act(name: string, action: Action): Promise<boolean> {
    switch (action.kind) {
      case 'ASK':
      case 'ASK_AGAIN':
        return this.ask(name, action);
      case 'LOOK':
        this.look(name, action.path);
        return true;
      case 'TREE':
        return this.changeTree(name, action);
      case 'JANITOR':
        this.note(`- ${name} janitor`);
        this.run(this.newTask(name, 'JANITOR'), async (env) => lookAfterOpenPages(env, VISIBILITY));
        return true;
    }
  }

  private ask(name: string, action: Extract<Action, { kind: 'ASK' | 'ASK_AGAIN' }>): boolean {
    const asked = this.clients.prepare(name, action);
    if (!asked) return false;
    const { body, mutation, idempotencyKey } = asked;
    this.note(`- ${name} asks ${JSON.stringify(mutation)} ${idempotencyKey ?? ''}`);
    const actor = 'owner';
    const key = idempotencyKey === undefined ? {} : { idempotencyKey };
    this.observe({ kind: 'ASKED', at: this.step, request: name, actor, mutation, ...key });
    const task = this.newTask(name, 'REQUEST');
    this.run(task, async () => {
      const { surroundings } = this;
      const answer = await this.platform.api.ask({ task, surroundings }, actor, body);
      await this.gate.call(task, {
        what: `answer ${answer.status}`,
        faults: ['LOST_REPLY'],
        perform: async () => {
          const { errors, operationId } = this.clients.hear(name, answer);
          const { status } = answer;
          const id = operationId === undefined ? {} : { operationId };
          this.note(`  ${name} is answered ${[status, operationId, ...errors].join(' ')}`);
          this.observe({ kind: 'ANSWERED', at: this.step, request: name, status, errors, ...id });
          return Promise.resolve();
        },
      });
    });
    return true;
  }

  private look(name: string, path: string): void {
    this.note(`- ${name} looks at ${path}`);
    const task = this.newTask(name, 'READ');
    const from = this.step;
    this.run(task, async () => {
      const { surroundings } = this;
      const answer = await this.platform.api.ask({ task, surroundings }, 'owner', question(path));
      const found = seen(answer.body);
      this.note(`  ${name} sees ${JSON.stringify(found) ?? 'nothing'}`);
      if (found) this.observe({ kind: 'READ', from, at: this.step, ...found });
    });
  }

  private changeTree(name: string, { change, exact, copies }: Extract<Action, { kind: 'TREE' }>): boolean {
    const event = changeSource(this.tree, change);
    if (!event) return false;
    // Of two changes in one second, whose events say no more than the second, nobody could tell the order.
    this.clock.nextSecond();
    const time = this.clock.now();
    const { node, detail } = event;
    this.note(`- ${name} ${JSON.stringify(change)}`);
    this.observe({
      kind: 'TREE',
      at: this.step,
      node: node.name,
      change: change.change,
      parentId: node.parentId,
      time,
    });
    const at = new Date(time).toISOString();
    const body = JSON.stringify({
      version: '0',
      id: `event-${name}`,
      'detail-type': event['detail-type'],
      source: 'gitlab',
      time: at.replace('.000Z', 'Z'),
      detail: exact ? { ...detail, occurred_at: at } : detail,
    });
    for (let copy = 0; copy < copies; copy += 1) this.cleanupQueue.send(name, body);
    return true;
  }

  private deliver({ queue: queueName, messages }: Extract<Decision, { do: 'DELIVER' }>): boolean {
    const queue = this.queueOf(queueName);
    const received = messages.flatMap((name) => queue.receive(name, this.clock.now()) ?? []);
    for (const { result, message } of received) {
      if (result !== 'DEAD') continue;
      this.note(`- ${message.name} is set aside`);
      this.observe({ kind: 'DEAD_LETTER', at: this.step, queue: queueName, body: message.body });
    }
    const batch = received.filter(({ result }) => result === 'RECEIVED').map(({ message }) => message);
    const [first] = batch;
    if (!first) return received.length > 0;
    const name = `${batch.map((message) => message.name).join('+')}#${first.receives}`;
    this.note(`- deliver ${name}`);
    const task = this.newTask(name, 'WORKER');
    task.onPause = (): void => {
      for (const message of batch) queue.show(message.name);
    };
    const Records = batch.map(({ name: messageId, body, receives }) => ({
      messageId,
      receiptHandle: messageId,
      body,
      attributes: {
        ApproximateReceiveCount: String(receives),
        SentTimestamp: '0',
        SenderId: 'simulation',
        ApproximateFirstReceiveTimestamp: '0',
      },
      messageAttributes: {},
      md5OfBody: '',
      eventSource: 'aws:sqs',
      eventSourceARN: queueName,
      awsRegion: 'nowhere',
    }));
    const getRemainingTimeInMillis = (): number => TIMEOUT - (this.clock.now() - task.startedAt);
    this.run(
      task,
      async (env) => {
        const worker = queue === this.attachQueue ? attachWorker(env) : cleanupWorker(env);
        const { batchItemFailures } = await worker({ Records }, { getRemainingTimeInMillis });
        const failed = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
        const done = batch.filter((message) => !failed.has(message.name)).map((message) => message.name);
        await this.gate.call(task, {
          what: `done ${done.join(' ')}${failed.size > 0 ? `, failed ${[...failed].join(' ')}` : ''}`,
          faults: ['LOST_REPLY'],
          perform: async () => {
            for (const each of done) queue.remove(each);
            return Promise.resolve();
          },
        });
      },
      queue,
    );
    return true;
  }

  private newTask(name: string, kind: TaskKind): Task {
    const task = new Task(name, kind, this.clock.now(), this.seed);
    this.tasks.set(name, task);
    return task;
  }

  private run(task: Task, work: (env: FunctionEnvironment) => Promise<void>, source?: SimulatedQueue): void {
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
    work(env).then(() => end(), end);
  }

  private queueOf(name: string): SimulatedQueue {
    return name === this.attachQueue.name ? this.attachQueue : this.cleanupQueue;
  }

  private note(line: string): void {
    this.trace.push(line);
  }
}

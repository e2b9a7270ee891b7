import { runMessage } from '../../../../functions/attach-worker/run-message.ts';
import { lookAfterOpenPages } from '../../../../functions/janitor/look-after.ts';
import type { Environment } from '../../../../shared/environment/environment.ts';
import type { EventBus } from '../../../../shared/environment/event-bus.ts';
import { projectRef } from '../../../../shared/domain/node.ts';
import { pageMessage, sendPages } from '../../../../shared/pipeline/message.ts';
import { requestAttachment } from '../../../../shared/pipeline/request.ts';
import { readNode } from '../../../../shared/storage/nodes.ts';
import { listFirstPages } from '../../../../shared/storage/pages.ts';
import { applyEvent } from '../../../../shared/tree/apply-event.ts';
import { Gate } from '../../schedule/gate.ts';
import { settle } from '../../schedule/settle.ts';
import { Task, type TaskKind } from '../../schedule/task.ts';
import type { Footprint } from '../../table/footprint.ts';
import type { Execution } from '../order/system.ts';
import { BOTH_PROJECTS, MOVING_PROJECT, NEW_ROOT, REQUESTS, type Requester, type Role } from './cast.ts';
import type { Judgement } from './judgement.ts';
import type { Stage } from './stage.ts';
import { environmentOf, NOON, surroundings } from './surroundings.ts';

type Env = Environment & { readonly events: EventBus };

/** The move of a transfer is the first one that it makes; so is the record of what a page did. */
const TRANSACTION = 'TransactWriteCommand';

/** Milliseconds, as the stack sets it. */
const VISIBILITY = 120_000;

/** Milliseconds after which the janitor sends again what nobody works on. */
const JANITOR = 250_000;

/** Who dies, and after how many of its steps; or when it has decided, before it records what it did. */
interface Death {
  readonly process: string;
  readonly after: number | 'DECISION';
}

export interface Scene {
  readonly roles: readonly Role[];
  /** That are named: both if nothing is said. A request for one of them is done with its acceptance. */
  readonly projectIds?: readonly number[] | undefined;
  /** Requests that are accepted before anything else, in this order: what follows of them is left to the schedule. */
  readonly accepted?: readonly Requester[] | undefined;
  /**
   * The transfer has read all that it goes by before anything else, and dies when it has moved the project: its clean-up is
   * sent by the janitor. What is left to the schedule of it is the move itself and the clean-up.
   */
  readonly isBareMove?: boolean | undefined;
  /** Nobody records what it did before everybody has decided: ends of operations are not left to the schedule. */
  readonly isDecisionsOnly?: boolean | undefined;
  readonly death?: Death | undefined;
}

const TRANSFER = {
  id: 'event-1',
  'detail-type': 'ProjectTransferedEvent',
  time: new Date(NOON).toISOString(),
  detail: { project_id: MOVING_PROJECT, old_namespace_id: 2, new_namespace_id: NEW_ROOT },
};

/** One schedule of a scene, run by the product's own code. */
export class Performance implements Execution {
  /** How many steps each process has made, apart from what comes before all else. */
  readonly made = new Map<string, number>();
  readonly #scene: Scene;
  readonly #stage: Stage;
  readonly #judgement: Judgement;
  readonly #around = surroundings(new Gate());
  readonly #tasks = new Map<string, Task>();
  #delivered = 0;
  /** What comes before all else is over. */
  #isAccepted = false;
  #isBegun = false;

  constructor(scene: Scene, stage: Stage, judgement: Judgement) {
    this.#scene = scene;
    this.#stage = stage;
    this.#judgement = judgement;
  }

  async begin(): Promise<void> {
    this.#stage.reset((changes) => this.#judgement.wrote(changes));
    for (const role of this.#scene.roles) this.#start(role);
    await this.#settle();
    for (const role of this.#scene.accepted ?? []) await this.#untilAccepted(role);
    if (this.#scene.isBareMove) await this.#untilReadyToMove();
    this.made.clear();
    this.#isAccepted = true;
    this.#isBegun = true;
  }

  enabled(): readonly string[] {
    return [...this.#tasks.values()]
      .filter((task) => task.waiting.length > 0 && !this.#isDead(task) && !this.#isHeld(task))
      .map(({ name }) => name);
  }

  async step(process: string): Promise<Footprint> {
    // Of calls that a function makes at once the first one goes first: they are reads, or commute.
    const call = this.#tasks.get(process)?.waiting.shift();
    if (!call) throw new Error(`${process} does not wait for anything`);
    this.made.set(process, (this.made.get(process) ?? 0) + 1);
    this.#stage.touched();
    await call.release(undefined);
    const touched = this.#stage.touched();
    await this.#settle();
    if (this.#scene.isBareMove && process === 'transfer' && touched.writes.length > 0) await this.#cutShort();
    if (this.#deliverTransfers()) await this.#settle();
    return touched;
  }

  async end(): Promise<void> {
    this.#isBegun = false;
    for (let [process] = this.enabled(); process !== undefined; [process] = this.enabled())
      await this.step(process);
    const { death } = this.#scene;
    this.#around.isOpen = true;
    const env = this.#environment(new Task('rest', 'JANITOR', NOON, 1));
    const dead = this.#scene.isBareMove ? 'transfer' : death?.process;
    if (dead !== undefined && this.#tasks.has(dead)) {
      // Its event is delivered again; of what was accepted the janitor takes care.
      if (dead === 'transfer') await applyEvent(env, TRANSFER);
      for (let round = 0; round < 2; round += 1) {
        this.#around.now += JANITOR;
        await lookAfterOpenPages(env, VISIBILITY);
        await this.#deliverRest(env);
      }
    } else await this.#deliverRest(env);
    this.#judgement.atRest([...this.#stage.store.items()], this.#around.log.surprises);
  }

  /** Whether the one who was to die did not come to its end before. */
  get hasDied(): boolean {
    const { death } = this.#scene;
    const task = this.#tasks.get(death?.process ?? '');
    return task !== undefined && task.waiting.length > 0 && this.#isDead(task);
  }

  #isDead(task: Task): boolean {
    const { death } = this.#scene;
    if (death?.process !== task.name) return false;
    if (death.after === 'DECISION') return this.#isAccepted && isAboutToRecord(task);
    return this.#isAccepted && (this.made.get(task.name) ?? 0) >= death.after;
  }

  #isHeld(task: Task): boolean {
    return this.#isBegun && this.#scene.isDecisionsOnly === true && isAboutToRecord(task);
  }

  #start(role: Role): void {
    if (role === 'transfer') {
      this.#judgement.moves();
      this.#run(role, 'WORKER', async (env) => applyEvent(env, TRANSFER));
      return;
    }
    this.#judgement.asks(role);
    this.#run(role, 'REQUEST', async (env) => {
      const answer = await requestAttachment(env, {
        ...REQUESTS[role],
        actor: 'owner',
        projectIds: this.#scene.projectIds ?? BOTH_PROJECTS,
        groupIds: [],
        deadline: NOON + 20_000,
      });
      this.#judgement.hears(role, answer);
    });
  }

  #run(name: string, kind: TaskKind, work: (env: Env) => Promise<void>): void {
    const task = new Task(name, kind, NOON, 1);
    this.#tasks.set(name, task);
    const end = (): void => {
      task.state = 'ENDED';
    };
    work(this.#environment(task)).then(end, (error: unknown) => {
      end();
      this.#around.log.error(`${name} threw`, { error });
    });
  }

  #environment(task: Task): Env {
    return environmentOf(this.#stage.table, this.#around, task);
  }

  async #settle(): Promise<void> {
    await settle(this.#tasks.values());
  }

  async #untilReadyToMove(): Promise<void> {
    while (this.#tasks.get('transfer')?.waiting[0]?.what !== TRANSACTION) await this.step('transfer');
  }

  /** The transfer dies with its move, and the janitor, who sends its clean-up, has been there. */
  async #cutShort(): Promise<void> {
    const task = this.#tasks.get('transfer');
    if (!task) return;
    this.#around.gate.kill(task, false);
    const { table } = this.#stage;
    const node = await readNode(table, projectRef(MOVING_PROJECT));
    if (!node?.transfer) throw new Error('the project did not move');
    const pages = await listFirstPages(table, node.transfer.operationId);
    this.#around.isOpen = true;
    await sendPages(this.#environment(task), pages);
    this.#around.isOpen = false;
  }

  /** What the transfer sends is worked on like all else; what others send tells only of an end. */
  #deliverTransfers(): boolean {
    const sent = this.#around.sent.filter(({ by }) => by === 'transfer');
    if (this.#delivered === sent.length) return false;
    for (; this.#delivered < sent.length; this.#delivered += 1) {
      const body = sent[this.#delivered]?.body ?? '';
      this.#run(`clean-up ${this.#delivered + 1}`, 'WORKER', async (env) => work(env, body));
    }
    return true;
  }

  async #deliverRest(env: Env): Promise<void> {
    const queue = this.#around.sent;
    const left = queue.filter(({ by }) => by !== 'transfer');
    queue.length = 0;
    for (const { body } of left) await work(env, body);
    if (queue.length > 0) await this.#deliverRest(env);
  }

  async #untilAccepted(role: Requester): Promise<void> {
    while (this.enabled().includes(role)) {
      const { writes } = await this.step(role);
      if (writes.some(({ SK }) => SK === 'SEQUENCE')) return;
    }
    throw new Error(`${role} was not accepted`);
  }
}

function isAboutToRecord({ name, waiting }: Task): boolean {
  return name !== 'transfer' && waiting[0]?.what === TRANSACTION;
}

async function work(env: Env, body: string): Promise<void> {
  await runMessage(env, pageMessage.parse(JSON.parse(body)), NOON + 20_000_000);
}

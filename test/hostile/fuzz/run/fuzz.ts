import { inspect } from 'node:util';
import { headersOf } from '../../access/run/credentials.ts';
import { build } from '../../access/world/build.ts';
import { IDENTITIES } from '../../access/world/identities.ts';
import { PLACES } from '../../access/world/tree.ts';
import { type InProcess, inProcess } from '../../support/counted-table.ts';
import { type HostileApi, hostileApi } from '../../support/hostile-api.ts';
import { oddMessage, type Queue } from '../generate/messages.ts';
import { Random } from '../generate/random.ts';
import type { Known } from '../generate/headers.ts';
import { anyRequest } from '../generate/requests.ts';
import { faultsOf } from './judge.ts';
import { type Deliver, workers } from './workers.ts';

/** What came of one request or batch of messages. */
export interface Outcome {
  readonly kind: string;
  /** Of the answer; or how many messages of three were reported. */
  readonly status: number;
  readonly faults: readonly string[];
  /** For whoever looks into a fault. */
  readonly sent: string;
}

/** A version to come is left to who knows it, and what is dated ahead to its time. */
const FOR_LATER =
  /messages of version \d+ are not known here|the event is dated \S+, more than five minutes ahead/;

/** Whose tokens ask: the more may be done, the oftener. */
const CALLERS = [
  'owner of root',
  'manager of root and owner of otherRoot',
  'maintainer of root',
  'developer of root',
  'guest of root',
  'stranger',
  'owner of root by API',
  'owner of root by READ_API',
];

const QUEUES = ['attach', 'cleanup', 'status'] as const satisfies readonly Queue[];

/** Of a hundred that are tried so many are batches of messages. */
const MESSAGES = 12;

/** Requests and messages on one world, which is as it was before each of them. */
export class Fuzz {
  private readonly api: HostileApi;
  private readonly known: Known;
  private readonly deliver: Deliver;
  private readonly reset: () => void;

  private constructor(api: HostileApi, { store }: InProcess, known: Known) {
    this.api = api;
    this.known = known;
    this.deliver = workers(api.env);
    const snapshot = store.snapshot();
    const now = api.env.clock.now();
    this.reset = () => {
      const { log, attachQueue, events, clock } = api.env;
      store.restore(snapshot);
      clock.set(now);
      for (const list of [log.lines, log.measures, attachQueue.messages, events.published]) list.length = 0;
      log.counts.clear();
    };
  }

  static async start(): Promise<Fuzz> {
    const table = inProcess();
    const api = await hostileApi(table);
    const ids = await build(api);
    const tokens: string[] = [];
    for (const identity of IDENTITIES.filter(({ name }) => CALLERS.includes(name))) {
      const headers = Object.values(await headersOf(api, identity));
      tokens.push(...headers.map((value) => value.replace('Bearer ', '')));
    }
    return new Fuzz(api, table, { tokens, ids });
  }

  /** The same for the same seed and index, whatever went before. */
  async run(seed: number, index: number): Promise<Outcome> {
    const random = new Random(Math.imul(seed, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b));
    this.reset();
    return random.percent(MESSAGES) ? this.message(random) : this.request(random);
  }

  async stop(): Promise<void> {
    await this.api.stop();
  }

  private async request(random: Random): Promise<Outcome> {
    const { kind, parts } = anyRequest(random, this.known);
    const { env } = this.api;
    try {
      const answer = await this.api.send(parts);
      const faults = [...faultsOf(parts, answer, env.log.lines), ...this.logged()];
      return {
        kind,
        status: answer.status,
        faults: [...faults, ...(await this.drained())],
        sent: shown(parts),
      };
    } catch (error) {
      return { kind, status: 0, faults: [`it throws ${inspect(error)}`], sent: shown(parts) };
    }
  }

  /** A fault of ours would be logged as an error. */
  private logged(): readonly string[] {
    const errors = this.api.env.log.lines.filter(
      ({ level, message }) => level === 'error' && message !== 'the keys of the issuer cannot be had',
    );
    return errors.map((line) => `the log has an error: ${inspect(line, { depth: 6 })}`);
  }

  /** What was accepted can be done. */
  private async drained(): Promise<readonly string[]> {
    const { messages } = this.api.env.attachQueue;
    for (let round = 0; messages.length > 0; round += 1) {
      if (round === 50) return ['the queue does not become empty'];
      const failed = await this.deliver(
        'attach',
        messages.splice(0, 10).map(({ body }) => body),
      );
      if (failed.length > 0) return ['what was accepted cannot be done', ...this.logged()];
    }
    return [];
  }

  /** Something odd between two good messages, which have to be consumed. */
  private async message(random: Random): Promise<Outcome> {
    const { ids } = this.known;
    const queue = random.pick(QUEUES);
    const good = JSON.stringify(goodNeighbour(queue, ids));
    const odd = oddMessage(queue, random, ids);
    const kind = `message of the ${queue} queue`;
    try {
      const failed = await this.deliver(queue, [good, odd, good]);
      const neighbours = failed.filter((id) => id !== 'm1');
      const faults = neighbours.map((id) => `the neighbour ${id} failed`);
      const lines = this.api.env.log.lines.filter(({ level }) => level === 'error');
      const hasFailed = lines.some(
        ({ message, details }) => message === 'message failed' && !FOR_LATER.test(inspect(details)),
      );
      if (hasFailed) faults.push(...this.logged());
      return { kind, status: failed.length, faults: [...faults, ...(await this.drained())], sent: odd };
    } catch (error) {
      return { kind, status: 0, faults: [`it throws ${inspect(error)}`], sent: odd };
    }
  }
}

/** A message of each queue that has something to do. */
function goodNeighbour(queue: Queue, ids: Known['ids']): object {
  const event = { id: 'good', time: '2026-11-22T12:00:00Z' };
  switch (queue) {
    case 'attach':
      return { version: 2, operationId: ids.running, pageId: 'G', requestId: 'good' };
    case 'cleanup':
      return {
        ...event,
        'detail-type': 'ProjectRenamedEvent',
        detail: { project_id: PLACES.cousin.id, name: 'x' },
      };
    case 'status': {
      const scan = { scan_type: 'sast', trigger: 'default_branch_pipeline', result: 'success', build_id: 1 };
      return {
        ...event,
        'detail-type': 'SecurityScanFinishedEvent',
        detail: { project_id: PLACES.project.id, ...scan },
      };
    }
  }
}

function shown(value: object): string {
  return inspect(value, { depth: 5, maxStringLength: 4_000 });
}

import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../../../local/lifecycle/free-port.ts';
import type { Table } from '../../../../shared/environment/environment.ts';
import { OPEN_SHARDS } from '../../../../shared/storage/keys.ts';
import { END_PAGE, listOpenItems } from '../../../../shared/storage/pages.ts';
import { sweepEverything } from '../../../../shared/sweep/sweep.ts';
import { type Random, seeded } from '../../../simulation/schedule/random.ts';
import { testEnvironment } from '../../../support/test-environment.ts';
import type { TestEvent } from '../../support/client.ts';
import { type Acceptance, Caller } from './caller.ts';
import type { Stored } from '../stored.ts';
import { failedByConflict, judge } from './judge.ts';
import { MortalStack, type Victim, VICTIMS } from './mortal-stack.ts';
import type { KillReport } from './report.ts';
import { type Rest, untilRest } from './rest.ts';
import { move, plantTown, type Town } from './town.ts';

export interface KillDrill {
  readonly kills: number;
  readonly seed: number;
  /** Of both roots together. */
  readonly projects: number;
  /** Moves of projects and groups in a round. */
  readonly events: number;
  /** Between two times at which everything comes to rest and is looked at. */
  readonly killsARound: number;
  readonly onProgress?: (kills: number, round: string) => void;
}

/** Take turns: one is attached in a round, the other detached. */
const TEMPLATES = ['secret_detection', 'sast'] as const;

const EVENTS_A_CALL = 5;

/** Milliseconds after a start, or after it is ready, within which the next kill comes. */
const WINDOW = 3_000;

/** Share of the kills that come before the stack is ready. */
const EARLY = 0.15;

/** Share of the rounds in which nobody is killed before the first request is accepted. */
const LATE = 0.7;

/** How often what failed is retried. */
const RETRIES = 3;

/** Milliseconds for whoever asks to get an answer, from the beginning of a round. */
const ROUND_LIMIT = 15 * 60_000;

/**
 * Kills the processes of a local stack at random moments while profiles are attached to and detached from whole trees and
 * projects and groups move between their roots, starts it again each time, and looks at everything once it has come to rest.
 * The seed decides who is killed when; what is under way then is up to the machine.
 */
export async function killDrill(drill: KillDrill): Promise<KillReport> {
  const directory = await mkdtemp(join(tmpdir(), 'scan-profiles-kill-drill-'));
  await using stack = new MortalStack(directory, await freePort());
  stack.spawn();
  const run = new Run(drill, stack, await plantTown(await stack.ready(), drill.projects));
  while (run.isGoingOn) await run.round();
  stack.isKept = run.report().violations.length > 0;
  return run.report();
}

class Run {
  private readonly drill: KillDrill;
  private readonly stack: MortalStack;
  private readonly town: Town;
  private readonly random: Random;
  private readonly kills: Record<Victim, number> = { STACK: 0, ENGINE: 0, BOTH: 0 };
  private readonly accepted: Acceptance[] = [];
  private readonly violations: string[] = [];
  private rounds = 0;
  private whileStarting = 0;
  private withWorkUnderWay = 0;
  private decisions = 0;
  private events = 0;
  private repeated = 0;
  private redriven = 0;
  private retried = 0;
  private slowestStart = 0;

  constructor(drill: KillDrill, stack: MortalStack, town: Town) {
    this.drill = drill;
    this.stack = stack;
    this.town = town;
    this.random = seeded(drill.seed);
  }

  get isGoingOn(): boolean {
    return this.violations.length === 0 && this.killed < this.drill.kills;
  }

  async round(): Promise<void> {
    const { town, stack, random } = this;
    this.rounds += 1;
    this.tell('killing');
    const events = move(town, random, this.drill.events, Date.now());
    const caller = new Caller(() => stack.client, AbortSignal.timeout(ROUND_LIMIT));
    const template = TEMPLATES[this.rounds % 2] ?? TEMPLATES[0];
    const first = Promise.withResolvers<unknown>();
    const asking = this.ask(caller, template, first.resolve);
    const reporting = this.tellAll(caller, events);
    const asked = Promise.all([asking, reporting]);
    // Else most kills of a slow machine would come before anything was accepted.
    if (random.chance(LATE)) await Promise.race([first.promise, asked]);
    await this.killRepeatedly();
    const accepted = [...(await asked)[0]];
    this.repeated += caller.repeated;
    this.tell('coming to rest');
    let rest = await this.rest();
    for (let attempt = 1; attempt <= RETRIES && failedByConflict(rest.stored).length > 0; attempt += 1) {
      accepted.push(...(await this.retry(caller, rest.stored, attempt)));
      rest = await this.rest();
    }
    const moved = new Set(events.flatMap((event) => movedBy(event, town)));
    const settled = new Set([...town.projects.keys()].filter((id) => !moved.has(id)));
    const round = { town, settled, accepted, acceptedBefore: [...this.accepted], template };
    const found = rest.unfinished.length > 0 ? rest.unfinished : judge(round, rest.stored);
    this.violations.push(...found, ...(await this.sweep()));
    this.accepted.push(...accepted);
    this.decisions += accepted
      .map(({ operationId }) => rest.stored.operations.get(operationId)?.totals)
      .reduce((sum, totals) => sum + (totals ? totals.applied + totals.unchanged + totals.skipped : 0), 0);
    this.tell('at rest');
  }

  report(): KillReport {
    const { kills, whileStarting, withWorkUnderWay, rounds, decisions, events, repeated } = this;
    const { redriven, retried, slowestStart, violations } = this;
    const operations = this.accepted.length;
    return {
      seed: this.drill.seed,
      kills,
      whileStarting,
      withWorkUnderWay,
      rounds,
      operations,
      decisions,
      events,
      repeated,
      redriven,
      retried,
      slowestStart,
      violations,
      directory: this.stack.directory,
    };
  }

  private get killed(): number {
    return VICTIMS.reduce((sum, victim) => sum + this.kills[victim], 0);
  }

  private tell(what: string): void {
    this.drill.onProgress?.(this.killed, `round ${this.rounds}, ${what}`);
  }

  /** Attaches the one template to both roots, and takes the other one away. */
  private async ask(
    caller: Caller,
    template: string,
    onAccepted: (first: Acceptance) => void,
  ): Promise<readonly Acceptance[]> {
    const other = TEMPLATES.find((name) => name !== template) ?? template;
    const asked = this.town.roots.map(async (root) => {
      const key = `${this.rounds}-${root}`;
      const attached = await caller.change('ATTACH', root, template, `${key}-attach`);
      onAccepted(attached);
      return [attached, await caller.change('DETACH', root, other, `${key}-detach`)];
    });
    return (await Promise.all(asked)).flat();
  }

  private async rest(): Promise<Rest> {
    const rest = await untilRest(this.stack, this.town);
    this.redriven += rest.redriven;
    return rest;
  }

  /** As the owner does it where an operation says that some projects failed and can be retried. */
  private async retry(caller: Caller, stored: Stored, attempt: number): Promise<readonly Acceptance[]> {
    const tried = new Set([...stored.operations.values()].map(({ source }) => source?.operationId));
    const failed = failedByConflict(stored).filter(({ id }) => !tried.has(id));
    this.retried += failed.length;
    return Promise.all(
      failed.map(async (one, index) => caller.retry(one, `${this.rounds}-retry-${attempt}-${index}`)),
    );
  }

  private async tellAll(caller: Caller, events: readonly TestEvent[]): Promise<void> {
    for (let start = 0; start < events.length; start += EVENTS_A_CALL) {
      const some = events.slice(start, start + EVENTS_A_CALL);
      await caller.report(some);
      this.events += some.length;
      await sleep(this.random.below(WINDOW / 4));
    }
  }

  private async killRepeatedly(): Promise<void> {
    const { stack, random, drill } = this;
    const count = Math.min(drill.killsARound, drill.kills - this.killed);
    for (let kill = 0; kill < count; kill += 1) {
      await sleep(random.below(WINDOW));
      this.kills[await stack.kill(random.pick(VICTIMS))] += 1;
      stack.spawn();
      this.tell('killing');
      // The next one may come before it has started.
      if (kill + 1 < count && random.chance(EARLY)) this.whileStarting += 1;
      else await this.untilReady();
    }
  }

  private async untilReady(): Promise<void> {
    const started = Date.now();
    const { table } = await this.stack.ready();
    this.slowestStart = Math.max(this.slowestStart, Date.now() - started);
    if (await hasWork(table)) this.withWorkUnderWay += 1;
  }

  private async sweep(): Promise<readonly string[]> {
    const env = testEnvironment(this.stack.client.table, { now: Date.now() });
    const { looked, repairs } = await sweepEverything(env, { deadline: Infinity, dryRun: true });
    const all = this.town.projects.size;
    return [
      ...(repairs === 0 ? [] : [`the sweep would repair ${repairs} projects`]),
      ...(looked === all ? [] : [`the sweep found ${looked} projects of ${all}`]),
    ];
  }
}

/** The projects that an event moved, by themselves or with their group. Who has left the group since, moved by itself. */
function movedBy({ detail: { project_id, group_id } }: TestEvent, { projects }: Town): readonly number[] {
  if (typeof project_id === 'number') return [project_id];
  return [...projects].flatMap(([id, group]) => (group === group_id ? [id] : []));
}

/** Whether pages of operations are open, besides the end of each. */
async function hasWork(table: Table): Promise<boolean> {
  const shards = Array.from({ length: OPEN_SHARDS }, (_, shard) => shard);
  const items = await Promise.all(shards.map(async (shard) => listOpenItems(table, shard)));
  return items.flat().some(({ pageId }) => pageId !== END_PAGE);
}

import type { Context, Decision, Registration } from '../domain/changes/decision.ts';
import { decide } from '../domain/changes/decide.ts';
import type { Operation } from '../domain/operation.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { ProjectState } from '../domain/project-state.ts';
import { packRemovals, type Removals, removedBy } from '../domain/removals.ts';
import type { Environment } from '../environment/environment.ts';
import type { ProjectNode } from '../storage/nodes.ts';
import { readProjects } from '../storage/nodes.ts';
import { listRegistrations } from '../storage/operations.ts';
import { getProfiles } from '../storage/profiles.ts';
import { type StateWrite, writeStates } from '../storage/project-states.ts';
import { placesOf } from '../tree/snapshot.ts';

type Env = Pick<Environment, 'table' | 'clock' | 'random' | 'log'>;

/** Rounds in which a project may be refused before it is given up as FAILED(CONFLICT), where there is time for them. */
const MAXIMUM_ROUNDS = 20;

/** What became of the projects of a page. */
export interface Applied {
  /** Of every project. */
  readonly outcomes: ReadonlyMap<number, Outcome>;
  /** Attachments that the operation removed, now or in an earlier run of the page. */
  readonly removals: Removals;
}

/**
 * Applies an operation's change to a page of projects: reads, decides, writes only what differs, and decides again about
 * those whose write was refused. Every project gets an outcome.
 *
 * @param deadline epoch milliseconds after which no further round begins
 */
export async function applyPage(
  env: Env,
  operation: Operation,
  projectIds: readonly number[],
  deadline: number,
): Promise<Applied> {
  const results = new Results(operation.id);
  let pending: readonly number[] = [...new Set(projectIds)];
  for (let round = 0; pending.length > 0; round += 1) {
    if (round > 0) await env.clock.sleep(env.random() * Math.min(1_000, 20 * 2 ** round));
    if (round === MAXIMUM_ROUNDS || (round > 0 && env.clock.now() > deadline)) {
      for (const id of pending) results.note(id, { kind: 'FAILED', code: 'CONFLICT' });
      break;
    }
    pending = await applyOnce(env, operation, pending, results);
  }
  return { outcomes: results.outcomes, removals: packRemovals(results.removed) };
}

class Results {
  readonly outcomes = new Map<number, Outcome>();
  readonly removed = new Map<number, readonly string[]>();
  private readonly operationId: string;

  constructor(operationId: string) {
    this.operationId = operationId;
  }

  /** `state` as it is stored now, where it is known. */
  note(projectId: number, outcome: Outcome, state?: ProjectState): void {
    this.outcomes.set(projectId, outcome);
    if (state) this.removed.set(projectId, removedBy(this.operationId, state));
  }
}

/** One round. Answers the projects that have to be read and decided again. */
async function applyOnce(
  env: Env,
  operation: Operation,
  projectIds: readonly number[],
  results: Results,
): Promise<readonly number[]> {
  const projects = await readProjects(env.table, projectIds);
  for (const id of projectIds) if (!projects.has(id)) results.note(id, { kind: 'SKIPPED', code: 'DELETED' });
  const nodes = [...projects.values()];
  const places = await placesOf(env.table, nodes);
  const context = await contextOf(env, operation, nodes);
  const again: number[] = [];
  const decided = new Map<number, Decision>();
  const writes: StateWrite[] = [];
  for (const { id, state } of nodes) {
    const walk = places.get(id);
    const verdict = decide({ state, place: walk?.result === 'FOUND' ? walk.place : undefined }, context);
    if (verdict === 'STALE') again.push(id);
    else if (verdict.state === state) results.note(id, verdict.outcome, state);
    else {
      decided.set(id, verdict);
      writes.push({ projectId: id, before: state.version, state: verdict.state });
    }
  }
  const written = await writeStates(env.table, writes);
  for (const [id, verdict] of decided) {
    const result = written.get(id) ?? 'AGAIN';
    if (result === 'AGAIN') again.push(id);
    else if (result === 'WRITTEN') results.note(id, verdict.outcome, verdict.state);
    else {
      results.note(id, { kind: 'FAILED', code: 'INTERNAL' });
      env.log.error('a project refused every write', { projectId: id, operationId: operation.id });
    }
  }
  return again;
}

/** Profiles are read after the projects: one that is attached was there before it was attached. */
async function contextOf(env: Env, operation: Operation, nodes: readonly ProjectNode[]): Promise<Context> {
  const { change, rootId } = operation;
  const attached = nodes
    .filter(({ state }) => state.rootId === rootId)
    .flatMap(({ state }) => Object.keys(state.attachments).map(Number));
  const named = change.kind === 'REHOME' ? [] : [change.profileId];
  const profiles = await getProfiles(env.table, rootId, [...new Set([...attached, ...named])]);
  const active = [...profiles].filter(([, profile]) => profile.status === 'ACTIVE');
  const roots = nodes.flatMap(({ state }) => Object.values(state.decided).map((decision) => decision.rootId));
  return {
    operation,
    now: env.clock.now(),
    activeProfiles: new Map(active.map(([id, { scanType }]) => [id, { scanType }])),
    registrations: await registrationsOf(env, [...new Set([rootId, ...roots])]),
  };
}

async function registrationsOf(
  { table, clock }: Env,
  rootIds: readonly number[],
): Promise<ReadonlyMap<number, readonly Registration[]>> {
  const now = clock.now();
  const lists = await Promise.all(rootIds.map(async (rootId) => listRegistrations(table, rootId, now)));
  return new Map(rootIds.map((rootId, index) => [rootId, lists[index] ?? []]));
}

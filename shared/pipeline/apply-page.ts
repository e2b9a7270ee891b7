import type { Context, Registration } from '../domain/changes/decision.ts';
import { decide } from '../domain/changes/decide.ts';
import type { Operation } from '../domain/operation.ts';
import type { Outcome } from '../domain/outcome.ts';
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
): Promise<ReadonlyMap<number, Outcome>> {
  const outcomes = new Map<number, Outcome>();
  let pending: readonly number[] = [...new Set(projectIds)];
  for (let round = 0; pending.length > 0; round += 1) {
    if (round > 0) await env.clock.sleep(env.random() * Math.min(1_000, 20 * 2 ** round));
    if (round === MAXIMUM_ROUNDS || (round > 0 && env.clock.now() > deadline)) {
      for (const id of pending) outcomes.set(id, { kind: 'FAILED', code: 'CONFLICT' });
      break;
    }
    pending = await applyOnce(env, operation, pending, outcomes);
  }
  return outcomes;
}

/** One round. Answers the projects that have to be read and decided again. */
async function applyOnce(
  env: Env,
  operation: Operation,
  projectIds: readonly number[],
  outcomes: Map<number, Outcome>,
): Promise<readonly number[]> {
  const projects = await readProjects(env.table, projectIds);
  for (const id of projectIds) if (!projects.has(id)) outcomes.set(id, { kind: 'SKIPPED', code: 'DELETED' });
  const nodes = [...projects.values()];
  const places = await placesOf(env.table, nodes);
  const context = await contextOf(env, operation, nodes);
  const again: number[] = [];
  const decided = new Map<number, Outcome>();
  const writes: StateWrite[] = [];
  for (const { id, state } of nodes) {
    const walk = places.get(id);
    const verdict = decide({ state, place: walk?.result === 'FOUND' ? walk.place : undefined }, context);
    if (verdict === 'STALE') again.push(id);
    else if (verdict.state === state) outcomes.set(id, verdict.outcome);
    else {
      decided.set(id, verdict.outcome);
      writes.push({ projectId: id, before: state.version, state: verdict.state });
    }
  }
  const written = await writeStates(env.table, writes);
  for (const [id, outcome] of decided) {
    const result = written.get(id) ?? 'AGAIN';
    if (result === 'AGAIN') again.push(id);
    else outcomes.set(id, result === 'WRITTEN' ? outcome : { kind: 'FAILED', code: 'INTERNAL' });
    if (result === 'IMPOSSIBLE')
      env.log.error('a project refused every write', { projectId: id, operationId: operation.id });
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

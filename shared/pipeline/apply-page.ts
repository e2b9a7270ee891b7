import { decide } from '../domain/changes/decide.ts';
import { type Decision, type Given, ownOutcome } from '../domain/changes/decision.ts';
import { type Effect, effectOf, NO_EFFECT } from '../domain/effect.ts';
import type { Operation } from '../domain/operation.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { ProjectState } from '../domain/project-state.ts';
import type { Environment } from '../environment/environment.ts';
import { readPlacementCounter } from '../storage/counters.ts';
import { type ProjectNode, readProjects } from '../storage/nodes.ts';
import { readScanResults, type ScanResults } from '../storage/scan-results.ts';
import { type StateWrite, writeStates } from '../storage/project-states.ts';
import { placesOf } from '../tree/snapshot.ts';
import { contextOf } from './context.ts';
import { givenOf } from './given.ts';
import { OutOfTime } from './out-of-time.ts';

type Env = Pick<Environment, 'table' | 'clock' | 'random' | 'log'>;

/** Rounds in which a project may be refused before it is given up as FAILED(CONFLICT), where there is time for them. */
const MAXIMUM_ROUNDS = 20;

/** What became of the projects of a page. */
export interface Applied {
  /** Of every project. */
  readonly outcomes: ReadonlyMap<number, Outcome>;
  /** What it held and what the operation did to it, now or in an earlier run of the page. */
  readonly effects: ReadonlyMap<number, Effect>;
  /** Of a preview, so that it can be told later whether a project has changed. */
  readonly seen?: { readonly versions: readonly number[]; readonly placement: number } | undefined;
}

/** Projects, and the pages of the source operation from which they come. */
export interface PageTarget {
  readonly projectIds: readonly number[];
  readonly sources?: readonly string[] | undefined;
}

/**
 * Applies an operation's change to a page of projects: reads, decides, writes only what differs, and decides again about
 * those whose write was refused. Every project gets an outcome.
 *
 * @param deadline epoch milliseconds after which no further round begins
 * @throws OutOfTime where it comes before all projects of a round were written
 */
export async function applyPage(
  env: Env,
  operation: Operation,
  { projectIds, sources = [] }: PageTarget,
  deadline: number,
): Promise<Applied> {
  const placement = operation.dryRun ? await readPlacementCounter(env.table) : undefined;
  const given = await givenOf(env.table, operation, sources);
  const results = new Results(operation.id);
  let pending: readonly number[] = [...new Set(projectIds)];
  for (let round = 0; pending.length > 0; round += 1) {
    if (round > 0) await env.clock.sleep(env.random() * Math.min(1_000, 20 * 2 ** round));
    if (round === MAXIMUM_ROUNDS || (round > 0 && env.clock.now() > deadline)) {
      await giveUp(env, operation, pending, given, results);
      break;
    }
    pending = await applyOnce(env, operation, pending, given, results, deadline);
  }
  const { outcomes, effects, versions } = results;
  if (placement === undefined) return { outcomes, effects };
  const seen = { placement, versions: projectIds.map((id) => versions.get(id) ?? 0) };
  return { outcomes, effects, seen };
}

class Results {
  readonly outcomes = new Map<number, Outcome>();
  readonly effects = new Map<number, Effect>();
  readonly versions = new Map<number, number>();
  private readonly operationId: string;

  constructor(operationId: string) {
    this.operationId = operationId;
  }

  /** `state` as the operation leaves it, where it is known. */
  note(projectId: number, outcome: Outcome, state?: ProjectState): void {
    this.outcomes.set(projectId, outcome);
    this.effects.set(projectId, state ? effectOf(this.operationId, state) : NO_EFFECT);
  }
}

/** Who was refused to the last may hold what was written all the same, where the reply to it was lost. */
async function giveUp(
  env: Env,
  operation: Operation,
  projectIds: readonly number[],
  given: ReadonlyMap<number, Given>,
  results: Results,
): Promise<void> {
  const projects = await readProjects(env.table, projectIds);
  for (const id of projectIds) {
    const state = projects.get(id)?.state;
    const own = state && ownOutcome({ state, given: given.get(id) }, { operation });
    if (!own && isPromise(operation)) throw new Error(`cleaning up project ${id}: others were always first`);
    results.note(id, own ?? { kind: 'FAILED', code: 'CONFLICT' }, state);
  }
}

/** Nobody asked for it who could try again: its message comes again, and in the end lies in the dead-letter queue. */
function isPromise({ change }: Operation): boolean {
  return change.kind === 'REHOME' || change.kind === 'DELETE_PROFILE';
}

/** One round. Answers the projects that have to be read and decided again. */
async function applyOnce(
  env: Env,
  operation: Operation,
  projectIds: readonly number[],
  given: ReadonlyMap<number, Given>,
  results: Results,
  deadline: number,
): Promise<readonly number[]> {
  const projects = await readProjects(env.table, projectIds);
  for (const id of projectIds) if (!projects.has(id)) results.note(id, { kind: 'SKIPPED', code: 'DELETED' });
  const nodes = [...projects.values()];
  const [places, context, scans] = await Promise.all([
    placesOf(env.table, nodes),
    contextOf(env, operation, nodes),
    externalScansOf(env, operation, nodes),
  ]);
  const again: number[] = [];
  const decided = new Map<number, Decision>();
  const writes: StateWrite[] = [];
  for (const { id, state } of nodes) {
    const walk = places.get(id);
    const place = walk?.result === 'FOUND' ? walk.place : undefined;
    const external = scans.get(id)?.external;
    const verdict = decide({ id, state, place, external, given: given.get(id) }, context);
    results.versions.set(id, state.version);
    if (verdict === 'STALE') again.push(id);
    else if (verdict.state === state || operation.dryRun) results.note(id, verdict.outcome, verdict.state);
    else {
      decided.set(id, verdict);
      writes.push({ projectId: id, before: state.version, state: verdict.state });
    }
  }
  const written = await writeStates(env.table, writes, () => env.clock.now() > deadline);
  if (written.size < writes.length) throw new OutOfTime(writes.length - written.size);
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

/** What was reported of the projects' scans, where the change goes by what else scans them. */
async function externalScansOf(
  { table }: Env,
  { change }: Operation,
  nodes: readonly ProjectNode[],
): Promise<ReadonlyMap<number, ScanResults>> {
  if (change.kind !== 'ATTACH' || change.mode !== 'FILL_SCAN_GAPS') return new Map();
  return readScanResults(
    table,
    nodes.map(({ id }) => id),
  );
}

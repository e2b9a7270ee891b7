import { expect } from 'vitest';
import { type Effect, effectOf, NO_EFFECT } from '../../shared/domain/effect.ts';
import { hasEnded, type Totals } from '../../shared/domain/operation.ts';
import { count, type OutcomeKind } from '../../shared/domain/outcome.ts';
import type { Table } from '../../shared/environment/environment.ts';
import { readProjects } from '../../shared/storage/nodes.ts';
import { readOperation } from '../../shared/storage/operations.ts';
import { eachOutcome } from '../../shared/storage/page-records.ts';

/** What an operation recorded of a project. `outcome` is `APPLIED`, `SKIPPED/DELETED` and so on. */
export interface Recorded {
  readonly outcome: string;
  readonly effect: Effect;
}

/** By project. For operations that meet no project twice. */
export async function recordsOf(table: Table, operationId: string): Promise<ReadonlyMap<number, Recorded>> {
  const records = new Map<number, Recorded>();
  for await (const { effects, exceptions } of eachOutcome(table, operationId)) {
    const listed = Object.entries(exceptions);
    for (const [id, effect] of effects) {
      if (records.has(id)) throw new Error(`project ${id} stands in two pages`);
      const outcome = listed.find(([, ids]) => ids.includes(id))?.[0] ?? 'APPLIED';
      records.set(id, { outcome, effect });
    }
  }
  return records;
}

/** Outcomes by project. */
export async function outcomesOf(table: Table, operationId: string): Promise<Record<number, string>> {
  const records = await recordsOf(table, operationId);
  return Object.fromEntries([...records].map(([id, { outcome }]) => [id, outcome]));
}

/** Ids of the profiles that a project holds. */
export async function heldBy(table: Table, projectId: number): Promise<readonly number[]> {
  const state = (await readProjects(table, [projectId])).get(projectId)?.state;
  return Object.keys(state?.attachments ?? {}).map(Number);
}

/** Ids of the profiles that each of these projects holds, in their order. */
export async function heldByAll(
  table: Table,
  projectIds: readonly number[],
): Promise<readonly (readonly number[])[]> {
  const projects = await readProjects(table, projectIds);
  return projectIds.map((id) => Object.keys(projects.get(id)?.state.attachments ?? {}).map(Number));
}

/**
 * Holds an operation that has ended against the projects themselves: its totals count its records, and what it recorded of
 * each of these projects is what it did to it, no more and no less; nothing, if it is a preview.
 */
export async function expectTruth(
  table: Table,
  operationId: string,
  projectIds: readonly number[],
): Promise<void> {
  const operation = await readOperation(table, operationId);
  if (!operation || !hasEnded(operation)) throw new Error(`operation ${operationId} has not ended`);
  const records = await recordsOf(table, operationId);
  expect(operation.totals).toEqual(counted([...records.values()]));
  const projects = await readProjects(table, projectIds);
  for (const id of projectIds) {
    const state = projects.get(id)?.state;
    const done = state ? effectOf(operationId, state) : NO_EFFECT;
    const { made, removed } = (operation.dryRun ? undefined : records.get(id)?.effect) ?? NO_EFFECT;
    expect({ made, removed }, `project ${id}`).toEqual({ made: done.made, removed: done.removed });
  }
}

const KINDS: readonly OutcomeKind[] = ['APPLIED', 'UNCHANGED', 'SKIPPED', 'FAILED'];

function counted(records: readonly Recorded[]): Totals {
  return count(records.map(({ outcome }) => kindOf(outcome)));
}

function kindOf(outcome: string): OutcomeKind {
  const kind = KINDS.find((each) => outcome === each || outcome.startsWith(`${each}/`));
  if (!kind) throw new Error(`no outcome: ${outcome}`);
  return kind;
}

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRef } from '../../../shared/domain/node.ts';
import { INITIAL_STATE } from '../../../shared/domain/project-state.ts';
import type { Table } from '../../../shared/environment/environment.ts';
import { METRICS } from '../../../shared/names.ts';
import { deleteProfile } from '../../../shared/pipeline/profiles/delete-profile.ts';
import { listLog } from '../../../shared/storage/operation-log.ts';
import { readNode, readProjects } from '../../../shared/storage/nodes.ts';
import { writeStates } from '../../../shared/storage/project-states.ts';
import { sweepEverything, sweepRecent, type Swept } from '../../../shared/sweep/sweep.ts';
import { inProcessTable } from '../../simulation/table/in-process-table.ts';
import { customProfiles } from '../../support/custom-profiles.ts';
import { newTable, startEngine, type TestEngine } from '../../support/engine.ts';
import { flatGroup, letHold } from '../../support/flat-group.ts';
import { heldBy, recordsOf } from '../../support/operation-records.ts';
import { testEnvironment } from '../../support/test-environment.ts';
import { world, type World } from '../../support/world.ts';

let engine: TestEngine;

beforeAll(async () => {
  engine = await startEngine();
});
afterAll(async () => engine.stop());

/** Roots 1 and 3, each with a profile, and projects 11 and 12 in group 10 of root 1. */
async function newWorld(
  table?: Table,
): Promise<{ readonly w: World; readonly own: number; readonly foreign: number }> {
  const w = world(testEnvironment(table ?? (await newTable(engine.endpoint))));
  for (const root of [1, 3]) await w.group(root, null);
  await w.group(10, 1);
  for (const id of [11, 12]) await w.project(id, 10);
  const [own = 0] = await customProfiles(w.env.table, 1, 1);
  const [foreign = 0] = await customProfiles(w.env.table, 3, 1);
  return { w, own, foreign };
}

async function everything(w: World): Promise<Swept> {
  const swept = await sweepEverything(w.env, { deadline: Infinity });
  await w.drain();
  return swept;
}

/** Lets a project hold a profile of that root as it should not, whatever was decided about it. */
async function spoil(
  { env }: World,
  projectId: number,
  rootId: number,
  profileId: number,
  rootVersion = 0,
): Promise<void> {
  const before = (await readProjects(env.table, [projectId])).get(projectId)?.state ?? INITIAL_STATE;
  const attachment = { seq: 0, at: 0, by: 'owner', operationId: 'earlier' };
  const state = { ...before, rootId, rootVersion, attachments: { [profileId]: attachment } };
  await writeStates(env.table, [{ projectId, before: before.version, state }]);
}

function counted(w: World): number | undefined {
  return w.env.log.counts.get(METRICS.sweepRepairs);
}

describe('a sweep of everything', () => {
  it('takes away what is stored of another root, in the log of that root', async () => {
    const { w, foreign } = await newWorld();
    await letHold(w.env.table, 3, [11], [foreign]);
    const { operations, ...swept } = await everything(w);
    expect(swept).toEqual({ looked: 2, repairs: 1, finished: true });
    expect(await heldBy(w.env.table, 11)).toEqual([]);
    expect((await recordsOf(w.env.table, operations[0] ?? '')).get(11)?.effect.removed).toEqual([foreign]);
    expect((await listLog(w.env.table, 3, { limit: 5 })).entries).toMatchObject([{ kind: 'REHOME' }]);
    expect(counted(w)).toBe(1);
  });

  it('does so also where no move tells the roots apart: nothing has moved since the import', async () => {
    const { w, foreign } = await newWorld();
    const node = await readNode(w.env.table, projectRef(11));
    await spoil(w, 11, 3, foreign, node?.version);
    expect(await everything(w)).toMatchObject({ looked: 2, repairs: 1 });
    expect(await heldBy(w.env.table, 11)).toEqual([]);
    expect(await everything(w)).toMatchObject({ looked: 2, repairs: 0 });
  });

  it('takes away what is stored of a profile that belongs to no root, or to another, and nothing else', async () => {
    const { w, own, foreign } = await newWorld();
    await letHold(w.env.table, 1, [11], [own, foreign, 999]);
    const { operations, repairs } = await everything(w);
    expect(repairs).toBe(1);
    expect(await heldBy(w.env.table, 11)).toEqual([own]);
    expect((await recordsOf(w.env.table, operations[0] ?? '')).get(11)?.effect.removed).toEqual([
      foreign,
      999,
    ]);
  });

  it('takes away what is stored of a deleted profile', async () => {
    const { w, own } = await newWorld();
    const answer = await deleteProfile(w.env, { actor: 'owner', id: { id: own }, dryRun: false });
    expect(answer.result).toBe('DONE');
    await w.drain();
    w.env.clock.advance(1_000);
    await letHold(w.env.table, 1, [12], [own]);
    expect((await everything(w)).repairs).toBe(1);
    expect(await heldBy(w.env.table, 12)).toEqual([]);
  });

  it('finds nothing in a steady state, and nothing after a repair', async () => {
    const { w, own, foreign } = await newWorld();
    await letHold(w.env.table, 1, [11], [own]);
    await letHold(w.env.table, 3, [12], [foreign]);
    expect((await everything(w)).repairs).toBe(1);
    expect(await everything(w)).toEqual({ looked: 2, repairs: 0, operations: [], finished: true });
    expect(await heldBy(w.env.table, 11)).toEqual([own]);
  });

  it('leaves alone what the clean-up of a move is about to do', async () => {
    const { w, own } = await newWorld();
    await letHold(w.env.table, 1, [11], [own]);
    const roots = { old_root_namespace_id: 1, new_root_namespace_id: 3 };
    await w.event('ProjectTransferredEvent', {
      project_id: 11,
      old_namespace_id: 10,
      new_namespace_id: 3,
      ...roots,
    });
    expect((await sweepEverything(w.env, { deadline: Infinity })).repairs).toBe(0);
    expect((await sweepRecent(w.env, { deadline: Infinity })).repairs).toBe(0);
    await w.drain();
    expect(await heldBy(w.env.table, 11)).toEqual([]);
  });

  it('only counts where it is a dry run', async () => {
    const { w, foreign } = await newWorld();
    await letHold(w.env.table, 3, [11], [foreign]);
    const swept = await sweepEverything(w.env, { deadline: Infinity, dryRun: true });
    expect(swept).toEqual({ looked: 2, repairs: 1, operations: [], finished: true });
    expect(w.env.attachQueue.messages).toEqual([]);
    expect(await heldBy(w.env.table, 11)).toEqual([foreign]);
    expect(counted(w)).toBeUndefined();
  });

  it('whose time is up says so, and the next one with `resume` goes on', async () => {
    const { w, foreign } = await newWorld();
    await letHold(w.env.table, 3, [11], [foreign]);
    const resumed = async (): Promise<Swept> => sweepEverything(w.env, { deadline: Infinity, resume: true });
    expect(await resumed()).toMatchObject({ looked: 0, finished: true });
    expect(await sweepEverything(w.env, { deadline: 0 })).toMatchObject({ looked: 0, finished: false });
    expect(w.env.log.counts.get(METRICS.sweepIncomplete)).toBe(1);
    expect(await resumed()).toMatchObject({ looked: 2, repairs: 1, finished: true });
    expect(await resumed()).toMatchObject({ looked: 0, finished: true });
  });

  it('repairs ten thousand projects in one pass', async () => {
    const { w, foreign } = await newWorld(inProcessTable().table);
    const ids = Array.from({ length: 10_000 }, (_, index) => 1_000 + index);
    await flatGroup(w.env.table, [10, 1], ids);
    await letHold(w.env.table, 3, ids, [foreign]);
    expect(await everything(w)).toMatchObject({ looked: 10_002, repairs: 10_000, finished: true });
    expect(await sweepEverything(w.env, { deadline: Infinity })).toMatchObject({ repairs: 0 });
    expect(await heldBy(w.env.table, 1_000)).toEqual([]);
  });
});

describe('a sweep of what moved lately', () => {
  it('looks at projects that moved, and at all below groups that did', async () => {
    const { w, own } = await newWorld();
    await w.project(13, 3);
    expect(await sweepRecent(w.env, { deadline: Infinity })).toMatchObject({ looked: 0 });
    const roots = { old_root_namespace_id: 1, new_root_namespace_id: 3 };
    await w.event('GroupTransferredEvent', { group_id: 10, ...roots, new_parent_id: 3 });
    await w.drain();
    w.env.clock.advance(1_000);
    await spoil(w, 11, 1, own);
    expect(await sweepRecent(w.env, { deadline: Infinity })).toMatchObject({ looked: 2, repairs: 1 });
    await w.drain();
    expect(await heldBy(w.env.table, 11)).toEqual([]);
    w.env.clock.advance(3 * 3_600_000);
    expect(await sweepRecent(w.env, { deadline: Infinity })).toMatchObject({ looked: 0 });
  });
});

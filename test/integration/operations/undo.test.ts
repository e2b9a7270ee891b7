import { beforeEach, describe, expect, it } from 'vitest';
import { groupRef } from '../../../shared/domain/node.ts';
import type { Operation } from '../../../shared/domain/operation.ts';
import type { OperationAnswer } from '../../../shared/pipeline/permitted.ts';
import { requestUndo } from '../../../shared/pipeline/request-undo.ts';
import { readNode, readProjects } from '../../../shared/storage/nodes.ts';
import { eachOutcome } from '../../../shared/storage/page-records.ts';
import { useTables } from '../../support/tables.ts';
import { testEnvironment } from '../../support/test-environment.ts';
import { world, type World } from '../../support/world.ts';

const DAY = 24 * 60 * 60 * 1000;
const PROJECTS = [21, 22, 23];

const newTable = useTables('PROCESS');
let w: World;

/** Below group 2 of root 1 three projects, of which 21 holds SAST. Root 9 is elsewhere, with the same owner. */
beforeEach(async () => {
  w = world(testEnvironment(await newTable()));
  await w.group(1, null);
  await w.group(2, 1);
  await w.group(9, null);
  for (const id of PROJECTS) await w.project(id, 2);
  await w.accepted({ profile: { template: 'sast' }, projectIds: [21] });
});

async function undo(operationId: string, actor = 'owner'): Promise<OperationAnswer> {
  return requestUndo(w.env, { operationId, actor });
}

/** Undoes to the end. */
async function undone(operationId: string): Promise<Operation> {
  await w.drain();
  const answer = await undo(operationId);
  if (answer.result !== 'ACCEPTED') throw new Error(`refused: ${answer.result}`);
  await w.drain();
  return w.operation(answer.operation.id);
}

/** Scan types by project. */
async function seen(): Promise<readonly (readonly string[])[]> {
  return Promise.all(PROJECTS.map(async (id) => w.visible(id)));
}

async function exceptionsOf({ id }: Operation): Promise<unknown> {
  const pages = await Array.fromAsync(eachOutcome(w.env.table, id));
  return Object.assign({}, ...pages.map(({ exceptions }) => exceptions));
}

async function move(groupId: number, parentId: number): Promise<string> {
  w.env.clock.advance(1_000);
  const root = parentId === 9 ? 9 : 1;
  await w.event('GroupTransferredEvent', {
    group_id: groupId,
    new_root_namespace_id: root,
    new_parent_id: parentId,
  });
  const id = (await readNode(w.env.table, groupRef(groupId)))?.transfer?.operationId;
  if (id === undefined) throw new Error('nothing was moved');
  await w.drain();
  return id;
}

const BEFORE = [['SAST'], [], []];

describe('undo', () => {
  it('of an attach to a group takes it from the projects that got it, and from no other', async () => {
    await w.accepted({ projectIds: [22] });
    const attach = await w.accepted({ groupIds: [2] });
    await w.drain();
    expect(await seen()).toEqual([['SAST', 'SECRET_DETECTION'], ['SECRET_DETECTION'], ['SECRET_DETECTION']]);
    const operation = await undone(attach.id);
    expect(operation).toMatchObject({
      status: 'SUCCEEDED',
      change: { kind: 'UNDO', of: attach.id },
      totals: { applied: 2, unchanged: 0, skipped: 0, failed: 0 },
      expectedProjects: 2,
    });
    expect(await seen()).toEqual([['SAST'], ['SECRET_DETECTION'], []]);
  });

  it('of a detach puts back what it took, with the group through which it had come', async () => {
    await w.accepted({ groupIds: [2] });
    await w.drain();
    const detach = await w.accepted({ kind: 'DETACH', groupIds: [1] });
    const operation = await undone(detach.id);
    expect(await seen()).toEqual([['SAST', 'SECRET_DETECTION'], ['SECRET_DETECTION'], ['SECRET_DETECTION']]);
    const attachments = (await readProjects(w.env.table, [22])).get(22)?.state.attachments ?? {};
    expect(Object.values(attachments)).toMatchObject([{ operationId: operation.id, group: 2 }]);
  });

  it('can be undone, and the first operation after that', async () => {
    const attach = await w.accepted({ groupIds: [2] });
    await w.drain();
    const after = await seen();
    const first = await undone(attach.id);
    expect(await seen()).toEqual(BEFORE);
    await undone(first.id);
    expect(await seen()).toEqual(after);
    await undone(attach.id);
    expect(await seen()).toEqual(BEFORE);
  });

  it('leaves what was changed since, and says which', async () => {
    const attach = await w.accepted({ groupIds: [2] });
    await w.drain();
    await w.accepted({ kind: 'DETACH', projectIds: [22] });
    await w.accepted({ projectIds: [22] });
    await w.accepted({ kind: 'DETACH', projectIds: [23] });
    const operation = await undone(attach.id);
    expect(await exceptionsOf(operation)).toEqual({ 'SKIPPED/CHANGED_SINCE': [22, 23] });
    expect(await seen()).toEqual([['SAST'], ['SECRET_DETECTION'], []]);
  });

  it('is refused after thirty days, and says so', async () => {
    const attach = await w.accepted({ groupIds: [2] });
    await w.drain();
    w.env.clock.advance(30 * DAY - 1);
    const inTime = await undo(attach.id);
    expect(inTime.result).toBe('ACCEPTED');
    w.env.clock.advance(1);
    const late = await undo(attach.id);
    expect(late).toMatchObject({ result: 'EXPIRED', reason: expect.stringContaining('30 days') });
  });

  it('is refused after thirty days also where its preview is to be applied', async () => {
    const attach = await w.accepted({ groupIds: [2] });
    await w.drain();
    w.env.clock.advance(30 * DAY - 1);
    const preview = await w.ended(await w.undo(attach.id, { dryRun: true }));
    w.env.clock.advance(1);
    expect(await w.apply(preview.id)).toMatchObject({
      result: 'EXPIRED',
      reason: expect.stringContaining('30 days'),
    });
  });

  it('of a detach works on the last of the thirty days, also where a transfer to and fro tidied up', async () => {
    await w.accepted({ groupIds: [2] });
    await w.drain();
    const detach = await w.accepted({ kind: 'DETACH', groupIds: [2] });
    await w.drain();
    w.env.clock.advance(29 * DAY);
    await w.janitor();
    // Project 21 still holds SAST, which the move takes; 22 and 23 hold nothing that a move could change.
    await move(2, 9);
    await move(2, 1);
    const operation = await undone(detach.id);
    expect(operation.totals).toMatchObject({ applied: 2, skipped: 1 });
    expect(await seen()).toEqual([[], ['SECRET_DETECTION'], ['SECRET_DETECTION']]);
  });

  it('of a running operation is refused with its state and what is possible', async () => {
    const attach = await w.accepted({ groupIds: [2] });
    expect(await undo(attach.id)).toMatchObject({
      result: 'INVALID_STATE',
      reason: expect.stringMatching(/PENDING.*cancel/),
    });
  });

  it('of a running re-home tells to wait: to cancel that is not possible', async () => {
    await w.event('GroupTransferredEvent', { group_id: 2, new_root_namespace_id: 9, new_parent_id: 9 });
    const { transfer } = (await readNode(w.env.table, groupRef(2))) ?? {};
    expect(await undo(transfer?.operationId ?? '')).toMatchObject({
      result: 'INVALID_STATE',
      reason: expect.stringMatching(/PENDING.*wait for its end$/),
    });
  });

  it('of a foreign operation is refused like that of one that never was', async () => {
    const attach = await w.accepted({ projectIds: [22] });
    expect(await undo(attach.id, 'stranger')).toEqual({ result: 'DENIED' });
    expect(await undo('01JDVW0000000000000000000A', 'stranger')).toEqual({ result: 'DENIED' });
  });
});

describe('undo of a transfer', () => {
  it('puts back what lapsed on the projects that are in the old root again, and only there', async () => {
    await w.accepted({ groupIds: [2] });
    await w.drain();
    const rehome = await move(2, 9);
    expect(await seen()).toEqual([[], [], []]);
    await move(2, 1);
    await w.event('ProjectTransferredEvent', {
      project_id: 23,
      old_namespace_id: 2,
      new_namespace_id: 9,
      new_root_namespace_id: 9,
    });
    const operation = await undone(rehome);
    expect(operation.rootId).toBe(1);
    expect(await exceptionsOf(operation)).toEqual({ 'SKIPPED/MOVED_TO_ANOTHER_ROOT': [23] });
    expect(await seen()).toEqual([['SAST', 'SECRET_DETECTION'], ['SECRET_DETECTION'], []]);
  });

  it('leaves a project that got something else under the old root since', async () => {
    const rehome = await move(2, 9);
    await move(2, 1);
    await w.accepted({ projectIds: [21] });
    w.env.clock.advance(2 * 60 * 60 * 1000);
    await w.accepted({ profile: { template: 'dependency_scanning' }, projectIds: [21] });
    const operation = await undone(rehome);
    expect(await exceptionsOf(operation)).toEqual({ 'SKIPPED/CHANGED_SINCE': [21] });
    expect(await w.visible(21)).toEqual(['DEPENDENCY_SCANNING', 'SECRET_DETECTION']);
  });
});

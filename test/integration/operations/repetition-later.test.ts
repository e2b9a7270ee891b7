import { beforeEach, describe, expect, it } from 'vitest';
import { groupRef } from '../../../shared/domain/node.ts';
import type { OperationAnswer } from '../../../shared/pipeline/permitted.ts';
import { deleteProfile } from '../../../shared/pipeline/profiles/delete-profile.ts';
import type { AttachmentAnswer } from '../../../shared/pipeline/request.ts';
import { readNode } from '../../../shared/storage/nodes.ts';
import { customProfiles } from '../../support/custom-profiles.ts';
import { flatGroup, letHold } from '../../support/flat-group.ts';
import { useTables } from '../../support/tables.ts';
import { testEnvironment } from '../../support/test-environment.ts';
import { world, type World } from '../../support/world.ts';

const newTable = useTables('PROCESS');
let w: World;
let profile: { readonly id: number };

beforeEach(async () => {
  w = world(testEnvironment(await newTable()));
  for (const root of [1, 5, 9]) await w.group(root, null);
  await w.group(2, 1);
  await flatGroup(w.env.table, [1], [11, 12]);
  await flatGroup(w.env.table, [2, 1], [21, 22]);
  await member('colleague', 1, 50);
  const [id = 0] = await customProfiles(w.env.table, 1, 1);
  profile = { id };
});

async function member(user_id: string, group_id: number, access_level: number): Promise<void> {
  w.env.clock.advance(1_000);
  await w.event('MemberAddedEvent', { user_id, access_level, group_id });
}

async function moveGroup(group_id: number, new_parent_id: number | null): Promise<void> {
  w.env.clock.advance(1_000);
  const new_root_namespace_id = new_parent_id ?? group_id;
  await w.event('GroupTransferredEvent', { group_id, new_parent_id, new_root_namespace_id });
  await w.drain();
}

async function moveProject(project_id: number, new_namespace_id: number): Promise<void> {
  w.env.clock.advance(1_000);
  const root = { new_root_namespace_id: new_namespace_id, old_namespace_id: 1, old_root_namespace_id: 1 };
  await w.event('ProjectTransferredEvent', { project_id, new_namespace_id, ...root });
}

async function deleted(): Promise<void> {
  await deleteProfile(w.env, { actor: 'owner', id: profile, dryRun: false });
  await w.drain();
}

function idIn(answer: AttachmentAnswer | OperationAnswer): string {
  if (answer.result !== 'ACCEPTED') throw new Error(`refused: ${answer.result}`);
  return answer.operation.id;
}

const KEY = { idempotencyKey: 'key' };

describe('a request that is repeated under its key is answered as before', () => {
  it.each<[string, () => Promise<void>]>([
    ['its profile is deleted', deleted],
    ['one of its projects moved to another root', async () => moveProject(11, 9)],
    ['its group moved to another root', async () => moveGroup(2, 9)],
    [
      'one of its projects is deleted',
      async () => {
        w.env.clock.advance(1_000);
        await w.event('ProjectDeletedEvent', { project_id: 12, namespace_id: 1 });
      },
    ],
    ['its whole root became part of another', async () => moveGroup(1, 9)],
    ['the caller may only read by now', async () => member('colleague', 1, 30)],
  ])('once %s', async (_, happens) => {
    const request = { actor: 'colleague', profile, projectIds: [11, 12], groupIds: [2], ...KEY };
    const first = idIn(await w.request(request));
    await w.drain();
    await happens();
    expect(await w.request({ ...request, idempotencyKey: 'other' })).not.toMatchObject({
      result: 'ACCEPTED',
    });
    const again = await w.request(request);
    expect(idIn(again)).toBe(first);
    expect(again).toMatchObject({ operation: { totals: { applied: 4 } }, failures: [] });
  });

  it('and tells what failed, without saying where a project is that the caller does not see any longer', async () => {
    const others = await customProfiles(w.env.table, 1, 10);
    await letHold(w.env.table, 1, [11, 12], others);
    const request = { actor: 'colleague', profile, projectIds: [12, 11], ...KEY };
    expect(await w.request(request)).toMatchObject({
      failures: [{ project: { node: { id: 12 } } }, { project: { node: { id: 11 } } }],
    });
    await moveProject(12, 9);
    expect(await w.request(request)).toMatchObject({
      failures: [
        { projectId: 12, project: undefined, code: 'LIMIT_REACHED' },
        { projectId: 11, project: { node: { id: 11 } }, code: 'LIMIT_REACHED' },
      ],
    });
  });

  it('and what was not sent then is sent now', async () => {
    const request = { profile, groupIds: [2], ...KEY };
    const first = idIn(await w.request(request));
    w.env.attachQueue.messages.length = 0;
    await member('owner', 1, 30);
    expect(idIn(await w.request(request))).toBe(first);
    await w.drain();
    expect(await w.operation(first)).toMatchObject({ status: 'SUCCEEDED', totals: { applied: 2 } });
  });
});

describe('what a key stands for is not told', () => {
  it('to who may not read the operation any longer, also where the target is another root’s that is the caller’s', async () => {
    await member('colleague', 9, 50);
    const request = { actor: 'colleague', projectIds: [11], ...KEY };
    await w.request(request);
    await moveProject(11, 9);
    expect(await w.request(request)).toMatchObject({ result: 'ACCEPTED', operation: { rootId: 1 } });
    await w.event('MemberRemovedEvent', { user_id: 'colleague', group_id: 1 });
    expect(await w.request(request)).toEqual({ result: 'DENIED' });
  });

  it('to who asks for something else, and is refused that', async () => {
    await w.request({ actor: 'colleague', profile, projectIds: [11], ...KEY });
    const foreign = { actor: 'colleague', profile, projectIds: [11, 404], ...KEY };
    expect(await w.request(foreign)).toEqual({ result: 'DENIED' });
  });
});

describe('under its key is the same again', () => {
  it.each(['undo', 'retry', 'apply'] as const)('%s, for who may only read by now', async (what) => {
    const ids = await customProfiles(w.env.table, 1, 10);
    await letHold(w.env.table, 1, [12], ids);
    const request = { profile, groupIds: [1], dryRun: what === 'apply' ? true : undefined };
    const { id } = await w.ended(await w.request(request));
    const asked = { actor: 'colleague', ...KEY };
    const first = idIn(await w[what](id, asked));
    await w.drain();
    await member('colleague', 1, 30);
    expect(await w[what](id, { actor: 'colleague', idempotencyKey: 'other' })).toEqual({ result: 'DENIED' });
    expect(idIn(await w[what](id, asked))).toBe(first);
    await w.event('MemberRemovedEvent', { user_id: 'colleague', group_id: 1 });
    expect(await w[what](id, asked)).toEqual({ result: 'DENIED' });
  });

  it.each<[string, number | null]>([
    ['is a root again', null],
    ['is part of yet another root', 5],
  ])('adopt, once the group %s', async (_, parentId) => {
    await w.accepted({ profile, projectIds: [11] });
    await moveGroup(1, 9);
    const rehome = (await readNode(w.env.table, groupRef(1)))?.transfer?.operationId ?? '';
    const first = idIn(await w.adopt(rehome, KEY));
    await w.drain();
    await moveGroup(1, parentId);
    expect(idIn(await w.adopt(rehome, KEY))).toBe(first);
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { groupRef } from '../../../shared/domain/node.ts';
import { readNode } from '../../../shared/storage/nodes.ts';
import { customProfiles } from '../../support/custom-profiles.ts';
import type { Answer, TestApi } from '../../support/graphql-api.ts';
import { member } from './support/members.ts';
import {
  act,
  acted,
  ADOPT,
  APPLY,
  CANCEL,
  done,
  OPERATION_MUTATIONS,
  operationIn,
  operationOf,
  RETRY,
  UNDO,
} from './support/operations.ts';
import { ATTACH, call, DETACH, startSmallTree } from './support/small-tree.ts';

let api: TestApi;

beforeEach(async () => {
  api = await startSmallTree();
});
afterEach(async () => api.stop());

const GROUP = { groups: [1] };
const PREVIEW = { groups: [1], options: { dryRun: true } };

function expectError(answer: Answer, code: string, message: RegExp): void {
  expect(answer.status).toBe(200);
  expect(answer.errors).toMatchObject([{ message: expect.stringMatching(message), extensions: { code } }]);
}

async function moveGroup(id: number, parentId: number): Promise<string> {
  const detail = { group_id: id, new_root_namespace_id: parentId, new_parent_id: parentId };
  await api.world.event('GroupTransferredEvent', detail);
  await api.world.drain();
  return (await readNode(api.env.table, groupRef(id)))?.transfer?.operationId ?? '';
}

const LINKS = 'kind status undoOf { id } retryOf { id } previewOf { id } adoptOf { id } followUpOf { id }';
const NO_LINKS = { undoOf: null, retryOf: null, previewOf: null, adoptOf: null, followUpOf: null };

describe('apply', () => {
  it('does what the preview showed, and says of what it is', async () => {
    const preview = await done(api, ATTACH, PREVIEW);
    const answer = await act(api, APPLY, preview, { fields: `id ${LINKS} expectedProjects` });
    expect(answer.errors).toEqual([]);
    const id = operationIn(answer);
    expect(answer.data).toEqual({
      [APPLY[0]]: {
        errors: [],
        clientMutationId: null,
        operation: {
          ...{ id, kind: 'ATTACH', status: 'PENDING', expectedProjects: 3 },
          ...{ ...NO_LINKS, previewOf: { id: preview } },
        },
      },
    });
    await api.world.drain();
    expect(await api.world.visible(20)).toEqual(['SECRET_DETECTION']);
  });

  it('leaves alone what was changed since', async () => {
    const preview = await done(api, ATTACH, PREVIEW);
    await done(api, ATTACH, { profile: 'sast', projects: [10] });
    const id = await acted(api, APPLY, preview);
    expect(await operationOf(api, id, 'totals { applied skipped }')).toEqual({
      totals: { applied: 2, skipped: 1 },
    });
  });

  it('is for complete previews alone', async () => {
    const other = await done(api, ATTACH, GROUP);
    expectError(await act(api, APPLY, other), 'INVALID_STATE', /SUCCEEDED.*no preview/);
    const pending = operationIn(await call(api, DETACH, PREVIEW));
    expectError(await act(api, APPLY, pending), 'INVALID_STATE', /PENDING.*wait/);
    await act(api, CANCEL, pending);
    expectError(await act(api, APPLY, pending), 'INVALID_STATE', /CANCELLING/);
    await api.world.drain();
    expectError(await act(api, APPLY, pending), 'INVALID_STATE', /CANCELLED.*not complete/);
  });
});

describe('retry', () => {
  it('does again what failed, and nothing else', async () => {
    const [first = 0] = await customProfiles(api.env.table, 1, 10);
    for (let id = first; id < first + 10; id += 1)
      await api.world.accepted({ projectIds: [10], profile: { id } });
    const failed = await done(api, ATTACH, GROUP);
    await done(api, DETACH, { profile: String(first), projects: [10] });
    const id = await acted(api, RETRY, failed);
    expect(await operationOf(api, id, `${LINKS} totals { projects applied }`)).toEqual({
      ...NO_LINKS,
      kind: 'ATTACH',
      status: 'SUCCEEDED',
      retryOf: { id: failed },
      totals: { projects: 1, applied: 1 },
    });
  });

  it('is refused where nothing failed, of a preview, and while it runs', async () => {
    const id = await done(api, ATTACH, GROUP);
    expectError(await act(api, RETRY, id), 'INVALID_STATE', /SUCCEEDED.*nothing to retry/);
    const preview = await done(api, ATTACH, PREVIEW);
    expectError(await act(api, RETRY, preview), 'INVALID_STATE', /PREVIEWED.*can be applied/);
    const running = operationIn(await call(api, DETACH, GROUP));
    expectError(await act(api, RETRY, running), 'INVALID_STATE', /PENDING.*cancel/);
  });
});

describe('undo', () => {
  it('takes back, can be previewed, and be undone itself', async () => {
    const attach = await done(api, ATTACH, GROUP);
    const preview = await acted(api, UNDO, attach, { dryRun: true });
    expect(await operationOf(api, preview, `${LINKS} dryRun totals { applied }`)).toEqual({
      ...NO_LINKS,
      kind: 'UNDO',
      status: 'PREVIEWED',
      undoOf: { id: attach },
      dryRun: true,
      totals: { applied: 3 },
    });
    expect(await api.world.visible(10)).toEqual(['SECRET_DETECTION']);
    const undo = await acted(api, APPLY, preview);
    expect(await operationOf(api, undo, LINKS)).toEqual({
      ...NO_LINKS,
      kind: 'UNDO',
      status: 'SUCCEEDED',
      undoOf: { id: attach },
      previewOf: { id: preview },
    });
    expect(await api.world.visible(10)).toEqual([]);
    await acted(api, UNDO, undo);
    expect(await api.world.visible(10)).toEqual(['SECRET_DETECTION']);
  });

  it('is refused of a preview, while it runs, and after thirty days', async () => {
    const preview = await done(api, ATTACH, PREVIEW);
    expectError(await act(api, UNDO, preview), 'INVALID_STATE', /PREVIEWED.*can be applied/);
    const id = operationIn(await call(api, ATTACH, GROUP));
    expectError(await act(api, UNDO, id), 'INVALID_STATE', /PENDING.*cancel/);
    await api.world.drain();
    api.env.clock.advance(30 * 86_400_000);
    expectError(await act(api, UNDO, id), 'EXPIRED', /30 days/);
    expect(await operationOf(api, id, 'status')).toEqual({ status: 'SUCCEEDED' });
  });

  it('refuses a preview with a key', async () => {
    const id = await done(api, ATTACH, GROUP);
    for (const mutation of [UNDO, ADOPT])
      expectError(
        await act(api, mutation, id, { dryRun: true, idempotencyKey: 'mine' }),
        'BAD_USER_INPUT',
        /"dryRun"/,
      );
  });

  it('gives the same operation for the same key', async () => {
    const [one, other] = [
      await done(api, ATTACH, GROUP),
      await done(api, ATTACH, { ...GROUP, profile: 'sast' }),
    ];
    const first = await acted(api, UNDO, one, { idempotencyKey: 'mine' });
    expect(await acted(api, UNDO, one, { idempotencyKey: 'mine' })).toBe(first);
    expectError(await act(api, UNDO, other, { idempotencyKey: 'mine' }), 'IDEMPOTENCY_CONFLICT', /another/);
  });
});

describe('cancel', () => {
  it('is seen at once, and ends with nothing more done', async () => {
    const id = operationIn(await call(api, ATTACH, { groups: [1], options: { failureThresholdPercent: 7 } }));
    const fields =
      'status stopReason finishedAt failureThresholdPercent stalled progress { pagesKnown pagesDone }';
    expect(await operationOf(api, id, fields)).toEqual({
      status: 'PENDING',
      stopReason: null,
      finishedAt: null,
      failureThresholdPercent: 7,
      stalled: false,
      progress: { pagesKnown: 1, pagesDone: 0 },
    });
    const answer = await act(api, CANCEL, id, { fields: 'id status stopReason', clientMutationId: 'this' });
    expect(answer.data).toEqual({
      [CANCEL[0]]: {
        errors: [],
        clientMutationId: 'this',
        operation: { id, status: 'CANCELLING', stopReason: 'CANCELLED_BY_USER' },
      },
    });
    await api.world.drain();
    expect(await operationOf(api, id, 'status stopReason totals { applied }')).toEqual({
      status: 'CANCELLED',
      stopReason: 'CANCELLED_BY_USER',
      totals: { applied: 0 },
    });
    expect(await api.world.visible(10)).toEqual([]);
  });

  it('is refused of what has ended, and of a re-home', async () => {
    const id = await done(api, ATTACH, GROUP);
    expectError(await act(api, CANCEL, id), 'INVALID_STATE', /SUCCEEDED.*can be undone/);
    const rehome = await moveGroup(2, 9);
    expectError(await act(api, CANCEL, rehome), 'INVALID_STATE', /transfer/);
  });
});

describe('adopt', () => {
  it('makes good what a former top-level group lost', async () => {
    await done(api, ATTACH, GROUP);
    const rehome = await moveGroup(1, 9);
    expect(await api.world.visible(20)).toEqual([]);
    const preview = await acted(api, ADOPT, rehome, { dryRun: true });
    expect(await operationOf(api, preview, 'kind status totals { applied }')).toEqual({
      kind: 'ADOPT',
      status: 'PREVIEWED',
      totals: { applied: 3 },
    });
    const id = await acted(api, ADOPT, rehome);
    expect(await operationOf(api, id, `${LINKS} profile { id } expectedProjects`)).toEqual({
      ...NO_LINKS,
      kind: 'ADOPT',
      status: 'SUCCEEDED',
      adoptOf: { id: rehome },
      profile: null,
      expectedProjects: 3,
    });
    expect(await api.world.visible(20)).toEqual(['SECRET_DETECTION']);
    await member(api, 'new-developer', groupRef(9), 'developer');
    expect(await operationOf(api, id, 'adoptOf { id }', 'new-developer')).toEqual({
      adoptOf: { id: rehome },
    });
  });

  it('is refused of anything else', async () => {
    const attach = await done(api, ATTACH, GROUP);
    expectError(await act(api, ADOPT, attach), 'INVALID_STATE', /ATTACH.*top-level group/);
    const rehome = await moveGroup(2, 9);
    expectError(await act(api, ADOPT, rehome), 'INVALID_STATE', /only the re-home of a top-level group/);
  });
});

describe('an operation that may not be changed by who asks is as absent as one that never was', () => {
  it.each(OPERATION_MUTATIONS.map((mutation) => ({ mutation })))('$mutation.0', async ({ mutation }) => {
    const [foreign, preview] = [
      await done(api, ATTACH, { groups: [9] }),
      await done(api, ATTACH, { groups: [9], options: { dryRun: true } }),
    ];
    await member(api, 'maintainer', groupRef(1), 'maintainer');
    await member(api, 'maintainer', groupRef(9), 'developer');
    api.commands.length = 0;
    const answers = [];
    for (const id of [foreign, preview, '01M81J18G047C4FEZDQK8YZG0M', 'x', '', 'x'.repeat(5_000)])
      answers.push(await act(api, mutation, id, { user: 'maintainer' }));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expectError(
      answers[0] ?? (await act(api, mutation, '')),
      'FORBIDDEN',
      /does not exist or you don't have permission/,
    );
    expect(api.commands.filter((command) => /Write|Put|Update|Execute/.test(command))).toEqual([]);
  });

  it('also once the right to it is gone', async () => {
    await member(api, 'maintainer', groupRef(1), 'maintainer');
    const id = operationIn(await call(api, ATTACH, GROUP, 'maintainer'));
    await api.world.event('MemberRemovedEvent', { user_id: 'maintainer', group_id: 1 });
    expectError(await act(api, CANCEL, id, { user: 'maintainer' }), 'FORBIDDEN', /permission/);
  });
});

it('an operation does not tell of one that it is linked to, and that the caller may not read', async () => {
  await done(api, ATTACH, GROUP);
  const rehome = await moveGroup(1, 9);
  const id = await acted(api, ADOPT, rehome);
  await member(api, 'new-developer', groupRef(9), 'developer');
  await api.world.group(7, null);
  await moveGroup(1, 7);
  expect(await operationOf(api, id, 'kind adoptOf { id }', 'new-developer')).toEqual({
    kind: 'ADOPT',
    adoptOf: null,
  });
  expect(await operationOf(api, id, 'adoptOf { id }')).toEqual({ adoptOf: { id: rehome } });
});

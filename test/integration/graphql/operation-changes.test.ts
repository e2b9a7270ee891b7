import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { customProfiles } from '../../support/custom-profiles.ts';
import type { TestApi } from '../../support/graphql-api.ts';
import {
  act,
  acted,
  ADOPT,
  APPLY,
  CANCEL,
  done,
  expectError,
  LINKS,
  moveGroup,
  NO_LINKS,
  operationIn,
  operationOf,
  RETRY,
  UNDO,
} from './support/operations.ts';
import { ATTACH, call, DETACH, startSmallTree } from './support/small-tree.ts';

let api: TestApi;

beforeEach(async () => {
  api = await startSmallTree('PROCESS');
});
afterEach(async () => api.stop());

const GROUP = { groups: [1] };
const PREVIEW = { groups: [1], options: { dryRun: true } };

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
    expect(await operationOf(api, id, 'status stopReason stoppedBy { id } totals { applied }')).toEqual({
      status: 'CANCELLED',
      stopReason: 'CANCELLED_BY_USER',
      stoppedBy: { id: 'owner' },
      totals: { applied: 0 },
    });
    expect(await api.world.visible(10)).toEqual([]);
  });

  it('is refused of what has ended, and of a re-home', async () => {
    const id = await done(api, ATTACH, GROUP);
    expectError(await act(api, CANCEL, id), 'INVALID_STATE', /SUCCEEDED.*can be undone/);
    const rehome = await moveGroup(api, 2, 9);
    expectError(await act(api, CANCEL, rehome), 'INVALID_STATE', /transfer/);
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { groupRef } from '../../../shared/domain/node.ts';
import { markStalled } from '../../../shared/storage/operation-progress.ts';
import { transact } from '../../../shared/storage/write.ts';
import { customProfiles } from '../../support/custom-profiles.ts';
import type { TestApi } from '../../support/graphql-api.ts';
import { member } from './support/members.ts';
import { acted, done, operationIn, operationOf, RETRY } from './support/operations.ts';
import { ATTACH, call, DETACH, startSmallTree } from './support/small-tree.ts';

let api: TestApi;

beforeEach(async () => {
  api = await startSmallTree();
});
afterEach(async () => api.stop());

describe('an operation', () => {
  it('says what was named and how far it is', async () => {
    const fields =
      'kind mode dryRun projectIds groupIds expectedProjects failureThresholdPercent progress { pagesKnown pagesDone } stopReason stalled';
    const options = { mode: 'FILL_PROFILE_GAPS', failureThresholdPercent: 0 };
    const id = operationIn(await call(api, ATTACH, { projects: [20, 10], groups: [2, 1], options }));
    const named = {
      kind: 'ATTACH',
      mode: 'FILL_PROFILE_GAPS',
      dryRun: false,
      projectIds: ['gid://gitlab/Project/20', 'gid://gitlab/Project/10'],
      groupIds: ['gid://gitlab/Group/1'],
      expectedProjects: null,
      failureThresholdPercent: 0,
      stopReason: null,
      stalled: false,
    };
    expect(await operationOf(api, id, fields)).toEqual({
      ...named,
      progress: { pagesKnown: 2, pagesDone: 1 },
    });
    await api.world.drain();
    expect(await operationOf(api, id, fields)).toEqual({
      ...named,
      progress: { pagesKnown: 2, pagesDone: 2 },
    });
  });

  it('expects what the last one on the same target came to', async () => {
    await done(api, ATTACH, { groups: [1] });
    const id = operationIn(await call(api, DETACH, { groups: [1] }));
    expect(await operationOf(api, id, 'expectedProjects')).toEqual({ expectedProjects: 3 });
  });

  it('that is stalled says so until it ends', async () => {
    const id = operationIn(await call(api, ATTACH, { groups: [1] }));
    await transact(api.env.table, [markStalled(id, api.env.clock.now())]);
    expect(await operationOf(api, id, 'status stalled')).toEqual({ status: 'PENDING', stalled: true });
    await api.world.drain();
    expect(await operationOf(api, id, 'status stalled')).toEqual({ status: 'SUCCEEDED', stalled: false });
  });

  it('that fails too often stops by itself, and can be retried', async () => {
    for (const id of await customProfiles(api.env.table, 1, 10))
      await api.world.accepted({ projectIds: [10], profile: { id } });
    const options = { failureThresholdPercent: 50 };
    const answer = await call(api, ATTACH, { projects: [10], groups: [1], options });
    const id = operationIn(answer);
    expect(await operationOf(api, id, 'status stopReason stoppedBy { id }')).toEqual({
      status: 'CANCELLING',
      stopReason: 'FAILURE_THRESHOLD',
      stoppedBy: { id: 'system' },
    });
    await api.world.drain();
    expect(await operationOf(api, id, 'status totals { applied failed }')).toEqual({
      status: 'CANCELLED',
      totals: { applied: 0, failed: 1 },
    });
    await done(api, DETACH, { profile: '1', projects: [10] });
    const retry = await acted(api, RETRY, id);
    expect(await operationOf(api, retry, 'status retryOf { id } totals { applied }')).toEqual({
      status: 'SUCCEEDED',
      retryOf: { id },
      totals: { applied: 1 },
    });
  });

  it('that completes another says which', async () => {
    const id = await done(api, ATTACH, { groups: [1] });
    await api.world.event('ProjectCreatedEvent', { project_id: 30, namespace_id: 2, path: 'new' });
    await api.world.drain();
    const created = `${id}-project-30-${api.env.clock.now()}`;
    expect(await operationOf(api, created, 'id followUpOf { id } totals { applied }')).toEqual({
      id: created,
      followUpOf: { id },
      totals: { applied: 1 },
    });
  });

  it.each(['profile { id }', 'undoOf { id }', 'results { nodes { projectId } }'])(
    'of which a developer of the root sees all, a reporter nothing: %s',
    async (fields) => {
      await member(api, 'developer', groupRef(1), 'developer');
      await member(api, 'reporter', groupRef(1), 'reporter');
      const id = await done(api, ATTACH, { groups: [1] });
      expect(await operationOf(api, id, fields, 'developer')).not.toBe(null);
      expect(await operationOf(api, id, fields, 'reporter')).toBe(null);
    },
  );
});

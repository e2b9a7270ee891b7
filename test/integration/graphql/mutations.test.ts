import * as z from 'zod';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { groupRef } from '../../../shared/domain/node.ts';
import { pageMessage } from '../../../shared/pipeline/message.ts';
import { END_PAGE, NAMED_PAGE } from '../../../shared/storage/pages.ts';
import type { TestApi } from '../../support/graphql-api.ts';
import { ATTACH, call, DETACH, DETACH_ALIAS, OPERATION, SET, startSmallTree } from './support/small-tree.ts';
import { customProfiles } from '../../support/custom-profiles.ts';
import { member } from './support/members.ts';

let api: TestApi;

beforeEach(async () => {
  api = await startSmallTree('PROCESS');
});
afterEach(async () => {
  await api.stop();
});

async function scanTypes(path: string): Promise<unknown> {
  const answer = await api.ask(
    `{ project(fullPath: "${path}") { attachedSecurityScanProfiles { scanType } } }`,
  );
  const attached = z.object({ attachedSecurityScanProfiles: z.array(z.object({ scanType: z.string() })) });
  return z
    .object({ project: attached })
    .parse(answer.data)
    .project.attachedSecurityScanProfiles.map(({ scanType }) => scanType);
}

describe('a call for projects alone', () => {
  it('is done before the answer, whose operation is final', async () => {
    const answer = await call(api, ATTACH, { projects: [10, 20] });
    expect(answer.errors).toEqual([]);
    expect(answer.data).toEqual({
      attachSecurityScanProfile: {
        errors: [],
        clientMutationId: 'mine',
        operation: {
          id: expect.stringMatching(/^[0-9A-Z]{26}$/),
          kind: 'ATTACH',
          status: 'SUCCEEDED',
          createdAt: '2026-11-22T12:00:00.000Z',
          finishedAt: '2026-11-22T12:00:00.000Z',
          actor: { id: 'owner' },
          profile: { id: 'gid://gitlab/Security::ScanProfile/1' },
          totals: { projects: 2, applied: 2, unchanged: 0, skipped: 0, failed: 0 },
        },
      },
    });
    expect(await scanTypes('group-1/project-10')).toEqual(['SECRET_DETECTION']);
    // What is left is to tell others.
    const left = api.env.attachQueue.messages.map(({ body }) => pageMessage.parse(JSON.parse(body)).pageId);
    expect(left).toEqual([NAMED_PAGE, END_PAGE]);
  });

  it('changes nothing the second time, and says so without an error', async () => {
    await call(api, ATTACH, { projects: [10] });
    const unchanged = { projects: 1, applied: 0, unchanged: 1, skipped: 0, failed: 0 };
    expect((await call(api, ATTACH, { projects: [10], profile: 'SecretDetection' })).data).toMatchObject({
      attachSecurityScanProfile: { errors: [], operation: { status: 'SUCCEEDED', totals: unchanged } },
    });
    expect((await call(api, DETACH, { projects: [11] })).data).toMatchObject({
      detachSecurityScanProfile: {
        errors: [],
        operation: { kind: 'DETACH', status: 'SUCCEEDED', totals: unchanged },
      },
    });
  });

  it.each([{ mutation: DETACH }, { mutation: DETACH_ALIAS }])(
    'detaches under either name: $mutation.0',
    async ({ mutation }) => {
      await call(api, ATTACH, { projects: [10] });
      await call(api, mutation, { projects: [10], profile: '1' });
      expect(await scanTypes('group-1/project-10')).toEqual([]);
    },
  );

  it('counts each project once, however often it is named', async () => {
    expect((await call(api, ATTACH, { projects: [10, 10, 10] })).data).toMatchObject({
      attachSecurityScanProfile: { operation: { totals: { projects: 1, applied: 1 } } },
    });
  });

  it('detaches by a template that nothing was ever made from, which changes nothing', async () => {
    expect((await call(api, DETACH_ALIAS, { projects: [10], profile: 'sast' })).data).toMatchObject({
      securityScanProfileDetach: {
        errors: [],
        operation: { profile: { id: 'gid://gitlab/Security::ScanProfile/sast' }, totals: { unchanged: 1 } },
      },
    });
  });
});

describe('an attach', () => {
  it.each([
    { mutation: ATTACH, mode: 'APPEND' },
    { mutation: SET, mode: 'SET' },
  ])('by the name $mutation.0 has the mode $mode', async ({ mutation, mode }) => {
    const { data } = await call(api, mutation, { projects: [10] });
    const answered = z.record(z.string(), z.object({ operation: z.object({ id: z.string() }) })).parse(data);
    const { change } = await api.world.operation(answered[mutation[0]]?.operation.id ?? '');
    expect(change).toMatchObject({ kind: 'ATTACH', mode });
  });

  it('of an eleventh profile is a line for that project, and the others go through', async () => {
    for (const id of await customProfiles(api.env.table, 1, 10))
      await api.world.accepted({ projectIds: [10], profile: { id } });
    const answer = await call(api, ATTACH, { projects: [10, 11] });
    expect(answer.errors).toEqual([]);
    expect(answer.data).toMatchObject({
      attachSecurityScanProfile: {
        errors: ['project-10 (group-1/project-10): the maximum of 10 scan profiles is reached'],
        operation: { status: 'PARTIAL', totals: { projects: 2, applied: 1, failed: 1 } },
      },
    });
  });
});

describe('a call for groups', () => {
  it('is handed to the queue, and the operation can be watched', async () => {
    const answer = await call(api, ATTACH, { groups: [1] });
    const payload = z.object({
      attachSecurityScanProfile: z.object({ operation: z.object({ id: z.string(), status: z.string() }) }),
    });
    const { id, status } = payload.parse(answer.data).attachSecurityScanProfile.operation;
    expect(status).toBe('PENDING');
    expect(api.env.attachQueue.messages).toHaveLength(1);
    await api.world.drain();
    const query = `{ securityScanProfileOperation(id: "${id}") { ${OPERATION} } }`;
    const totals = { projects: 3, applied: 3, unchanged: 0, skipped: 0, failed: 0 };
    expect((await api.ask(query)).data).toMatchObject({
      securityScanProfileOperation: { id, status: 'SUCCEEDED', totals },
    });
    expect(await scanTypes('group-1/group-2/project-20')).toEqual(['SECRET_DETECTION']);
  });

  it('counts a project once that is named together with a group that contains it', async () => {
    await call(api, ATTACH, { groups: [1, 2, 1], projects: [20] });
    await api.world.drain();
    const [line] = api.env.log.lines.filter(({ message }) => message === 'operation ended');
    expect(line?.details['totals']).toMatchObject({ applied: 3, unchanged: 0 });
  });
});

describe('an operation', () => {
  it.each([
    ['who may read profiles of its root sees it', groupRef(1), 'developer', true],
    ['a reporter of its root does not', groupRef(1), 'reporter', false],
    ['a developer of another root does not', groupRef(9), 'developer', false],
  ] as const)('%s', async (_name, ref, level, isSeen) => {
    const { id } = await api.world.accepted({ projectIds: [10] });
    await member(api, 'reader', ref, level);
    const answer = await api.ask(`{ securityScanProfileOperation(id: "${id}") { id } }`, { user: 'reader' });
    expect(answer.errors).toEqual([]);
    expect(answer.data).toEqual({ securityScanProfileOperation: isSeen ? { id } : null });
  });

  it.each(['', 'x', '01M81J18G047C4FEZDQK8YZG0M', `01M81J18G047C4FEZDQK8YZG0M${'-group-1-1'.repeat(500)}`])(
    'that there is not is null: "%s"',
    async (id) => {
      const answer = await api.ask('query($id: ID!) { securityScanProfileOperation(id: $id) { id } }', {
        variables: { id },
      });
      expect(answer).toMatchObject({ errors: [], data: { securityScanProfileOperation: null } });
    },
  );
});

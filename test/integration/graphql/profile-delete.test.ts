import * as z from 'zod';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readProjects } from '../../../shared/storage/nodes.ts';
import type { TestApi } from '../../support/graphql-api.ts';
import { act, CANCEL, expectError, operationOf, UNDO } from './support/operations.ts';
import { edit, madeProfile, type ProfileView, send } from './support/profiles.ts';
import { ATTACH, call, DETACH, DETACH_ALIAS, SET, startSmallTree } from './support/small-tree.ts';

let api: TestApi;
let profile: ProfileView;
/** What follows in its global id. */
let number: string;

/** A profile that is on all projects of group-1. */
beforeEach(async () => {
  api = await startSmallTree('PROCESS');
  const configuration = { sast: { excludedPaths: ['vendor'] } };
  profile = await madeProfile(api, { triggers: [{ triggerType: 'MERGE_REQUEST_PIPELINE', configuration }] });
  number = profile.id.split('/').at(-1) ?? '';
  await call(api, ATTACH, { profile: number, groups: [1] });
  await api.world.drain();
  expect(await shown()).toEqual({ onProject: true, inList: true, byId: true });
});
afterEach(async () => {
  await api.stop();
});

const PROJECTS = [10, 11, 20];
const NO_ACCESS = /^The resource that you are attempting to access does not exist/;

const ids = z.array(z.object({ id: z.string() }));
const places = z.object({
  project: z.object({
    attachedSecurityScanProfiles: ids,
    securityScanProfileAttachments: z.array(z.object({ profile: z.object({ id: z.string() }) })),
  }),
  group: z.object({ availableSecurityScanProfiles: ids }),
});

/** Where the profile can be seen. */
async function shown(): Promise<Record<string, boolean>> {
  const query = `{
    project(fullPath: "group-1/group-2/project-20") {
      attachedSecurityScanProfiles { id } securityScanProfileAttachments { profile { id } }
    }
    group(fullPath: "group-1/group-2") { availableSecurityScanProfiles { id } }
  }`;
  const { project, group } = places.parse((await api.ask(query)).data);
  const byId = await api.ask(`{ securityScanProfile(id: "${profile.id}") { id } }`);
  if (byId.data === null) expectError(byId, 'FORBIDDEN', NO_ACCESS);
  const isIn = (found: readonly { readonly id: string }[]) => found.some(({ id }) => id === profile.id);
  const attachments = project.securityScanProfileAttachments.map((attachment) => attachment.profile);
  expect(isIn(attachments)).toBe(isIn(project.attachedSecurityScanProfiles));
  return {
    onProject: isIn(attachments),
    inList: isIn(group.availableSecurityScanProfiles),
    byId: byId.data !== null,
  };
}

const NOWHERE = { onProject: false, inList: false, byId: false };

/** Projects on which it is stored, whether or not anybody sees it. */
async function storedOn(): Promise<readonly number[]> {
  const projects = [...(await readProjects(api.env.table, PROJECTS)).values()];
  return projects.filter(({ state }) => number in state.attachments).map(({ id }) => id);
}

const TOTALS = 'status dryRun totals { projects applied unchanged }';

describe('a profile that is deleted', () => {
  it('is nowhere from the answer on, and the operation that it answers takes it from every project', async () => {
    const { operation, ...rest } = await edit(api, 'Delete', { id: profile.id, clientMutationId: 'bye' });
    expect(rest).toEqual({ deletedScanProfileId: profile.id, errors: [], clientMutationId: 'bye' });
    expect(operation).toMatchObject({ kind: 'DELETE_PROFILE', status: 'PENDING' });
    expect(await shown()).toEqual(NOWHERE);
    expect(await storedOn()).toEqual(PROJECTS);
    while (api.env.attachQueue.messages.length > 0) {
      await api.world.deliver();
      expect(await shown()).toEqual(NOWHERE);
    }
    expect(await storedOn()).toEqual([]);
    const fields = `${TOTALS} profile { id } profileId removals(first: 1) { nodes { profiles { id } profileIds } }`;
    expect(await operationOf(api, operation?.id ?? '', fields)).toEqual({
      status: 'SUCCEEDED',
      dryRun: false,
      totals: { projects: 3, applied: 3, unchanged: 0 },
      profile: null,
      // What it was is still known by its id.
      profileId: profile.id,
      removals: { nodes: [{ profiles: [], profileIds: [profile.id] }] },
    });
  });

  it('is as absent, before and after its end, as one that never was', async () => {
    await edit(api, 'Delete', { id: profile.id });
    for (const when of ['before', 'after']) {
      for (const mutation of [ATTACH, SET, DETACH, DETACH_ALIAS])
        expectError(await call(api, mutation, { profile: number, projects: [10] }), 'FORBIDDEN', NO_ACCESS);
      for (const mutation of ['Update', 'Delete'] as const)
        expectError(await send(api, mutation, { id: profile.id }), 'FORBIDDEN', NO_ACCESS);
      expect(await shown(), when).toEqual(NOWHERE);
      await api.world.drain();
    }
  });

  it('leaves its name at once', async () => {
    await edit(api, 'Delete', { id: profile.id });
    const again = await madeProfile(api, { name: profile.name });
    expect(again.id).not.toBe(profile.id);
    await call(api, ATTACH, { profile: again.id.split('/').at(-1) ?? '', projects: [10] });
    await api.world.drain();
    const query = '{ project(fullPath: "group-1/project-10") { attachedSecurityScanProfiles { id } } }';
    expect((await api.ask(query)).data).toEqual({
      project: { attachedSecurityScanProfiles: [{ id: again.id }] },
    });
  });

  it('is gone within one request too', async () => {
    const input = `input: { id: "${profile.id}" }`;
    const query = `mutation {
      first: securityScanProfileUpdate(input: { id: "${profile.id}", name: "Last" }) { operation { profile { name } } }
      then: securityScanProfileDelete(${input}) { errors operation { profile { name } profileChange { before { name configuration } after { name } } } }
    }`;
    const excludedPaths = ['vendor'];
    expect((await api.ask(query)).data).toMatchObject({
      first: { operation: { profile: { name: 'Last' } } },
      then: {
        errors: [],
        operation: {
          profile: null,
          profileChange: {
            before: { name: 'Last', configuration: { MERGE_REQUEST_PIPELINE: { excludedPaths } } },
            after: null,
          },
        },
      },
    });
  });

  it('cannot be had back, and its deletion not be stopped', async () => {
    const { operation } = await edit(api, 'Delete', { id: profile.id });
    const id = operation?.id ?? '';
    expectError(await act(api, CANCEL, id), 'INVALID_STATE', /./);
    await api.world.drain();
    expectError(await act(api, UNDO, id), 'INVALID_STATE', /./);
    expect(await shown()).toEqual(NOWHERE);
  });
});

describe('a dry run of a deletion', () => {
  it('tells from how many projects it would be taken, and changes nothing', async () => {
    await call(api, DETACH, { profile: number, projects: [11] });
    const { operation, ...rest } = await edit(api, 'Delete', { id: profile.id, dryRun: true });
    expect(rest).toMatchObject({ deletedScanProfileId: null, errors: [] });
    await api.world.drain();
    expect(await operationOf(api, operation?.id ?? '', `${TOTALS} profile { id }`)).toEqual({
      status: 'PREVIEWED',
      dryRun: true,
      totals: { projects: 3, applied: 2, unchanged: 1 },
      profile: { id: profile.id },
    });
    expect(await shown()).toEqual({ onProject: true, inList: true, byId: true });
    expect(await storedOn()).toEqual([10, 20]);
  });
});

describe('an attach that races with the deletion', () => {
  it.each([
    ['of projects', { projects: PROJECTS }],
    ['of the group', { groups: [1] }],
    ['of both', { groups: [2], projects: [10, 11] }],
  ])('%s leaves nothing behind, whichever comes first', async (_name, targets) => {
    await call(api, DETACH, { profile: number, groups: [1] });
    await api.world.drain();
    const attach = async () => call(api, ATTACH, { profile: number, ...targets });
    const answers = await Promise.all([
      attach(),
      edit(api, 'Delete', { id: profile.id }),
      attach(),
      attach(),
      attach(),
    ]);
    expect(answers[1].errors).toEqual([]);
    expect(await shown()).toEqual(NOWHERE);
    expectError(await attach(), 'FORBIDDEN', NO_ACCESS);
    await api.world.drain();
    expect(await shown()).toEqual(NOWHERE);
    expect(await storedOn()).toEqual([]);
  });
});

import * as z from 'zod';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACCESS_LEVELS } from '../../../shared/domain/access.ts';
import { groupRef, projectRef } from '../../../shared/domain/node.ts';
import type { Answer, TestApi } from '../../support/graphql-api.ts';
import { tokenOf } from '../authentication/support/tokens.ts';
import { member } from './support/members.ts';
import { startSmallTree } from './support/small-tree.ts';

// group-1 with group-2 below it, and project-20 in that one.
const PLACES = { root: groupRef(1), subgroup: groupRef(2), project: projectRef(20) } as const;
type Place = keyof typeof PLACES;

const TOKENS = ['of the issuer', 'with the scope api', 'with the scope read_api'] as const;
type Kind = (typeof TOKENS)[number];

const isRole = (name: string): name is keyof typeof ACCESS_LEVELS => name in ACCESS_LEVELS;
const ROLES = Object.keys(ACCESS_LEVELS).filter(isRole);

const CASES = ROLES.flatMap((role) =>
  (['root', 'subgroup', 'project'] as const satisfies readonly Place[]).flatMap((place) =>
    TOKENS.map((kind) => ({ role, place, kind })),
  ),
);

const FIELDS =
  'readSecurityScanProfiles createSecurityScanProfiles updateSecurityScanProfiles deleteSecurityScanProfiles applySecurityScanProfiles';
const permissions = z.record(z.string(), z.boolean());
const NOTHING = Object.fromEntries(FIELDS.split(' ').map((field) => [field, false]));

let api: TestApi;
let profile: string;
let made = 0;

beforeAll(async () => {
  api = await startSmallTree('PROCESS');
  profile = await createdBy({ user: 'owner' });
  for (const role of ROLES)
    for (const [place, ref] of Object.entries(PLACES)) await member(api, userOf(role, place), ref, role);
});
afterAll(async () => {
  await api.stop();
});

function userOf(role: string, place: string): string {
  return `${role}-of-${place}`;
}

/** Asks by a user with the token of the issuer, or with a token of another kind. */
interface Asker {
  readonly user: string;
  readonly token?: string | undefined;
}

async function ask({ user, token }: Asker, query: string): Promise<Answer> {
  if (token === undefined) return api.ask(query, { user });
  const headers = { 'private-token': token, 'content-type': 'application/json' };
  return api.send({ headers, body: JSON.stringify({ query }) });
}

async function askerOf(user: string, kind: Kind): Promise<Asker> {
  if (kind === 'of the issuer') return { user };
  const scopes = [kind === 'with the scope api' ? 'API' : 'READ_API'] as const;
  return { user, token: (await tokenOf(api, { user, scopes })).token };
}

/** True if it was done, false if it was forbidden. Fails on anything between. */
async function isDone(asker: Asker, mutation: string, input: string): Promise<boolean> {
  const answer = await ask(asker, `mutation { done: ${mutation}(input: { ${input} }) { errors } }`);
  await api.world.drain();
  if (answer.errors.length === 0) {
    expect(answer.data, mutation).toEqual({ done: { errors: [] } });
    return true;
  }
  expect(answer.errors, mutation).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  return false;
}

async function createdBy(asker: Asker): Promise<string> {
  made += 1;
  const query = `mutation { securityScanProfileCreate(input: {
    namespaceId: "gid://gitlab/Group/1", scanType: SAST, name: "${made}", description: "",
    triggers: [{ triggerType: DEFAULT_BRANCH_PIPELINE }]
  }) { errors scanProfile { id } } }`;
  const { data, errors } = await ask(asker, query);
  expect(errors).toEqual([]);
  const payload = z.object({ scanProfile: z.object({ id: z.string() }) });
  return z.object({ securityScanProfileCreate: payload }).parse(data).securityScanProfileCreate.scanProfile
    .id;
}

const TARGET = 'projectIds: ["gid://gitlab/Project/20"]';
const SAST = 'securityScanProfileId: "gid://gitlab/Security::ScanProfile/sast"';

const profiles = z.object({ project: z.object({ securityScanProfiles: z.array(z.unknown()) }) });

/** What really happens where it is asked for: by the names of the permissions. */
async function tried(asker: Asker): Promise<Record<string, boolean>> {
  const query = '{ project(fullPath: "group-1/group-2/project-20") { securityScanProfiles { id } } }';
  const read = await ask(asker, query);
  made += 1;
  const create = `namespaceId: "gid://gitlab/Group/1", scanType: SAST, name: "${made}", description: "",
    triggers: [{ triggerType: DEFAULT_BRANCH_PIPELINE }]`;
  const apply = await isDone(asker, 'securityScanProfileAttach', `${SAST}, ${TARGET}, groupIds: []`);
  expect(await isDone(asker, 'securityScanProfileDetach', `${SAST}, ${TARGET}`)).toBe(apply);
  return {
    readSecurityScanProfiles: profiles.safeParse(read.data).success,
    createSecurityScanProfiles: await isDone(asker, 'securityScanProfileCreate', create),
    updateSecurityScanProfiles: await isDone(
      asker,
      'securityScanProfileUpdate',
      `id: "${profile}", description: "${made}"`,
    ),
    deleteSecurityScanProfiles: await isDone(
      asker,
      'securityScanProfileDelete',
      `id: "${await createdBy({ user: 'owner' })}"`,
    ),
    applySecurityScanProfiles: apply,
  };
}

/** Who may read profiles may say how their scans ended. */
async function isReported(asker: Asker): Promise<boolean> {
  const query = `mutation { reportSecurityScan(input: {
    projectId: "gid://gitlab/Project/20", scanType: SAST, trigger: DEFAULT_BRANCH_PIPELINE, result: SUCCESS, buildId: "1"
  }) { clientMutationId } }`;
  const { errors } = await ask(asker, query);
  if (errors.length > 0) expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  return errors.length === 0;
}

function mayWrite(kind: Kind): boolean {
  return kind !== 'with the scope read_api';
}

/** What is said of project-20 and of the groups above it; undefined for what the user does not see. */
async function said(asker: Asker): Promise<Record<Place, Record<string, boolean> | undefined>> {
  const query = `{
    root: group(fullPath: "group-1") { userPermissions { ${FIELDS} } }
    subgroup: group(fullPath: "group-1/group-2") { userPermissions { ${FIELDS} } }
    project(fullPath: "group-1/group-2/project-20") { userPermissions { ${FIELDS} } }
  }`;
  const node = z
    .object({ userPermissions: permissions })
    .nullable()
    .transform((found) => found?.userPermissions);
  return z.object({ root: node, subgroup: node, project: node }).parse((await ask(asker, query)).data);
}

describe('what userPermissions say is what is then allowed', () => {
  it.each(CASES)('to a $role of the $place by a token $kind', async ({ role, place, kind }) => {
    const asker = await askerOf(userOf(role, place), kind);
    const { root, subgroup, project } = await said(asker);
    expect(await tried(asker)).toEqual(project);
    expect(await isReported(asker)).toBe(project?.['readSecurityScanProfiles'] === true && mayWrite(kind));
    // A member holds the level in everything below, and sees nothing above.
    expect(subgroup).toEqual(place === 'project' ? undefined : project);
    expect(root).toEqual(place === 'root' ? project : undefined);
  });

  it('to nobody who is no member', async () => {
    const asker = { user: 'stranger' };
    expect(await said(asker)).toEqual({});
    expect(await tried(asker)).toEqual(NOTHING);
    expect(await isReported(asker)).toBe(false);
  });

  it('and it is not always the same', async () => {
    const of = async (user: string): Promise<unknown> => (await said({ user })).project;
    const all = Object.fromEntries(Object.keys(NOTHING).map((field) => [field, true]));
    const read = { ...NOTHING, readSecurityScanProfiles: true };
    expect(await of('guest-of-root')).toEqual(NOTHING);
    expect(await of('developer-of-root')).toEqual(read);
    expect(await of('securityManager-of-root')).toEqual({ ...read, applySecurityScanProfiles: true });
    expect(await of('maintainer-of-root')).toEqual(all);
    expect(await of('owner-of-subgroup')).toEqual(read);
  });
});

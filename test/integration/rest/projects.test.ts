import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACCESS_LEVELS } from '../../../shared/domain/access.ts';
import { groupRef, projectRef, type NodeRef } from '../../../shared/domain/node.ts';
import { ANSWER_HEADERS } from '../../../shared/http/answer-headers.ts';
import { placeNode } from '../../../shared/tree/place-node.ts';
import { setMember } from '../../../shared/tree/set-member.ts';
import { startRestApi, type TestRestApi } from '../../support/rest-api.ts';

let api: TestRestApi;

async function place(ref: NodeRef, parentId: number | null, slug: string, name: string): Promise<void> {
  await placeNode(api.env, { ref, parentId, slug, name, at: 1 });
}

async function member(userId: string, ref: NodeRef): Promise<void> {
  await setMember(api.env, { ref, userId, accessLevel: ACCESS_LEVELS.guest, at: 1 });
}

beforeAll(async () => {
  api = await startRestApi();
  await place(groupRef(1), null, 'Acme', 'Acme Inc.');
  await place(groupRef(2), 1, 'web', 'Web & Co');
  const shop = { ref: projectRef(10), parentId: 2, slug: 'Shop.js', name: 'The Shop' };
  await placeNode(api.env, { ...shop, defaultBranch: 'trunk', at: 1 });
  await place(projectRef(11), 1, 'site', 'Site');
  await place(groupRef(9), null, '2048', 'A number');
  await place(projectRef(90), 9, '10', 'Another number');
  await place(projectRef(99), 999, 'nowhere', 'Without a root');
  await member('of-root', groupRef(1));
  await member('of-group', groupRef(2));
  await member('of-project', projectRef(10));
  await member('of-root', groupRef(9));
  await member('of-root', projectRef(99));
});
afterAll(async () => {
  await api.stop();
});

const SHOP = {
  id: 10,
  description: null,
  name: 'The Shop',
  name_with_namespace: 'Acme Inc. / Web & Co / The Shop',
  path: 'Shop.js',
  path_with_namespace: 'Acme/web/Shop.js',
  default_branch: 'trunk',
  web_url: 'https://api.example.com/Acme/web/Shop.js',
  namespace: {
    id: 2,
    name: 'Web & Co',
    path: 'web',
    kind: 'group',
    full_path: 'Acme/web',
    parent_id: 1,
    web_url: 'https://api.example.com/Acme/web',
  },
};

describe('a project', () => {
  it.each([
    'projects/10',
    'projects/Acme%2Fweb%2FShop.js',
    'projects/acme%2fWEB%2fshop.JS',
    // API Gateway decodes the path of such an API.
    'projects/Acme/web/Shop.js',
    'projects/acme/web%2Fshop%2ejs',
  ])('is found as %s', async (path) => {
    const answer = await api.get(path, { user: 'of-root' });
    expect(answer).toMatchObject({
      status: 200,
      headers: { 'content-type': 'application/json', ...ANSWER_HEADERS },
      body: SHOP,
    });
    expect(answer.body).toEqual(SHOP);
  });

  it('is found by a path that looks like numbers', async () => {
    for (const path of ['projects/2048%2F10', 'projects/2048/10'])
      expect((await api.get(path, { user: 'of-root' })).body).toMatchObject({ id: 90 });
  });

  it('is directly in a top-level group', async () => {
    expect((await api.get('projects/11', { user: 'of-root' })).body).toMatchObject({
      name_with_namespace: 'Acme Inc. / Site',
      default_branch: null,
      namespace: { id: 1, parent_id: null, full_path: 'Acme' },
    });
  });

  it('has its pages where the deployment says', async () => {
    const settings = { gitlabUrl: 'https://gitlab.example.com/git' };
    expect((await api.get('projects/10', { user: 'of-root', settings })).body).toMatchObject({
      web_url: 'https://gitlab.example.com/git/Acme/web/Shop.js',
      namespace: { web_url: 'https://gitlab.example.com/git/Acme/web' },
    });
  });

  it('tells members of its group alone nothing of the groups above that one', async () => {
    expect((await api.get('projects/10', { user: 'of-group' })).body).toEqual({
      ...SHOP,
      name_with_namespace: 'Acme / Web & Co / The Shop',
      namespace: { ...SHOP.namespace, parent_id: null },
    });
  });

  it('tells members of it alone no more of its groups than its path', async () => {
    const { id, parent_id, ...namespace } = SHOP.namespace;
    expect([id, parent_id]).toEqual([2, 1]);
    expect((await api.get('projects/10', { user: 'of-project' })).body).toEqual({
      ...SHOP,
      name_with_namespace: 'Acme / web / The Shop',
      namespace: { ...namespace, name: 'web' },
    });
  });
});

describe('a project that is not found', () => {
  it.each([
    ['is one of others', 'projects/10', 'stranger'],
    ['is one of others, by its path', 'projects/Acme%2Fweb%2FShop.js', 'stranger'],
    ['is not there', 'projects/12', 'stranger'],
    ['is not there, by its path', 'projects/Acme%2Fweb%2Fnothing', 'of-root'],
    ['is beside a group that one is a member of', 'projects/11', 'of-group'],
    ['has no root', 'projects/99', 'of-root'],
    ['has the path of a group', 'projects/Acme%2Fweb', 'of-root'],
    ['has the number 0', 'projects/0', 'of-root'],
    ['has too large a number', `projects/${'9'.repeat(30)}`, 'of-root'],
    ['has a path that cannot be', 'projects/..%2F..%2Fetc', 'of-root'],
    ['has a path that cannot be decoded', 'projects/100%', 'of-root'],
    ['has an endless path', `projects/${'a%2F'.repeat(3_000)}a`, 'of-root'],
  ])('because it %s is answered in one and the same way', async (_name, path, user) => {
    expect(await api.get(path, { user })).toEqual({
      status: 404,
      headers: { 'content-type': 'application/json', ...ANSWER_HEADERS },
      text: '{"message":"404 Project Not Found"}',
      body: { message: '404 Project Not Found' },
    });
  });
});

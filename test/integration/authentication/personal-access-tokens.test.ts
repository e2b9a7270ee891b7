import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPersonalAccessToken } from '../../../shared/authentication/personal-access-tokens/create.ts';
import { MAXIMUM_ACTIVE } from '../../../shared/domain/personal-access-token.ts';
import { startGraphqlApi, type TestApi } from '../../support/graphql-api.ts';
import { allItems } from '../../support/raw-items.ts';
import { askForToken, askWith, later, revoke, tokenOf } from './support/tokens.ts';

const ME = '{ currentUser { id } }';
const LIST =
  '{ currentUser { personalAccessTokens { id name scopes createdAt expiresAt lastUsedAt revoked active } } }';
const NO_ACCESS = {
  message: expect.stringContaining('does not exist or you don’t have permission'.replace('’', "'")),
  extensions: { code: 'FORBIDDEN' },
};
const DAY = 86_400_000;

let api: TestApi;

beforeEach(async () => {
  api = await startGraphqlApi();
});
afterEach(async () => {
  await api.stop();
});

describe('a personal access token', () => {
  it.each(['authorization', 'private-token'] as const)('asks as its user in %s', async (header) => {
    const { token } = await tokenOf(api, { user: 'ann' });
    const answer = await askWith(api, token, ME, header);
    expect(answer).toMatchObject({ status: 200, data: { currentUser: { id: 'ann' } } });
  });

  it('is listed for its user, the newest first, and for nobody else', async () => {
    const first = await tokenOf(api, { name: 'first', scopes: ['READ_API', 'READ_API'] });
    api.env.clock.advance(1_000);
    const second = await tokenOf(api, { name: 'second', scopes: ['API', 'READ_API'] });
    const now = later(api, 0);
    const common = { lastUsedAt: null, revoked: false, active: true };
    expect((await api.ask(LIST)).data).toEqual({
      currentUser: {
        personalAccessTokens: [
          {
            ...{ ...common, id: second.id, name: 'second', scopes: ['API', 'READ_API'] },
            ...{ createdAt: now, expiresAt: later(api, DAY) },
          },
          {
            ...{ ...common, id: first.id, name: 'first', scopes: ['READ_API'] },
            ...{ createdAt: later(api, -1_000), expiresAt: later(api, DAY - 1_000) },
          },
        ],
      },
    });
    expect((await api.ask(LIST, { user: 'ann' })).data).toEqual({
      currentUser: { personalAccessTokens: [] },
    });
  });

  it('is kept as a hash: the token is in the answer to its making, and nowhere else', async () => {
    const { token, id } = await tokenOf(api);
    await askWith(api, token, ME);
    await revoke(api, id);
    await askWith(api, token, ME);
    const stored = JSON.stringify(await allItems(api.env.table));
    expect(stored).toContain(createHash('sha256').update(token).digest('hex'));
    for (const part of [token, token.slice(5), 'spat-']) expect(stored).not.toContain(part);
    expect((await api.ask(LIST)).text).not.toContain('spat-');
  });

  it('goes from the table thirty days after its end', async () => {
    const { id } = await tokenOf(api);
    const ends = (): Promise<readonly unknown[]> =>
      allItems(api.env.table).then((items) => items.flatMap(({ expiresAt }) => expiresAt ?? []));
    const now = api.env.clock.now();
    expect(await ends()).toEqual([(now + 31 * DAY) / 1000, (now + 31 * DAY) / 1000]);
    await revoke(api, id);
    expect(await ends()).toEqual([(now + 30 * DAY) / 1000, (now + 30 * DAY) / 1000]);
  });

  it('leaves nothing of itself in the log, whatever happens', async () => {
    const { token } = await tokenOf(api);
    await askWith(api, `${token}x`, ME);
    api.env.table.client.middlewareStack.add(() => () => Promise.reject(new Error('gone')), {
      step: 'initialize',
      name: 'broken',
    });
    expect((await askWith(api, token, ME)).status).toBe(500);
    expect(api.env.log.lines).not.toEqual([]);
    expect(JSON.stringify(api.env.log.lines)).not.toContain('spat-');
  });
});

describe('a token that is refused', () => {
  it('looks the same whether it is unknown, expired, revoked or no token at all', async () => {
    const { token: revoked, id } = await tokenOf(api);
    await revoke(api, id);
    const { token: expired } = await tokenOf(api, { expiresAt: later(api, 1_000) });
    expect((await askWith(api, expired, ME)).status).toBe(200);
    api.env.clock.advance(1_000);
    const unknown = `spat-${'x'.repeat(43)}`;
    const answers = await Promise.all(
      [revoked, expired, unknown, 'spat-', 'spat-short'].map(async (token) => askWith(api, token, ME)),
    );
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]).toMatchObject({
      status: 401,
      headers: {
        'www-authenticate':
          'Bearer error="invalid_token", error_description="The token is unknown, or has expired, or was revoked"',
      },
      errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
    });
  });
});

describe('the making of a token', () => {
  it('tells what is wrong with it, and makes none', async () => {
    const answer = await askForToken(api, { name: ' ', scopes: [], expiresAt: later(api, 366 * DAY) });
    expect(answer).toEqual({
      token: null,
      personalAccessToken: null,
      errors: [
        expect.stringMatching(/^name/),
        expect.stringMatching(/^scopes/),
        expect.stringMatching(/365 days/),
      ],
    });
    expect(await allItems(api.env.table)).toEqual([]);
  });

  it('is refused to a personal access token, whatever its scope', async () => {
    const { token } = await tokenOf(api);
    const query = `mutation { personalAccessTokenCreate(input: {
      name: "another", scopes: [API], expiresAt: "${later(api, DAY)}"
    }) { token errors } }`;
    const before = await allItems(api.env.table);
    const answer = await askWith(api, token, query);
    expect(answer.errors).toMatchObject([
      { message: expect.stringContaining('token of the issuer'), extensions: { code: 'FORBIDDEN' } },
    ]);
    expect(await allItems(api.env.table)).toHaveLength(before.length);
  });

  it('lets a user have a hundred, however many are asked for at once', async () => {
    const wanted = { name: 'x', scopes: ['api'], expiresAt: api.env.clock.now() + DAY } as const;
    for (let made = 0; made < MAXIMUM_ACTIVE - 3; made += 1)
      await createPersonalAccessToken(api.env, 'owner', wanted);
    const answers = await Promise.all(Array.from({ length: 8 }, async () => askForToken(api)));
    expect(answers.filter(({ token }) => token !== null)).toHaveLength(3);
    const refused = answers.filter(({ token }) => token === null);
    for (const { errors } of refused)
      expect(errors).toEqual([expect.stringMatching(/At most 100 .* revoke/)]);
    const items = await allItems(api.env.table);
    expect(items.filter(({ PK }) => String(PK).startsWith('TOKEN#'))).toHaveLength(MAXIMUM_ACTIVE);
  });
});

describe('the end of a token', () => {
  it('is at once, and once more changes nothing', async () => {
    const { token, id } = await tokenOf(api);
    const payload = {
      personalAccessToken: { id, revoked: true, active: false },
      errors: [],
      clientMutationId: 'mine',
    };
    for (const time of [1, 2]) {
      expect((await revoke(api, id)).data, `time ${time}`).toEqual({ personalAccessTokenRevoke: payload });
      expect((await askWith(api, token, ME)).status).toBe(401);
      api.env.clock.advance(1_000);
    }
  });

  it.each([
    ['of somebody else', async () => (await tokenOf(api, { user: 'ann' })).id],
    ['that is none', () => Promise.resolve('gid://gitlab/PersonalAccessToken/01KAN000000000000000000000')],
    ['of another form', () => Promise.resolve('gid://gitlab/PersonalAccessToken/1')],
    ['of another kind', () => Promise.resolve('gid://gitlab/Project/1')],
  ])('is refused for one %s, in one and the same way', async (_name, id) => {
    const answer = await revoke(api, await id());
    expect(answer.errors).toMatchObject([NO_ACCESS]);
    expect(answer.data).toEqual({ personalAccessTokenRevoke: null });
  });

  it('can be asked for with a token that may change things', async () => {
    const { token, id } = await tokenOf(api);
    const query = `mutation { personalAccessTokenRevoke(input: { id: "${id}" }) { errors } }`;
    expect((await askWith(api, token, query)).data).toEqual({ personalAccessTokenRevoke: { errors: [] } });
    expect((await askWith(api, token, query)).status).toBe(401);
  });
});

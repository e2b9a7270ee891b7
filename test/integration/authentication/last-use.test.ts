import * as z from 'zod';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startGraphqlApi, type TestApi } from '../../support/graphql-api.ts';
import { askWith, later, tokenOf } from './support/tokens.ts';

const ME = '{ currentUser { id } }';
const MINUTE = 60_000;

let api: TestApi;
let token: string;

beforeEach(async () => {
  api = await startGraphqlApi();
  ({ token } = await tokenOf(api));
});
afterEach(async () => {
  await api.stop();
});

const listed = z.object({
  currentUser: z.object({ personalAccessTokens: z.array(z.object({ lastUsedAt: z.string().nullable() })) }),
});

async function lastUse(): Promise<string | null | undefined> {
  const { data } = await api.ask('{ currentUser { personalAccessTokens { lastUsedAt } } }');
  return listed.parse(data).currentUser.personalAccessTokens[0]?.lastUsedAt;
}

/** How often something was written while the token was used. */
async function writesDuring(use: () => Promise<unknown>): Promise<number> {
  api.commands.length = 0;
  await use();
  return api.commands.filter((name) => /Write|Put|Update|Execute/.test(name)).length;
}

it('is recorded at most once a minute', async () => {
  expect(await lastUse()).toBeNull();
  expect(await writesDuring(async () => askWith(api, token, ME))).toBe(1);
  const first = later(api, 0);
  expect(await lastUse()).toBe(first);

  api.env.clock.advance(MINUTE - 1);
  expect(await writesDuring(async () => askWith(api, token, ME))).toBe(0);
  expect(await lastUse()).toBe(first);

  api.env.clock.advance(1);
  expect(await writesDuring(async () => askWith(api, token, ME))).toBe(1);
  expect(await lastUse()).toBe(later(api, 0));
});

it('is recorded once by many requests at once, and fails none of them', async () => {
  const answers = await Promise.all(Array.from({ length: 10 }, async () => askWith(api, token, ME)));
  for (const answer of answers) expect(answer).toMatchObject({ status: 200, errors: [] });
  expect(await lastUse()).toBe(later(api, 0));
  expect(api.env.log.lines).toEqual([]);
});

it('does not go back where a slow request comes to record it', async () => {
  await askWith(api, token, ME);
  const recorded = later(api, 0);
  // This one saw the clock, and the token as never used, before the other.
  api.env.table.client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        if (commandName === 'GetCommand' || commandName === 'GetItemCommand') api.env.clock.advance(-10_000);
        return next(args);
      },
    { step: 'initialize', name: 'slow', priority: 'high' },
  );
  await askWith(api, token, ME);
  api.env.table.client.middlewareStack.remove('slow');
  expect(await lastUse()).toBe(recorded);
});

it('that cannot be recorded does not fail the request: the log says so', async () => {
  api.env.table.client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        if (commandName?.startsWith('Update')) throw new Error('the table takes no writes');
        return next(args);
      },
    { step: 'initialize', name: 'broken' },
  );
  expect(await askWith(api, token, ME)).toMatchObject({
    status: 200,
    data: { currentUser: { id: 'owner' } },
  });
  expect(api.env.log.lines).toMatchObject([
    { level: 'warn', message: 'the use of a personal access token was not recorded' },
  ]);
  expect(JSON.stringify(api.env.log.lines)).not.toContain('spat-');
});

it('is of no interest where the token is no longer taken', async () => {
  api.env.clock.advance(86_400_000);
  expect(await writesDuring(async () => askWith(api, token, ME))).toBe(0);
});

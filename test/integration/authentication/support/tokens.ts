import * as z from 'zod';
import type { Answer, TestApi } from '../../../support/graphql-api.ts';

const payload = z.object({
  token: z.string().nullable(),
  personalAccessToken: z.object({ id: z.string() }).nullable(),
  errors: z.array(z.string()),
});
export type Created = z.infer<typeof payload>;

interface Wanted {
  readonly user?: string;
  readonly name?: string;
  readonly scopes?: readonly ('READ_API' | 'API')[];
  readonly expiresAt?: string;
}

/** Asks for a token that lasts a day of the test's clock, by `owner` unless told otherwise. */
export async function askForToken(
  api: TestApi,
  { user = 'owner', name = 'ci', scopes = ['API'], expiresAt }: Wanted = {},
): Promise<Created> {
  const input = { name, scopes, expiresAt: expiresAt ?? later(api, 86_400_000) };
  const query = `mutation($input: PersonalAccessTokenCreateInput!) {
    personalAccessTokenCreate(input: $input) { token personalAccessToken { id } errors }
  }`;
  const { data } = await api.ask(query, { user, variables: { input } });
  return z.object({ personalAccessTokenCreate: payload }).parse(data).personalAccessTokenCreate;
}

/** A token that works, and its global id. */
export async function tokenOf(
  api: TestApi,
  wanted: Wanted = {},
): Promise<{ readonly token: string; readonly id: string }> {
  const { token, personalAccessToken, errors } = await askForToken(api, wanted);
  if (token === null || personalAccessToken === null) throw new Error(errors.join('\n'));
  return { token, id: personalAccessToken.id };
}

export function later({ env }: TestApi, milliseconds: number): string {
  return new Date(env.clock.now() + milliseconds).toISOString();
}

/** Asks with this token, in the header of GitLab's clients or as a bearer token. */
export async function askWith(
  api: TestApi,
  token: string,
  query: string,
  header: 'authorization' | 'private-token' = 'private-token',
): Promise<Answer> {
  const value = header === 'authorization' ? `Bearer ${token}` : token;
  const headers = { [header]: value, 'content-type': 'application/json' };
  return api.send({ headers, body: JSON.stringify({ query }) });
}

export async function revoke(api: TestApi, id: string, user = 'owner'): Promise<Answer> {
  const query = `mutation { personalAccessTokenRevoke(input: { id: "${id}", clientMutationId: "mine" }) {
    personalAccessToken { id revoked active } errors clientMutationId
  } }`;
  return api.ask(query, { user });
}

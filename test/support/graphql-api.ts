import * as z from 'zod';
import { graphqlApi } from '../../functions/graphql/api.ts';
import type { Api } from '../../functions/graphql/http/known-callers.ts';
import { authenticator } from '../../shared/authentication/authenticate.ts';
import { tokenVerifier } from '../../shared/authentication/issuer/verify.ts';
import { startTable, type TablesOf } from './tables.ts';
import { type TestEnvironment, testEnvironment } from './test-environment.ts';
import { AUDIENCE, claimsFor, startIssuer, type TestIssuer } from './test-issuer.ts';
import { type World, world } from './world.ts';

const errorSchema = z.object({
  message: z.string(),
  path: z.array(z.union([z.string(), z.number()])).optional(),
  extensions: z.record(z.string(), z.unknown()).optional(),
});

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  /** Undefined where the answer has none, as after a request that was refused. */
  readonly data: unknown;
  readonly errors: readonly z.infer<typeof errorSchema>[];
}

/** What a request may say besides a query. */
export interface Ask {
  readonly user?: string;
  readonly variables?: Record<string, unknown>;
  readonly operationName?: string;
}

/** The API on a table, asked as the gateway asks it. */
export interface TestApi {
  readonly env: TestEnvironment;
  readonly world: World;
  readonly issuer: TestIssuer;
  /** Names of the commands that the table was sent. */
  readonly commands: string[];
  /** Asks as `owner` unless told otherwise. */
  ask(query: string, ask?: Ask): Promise<Answer>;
  /** Sends an event with these parts, with the token of `owner` unless there are headers of its own. */
  send(event: EventParts): Promise<Answer>;
  stop(): Promise<void>;
}

export interface EventParts {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly rawPath?: string;
  readonly rawQueryString?: string;
  readonly body?: string | undefined;
  readonly isBase64Encoded?: boolean;
}

export async function startGraphqlApi(tablesOf: TablesOf = 'ENGINE'): Promise<TestApi> {
  const [started, issuer] = await Promise.all([startTable(tablesOf), startIssuer()]);
  const env = testEnvironment(started.table);
  const api = graphqlApi(
    env,
    authenticator(env, tokenVerifier({ issuer: issuer.issuer, audience: AUDIENCE })),
  );
  const commands: string[] = [];
  started.table.client.middlewareStack.add(
    (next, context) => async (args) => {
      commands.push(context.commandName ?? 'unknown');
      return next(args);
    },
    { step: 'initialize', name: 'countCommands' },
  );
  // To sign costs more than most requests.
  const tokens = new Map<string, string>();
  const bearer = async (user: string): Promise<string> => {
    const token = tokens.get(user) ?? (await issuer.token(claimsFor(issuer.issuer, user)));
    tokens.set(user, token);
    return `Bearer ${token}`;
  };
  const send = async (parts: EventParts): Promise<Answer> => {
    const headers = parts.headers ?? {
      authorization: await bearer('owner'),
      'content-type': 'application/json',
    };
    return invoke(api, { ...parts, headers });
  };
  return {
    env,
    world: world(env),
    issuer,
    commands,
    send,
    async ask(query, { user = 'owner', variables, operationName } = {}) {
      const headers = { authorization: await bearer(user), 'content-type': 'application/json' };
      return send({ headers, body: JSON.stringify({ query, variables, operationName }) });
    },
    async stop() {
      await Promise.all([started.stop(), issuer.stop()]);
    },
  };
}

async function invoke(
  api: Api,
  { method = 'POST', rawPath = '/graphql', headers, rawQueryString, body, isBase64Encoded }: EventParts,
): Promise<Answer> {
  const event = {
    version: '2.0',
    routeKey: '$default',
    rawPath,
    rawQueryString: rawQueryString ?? '',
    headers,
    requestContext: { http: { method, path: rawPath } },
    body,
    isBase64Encoded: isBase64Encoded ?? false,
  };
  const answer = await api(event, { awsRequestId: 'request-1', getRemainingTimeInMillis: () => 25_000 });
  const text = answer.body ?? '';
  const parsed = z
    .object({ data: z.unknown().optional(), errors: z.array(errorSchema).default([]) })
    .parse(text === '' ? {} : JSON.parse(text));
  const { data, errors } = parsed;
  return { status: answer.statusCode ?? 0, headers: answer.headers ?? {}, text, data, errors };
}

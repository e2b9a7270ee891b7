import { restApi, type RestSettings } from '../../functions/rest/api.ts';
import { authenticator } from '../../shared/authentication/authenticate.ts';
import { createPersonalAccessToken } from '../../shared/authentication/personal-access-tokens/create.ts';
import { tokenVerifier } from '../../shared/authentication/issuer/verify.ts';
import type { Scope } from '../../shared/domain/personal-access-token.ts';
import { startEngine } from './engine.ts';
import { type TestEnvironment, testEnvironment } from './test-environment.ts';
import { AUDIENCE, claimsFor, startIssuer, type TestIssuer } from './test-issuer.ts';
import { type World, world } from './world.ts';

export interface RestAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly body: unknown;
}

interface Asked {
  /** `owner` unless told otherwise; with a token of the issuer unless there are headers of its own. */
  readonly user?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly method?: string;
  readonly settings?: Partial<RestSettings>;
}

/** The REST API on a real table, asked as the gateway asks it. */
export interface TestRestApi {
  readonly env: TestEnvironment;
  readonly world: World;
  readonly issuer: TestIssuer;
  /** `path` below `/api/v4/`, as `rawPath` has it. */
  get(path: string, asked?: Asked): Promise<RestAnswer>;
  /** A personal access token of a user. */
  personalToken(user: string, scope: Scope): Promise<string>;
  stop(): Promise<void>;
}

export async function startRestApi(): Promise<TestRestApi> {
  const [engine, issuer] = await Promise.all([startEngine(), startIssuer()]);
  const env = testEnvironment(engine.table);
  const authenticate = authenticator(env, tokenVerifier({ issuer: issuer.issuer, audience: AUDIENCE }));
  return {
    env,
    world: world(env),
    issuer,
    async get(path, { user = 'owner', headers, method = 'GET', settings } = {}) {
      const api = restApi(env, authenticate, { gitlabUrl: undefined, release: '1.2.3', ...settings });
      const own = headers ?? {
        authorization: `Bearer ${await issuer.token(claimsFor(issuer.issuer, user))}`,
      };
      const event = {
        version: '2.0',
        routeKey: 'ANY /api/v4/{proxy+}',
        rawPath: `/api/v4/${path}`,
        rawQueryString: '',
        headers: { host: 'api.example.com', 'x-forwarded-proto': 'https', ...own },
        requestContext: { domainName: 'id.execute-api.example', http: { method, path: `/api/v4/${path}` } },
        isBase64Encoded: false,
      };
      const answer = await api(event, { awsRequestId: 'request-1' });
      const text = answer.body ?? '';
      const body: unknown = JSON.parse(text);
      return { status: answer.statusCode ?? 0, headers: answer.headers ?? {}, text, body };
    },
    async personalToken(user, scope) {
      const expiresAt = env.clock.now() + 86_400_000;
      const created = await createPersonalAccessToken(env, user, { name: 'x', scopes: [scope], expiresAt });
      if (created.result !== 'CREATED') throw new Error(created.errors.join('\n'));
      return created.secret;
    },
    async stop() {
      await Promise.all([engine.stop(), issuer.stop()]);
    },
  };
}

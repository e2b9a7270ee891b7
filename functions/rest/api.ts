import type { Authenticate } from '../../shared/authentication/authenticate.ts';
import type { Environment } from '../../shared/environment/environment.ts';
import { follow } from '../../shared/environment/follow.ts';
import { METRICS } from '../../shared/names.ts';
import { metadataEntity } from './entities/metadata.ts';
import { projectEntity } from './entities/project.ts';
import { userEntity } from './entities/user.ts';
import { findProject } from './find-project.ts';
import {
  answer,
  type ApiAnswer,
  failed,
  notFound,
  noRoute,
  unauthorised,
  wrongMethod,
} from './http/answer.ts';
import { requestOf } from './http/event.ts';

type Env = Pick<Environment, 'table' | 'log'>;

export interface RestSettings {
  /** Where the web pages of projects are, without a slash at the end. Undefined: where the request came to. */
  readonly gitlabUrl: string | undefined;
  /** Of the product itself. */
  readonly release: string;
}

export type RestApi = (event: unknown, invocation: { readonly awsRequestId: string }) => Promise<ApiAnswer>;

/** What a route works with, for a caller who is known. */
interface Ask {
  readonly env: Env;
  readonly userId: string;
  readonly webUrl: string;
  readonly release: string;
}

type Route = (ask: Ask, id: string) => Promise<ApiAnswer> | ApiAnswer;

/** Path below `/api/v4/` → what answers it. A project's path may come with its slashes decoded. */
const ROUTES: readonly (readonly [RegExp, Route])[] = [
  [/^projects\/(.+)$/, project],
  [/^user$/, ({ userId, webUrl }) => answer(200, userEntity(userId, webUrl))],
  [/^(?:version|metadata)$/, ({ release }) => answer(200, metadataEntity(release))],
];

/** The part of GitLab's REST API that its clients ask before they use GraphQL. Reading needs no more than any token. */
export function restApi(env: Env, authenticate: Authenticate, settings: RestSettings): RestApi {
  return async (event, { awsRequestId: requestId }) => {
    try {
      const { method, path, headers, origin } = requestOf(event);
      const found = ROUTES.find(([pattern]) => pattern.test(path));
      if (!found) return noRoute();
      if (method !== 'GET') return wrongMethod();
      const authentication = await authenticate(headers, requestId);
      if (authentication.result === 'UNAVAILABLE') return failed(503);
      if (authentication.result === 'REFUSED') return unauthorised(authentication.challenge);
      const { caller, recorded } = authentication;
      const { gitlabUrl: webUrl = origin, release } = settings;
      const [pattern, route] = found;
      const [, id = ''] = pattern.exec(path) ?? [];
      const ask = { env: follow(env, requestId), userId: caller.userId, webUrl, release };
      const [answered] = await Promise.all([route(ask, id), recorded]);
      return answered;
    } catch (error) {
      env.log.error('a request failed', { requestId, error });
      env.log.count(METRICS.requestFailed);
      return failed(500);
    }
  };
}

async function project({ env, userId, webUrl }: Ask, id: string): Promise<ApiAnswer> {
  const found = await findProject(env, id, userId);
  return found ? answer(200, projectEntity(found, webUrl)) : notFound('Project');
}

import { AsyncLocalStorage } from 'node:async_hooks';
import { graphqlApi } from '../../../functions/graphql/api.ts';
import type { Api } from '../../../functions/graphql/http/known-callers.ts';
import type { Authenticate } from '../../../shared/authentication/authenticate.ts';
import type { Table } from '../../../shared/environment/environment.ts';
import type { Task } from '../schedule/task.ts';
import { environmentOf, type Surroundings } from './environment.ts';

interface Running {
  readonly task: Task;
  readonly surroundings: Surroundings;
}

/** The product's API, once a process: what it does belongs to the task in which it is asked. */
export interface SimulatedApi {
  ask(
    running: Running,
    user: string,
    body: string,
  ): Promise<{ readonly status: number; readonly body: string }>;
}

/** Milliseconds, as the stack sets it. */
const TIMEOUT = 25_000;

/** Who asks is said outright: tokens are another matter. */
const authenticate: Authenticate = async (headers) =>
  Promise.resolve({
    result: 'KNOWN',
    caller: { userId: headers.get('x-user') ?? '', token: 'ISSUER', mayWrite: true },
    recorded: Promise.resolve(),
  });

export function simulatedApi(base: Table): SimulatedApi {
  const storage = new AsyncLocalStorage<Running>();
  const running = (): Running => {
    const found = storage.getStore();
    if (!found) throw new Error('the API does something outside of every task');
    return found;
  };
  const api: Api = graphqlApi(
    environmentOf(
      base,
      () => running().surroundings,
      () => running().task,
    ),
    authenticate,
  );
  return {
    async ask(found, user, body) {
      const event = {
        version: '2.0',
        rawPath: '/graphql',
        rawQueryString: '',
        headers: { 'content-type': 'application/json', 'x-user': user },
        requestContext: { http: { method: 'POST' } },
        body,
      };
      const { task, surroundings } = found;
      const getRemainingTimeInMillis = (): number => TIMEOUT - (surroundings.clock.now() - task.startedAt);
      const answer = await storage.run(found, async () =>
        api(event, { awsRequestId: task.name, getRemainingTimeInMillis }),
      );
      return { status: answer.statusCode ?? 0, body: answer.body ?? '' };
    },
  };
}

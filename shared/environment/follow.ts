import type { Environment, Log } from './environment.ts';

/** What is added to an environment for one request, event or message. */
export interface Followed {
  readonly requestId: string;
  readonly log: Log;
}

/**
 * The environment for one request, event or message: every line that is logged, and every operation that is accepted,
 * carries its id. `keys` are further ids, such as that of the message that brought it.
 */
export function follow<Env extends Pick<Environment, 'log'>>(
  env: Env,
  requestId: string,
  keys: Readonly<Record<string, unknown>> = {},
): Env & Followed {
  return { ...env, requestId, log: env.log.about({ requestId, ...keys }) };
}

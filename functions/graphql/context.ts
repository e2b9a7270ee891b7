import type { Caller } from '../../shared/authentication/caller.ts';
import type { Environment } from '../../shared/environment/environment.ts';
import type { Loaders } from './loaders.ts';

/** What resolvers get besides their parent and arguments. New for every request. */
export interface RequestContext {
  readonly environment: Environment;
  /** Finds the request in the log. */
  readonly requestId: string;
  /** Who asks, and with what kind of token. */
  readonly caller: Caller;
  readonly loaders: Loaders;
  /** Epoch milliseconds by which the work should be done, so that there is an answer. */
  readonly deadline: number;
}

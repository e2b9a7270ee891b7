import type { Caller } from '../../shared/authentication/caller.ts';
import type { Environment } from '../../shared/environment/environment.ts';
import { follow } from '../../shared/environment/follow.ts';
import { until } from '../../shared/environment/until.ts';
import { Loaders } from './loaders.ts';

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

/** What is used of a Lambda context. */
export interface Invocation {
  readonly awsRequestId: string;
  getRemainingTimeInMillis(): number;
}

/** Milliseconds that are kept for making the answer. */
const RESERVE = 2_000;

export function contextOf(environment: Environment, caller: Caller, invocation: Invocation): RequestContext {
  const requestId = invocation.awsRequestId;
  const deadline = environment.clock.now() + invocation.getRemainingTimeInMillis() - RESERVE;
  // Who waits for others gives up while there is time to say so.
  const followed = follow(until(environment, deadline), requestId);
  const loaders = new Loaders(followed, caller.userId);
  return { environment: followed, requestId, caller, deadline, loaders };
}

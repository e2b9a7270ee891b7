import * as z from 'zod/mini';
import type { Environment } from '../../shared/environment/environment.ts';
import { follow } from '../../shared/environment/follow.ts';
import type { Invocation } from '../../shared/pipeline/batch.ts';
import { sweepEverything, sweepRecent } from '../../shared/sweep/sweep.ts';

/** What a schedule asks for. */
const task = z.object({ scope: z.enum(['RECENT', 'EVERYTHING']) });

/** Milliseconds before the end of the function's time at which nothing further is looked at. */
const RESERVE = 30_000;

/** Has repaired what no operation will reach any more. */
export function sweeper(own: Environment): (event: unknown, invocation: Invocation) => Promise<void> {
  return async (event, invocation) => {
    const { awsRequestId } = invocation;
    const env = awsRequestId === undefined ? own : follow(own, awsRequestId);
    const { scope } = task.parse(event);
    const deadline = env.clock.now() + invocation.getRemainingTimeInMillis() - RESERVE;
    if (scope === 'RECENT') {
      try {
        env.log.info('swept what moved lately', { ...(await sweepRecent(env, { deadline })) });
      } finally {
        // Goes on with one of everything that ran out of time, if there is one, whatever became of the other.
        await sweepEverything(env, { deadline, resume: true });
      }
    } else env.log.info('swept everything', { ...(await sweepEverything(env, { deadline })) });
  };
}

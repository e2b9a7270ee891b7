import { handleBatch, type Worker, type WorkerEnvironment } from '../../shared/pipeline/batch.ts';
import { pageMessage } from '../../shared/pipeline/message.ts';
import { type PageEnvironment, runMessage } from './run-message.ts';

/** Milliseconds before the end of the function's time at which no new round of work begins. */
const RESERVE = 4_000;

export function attachWorker(env: PageEnvironment & WorkerEnvironment): Worker {
  return async (event, invocation) => {
    const deadline = env.clock.now() + invocation.getRemainingTimeInMillis() - RESERVE;
    return handleBatch(env, event, {
      parse: (body) => pageMessage.parse(body),
      run: async (message) => runMessage(env, message, deadline),
      deadline,
    });
  };
}

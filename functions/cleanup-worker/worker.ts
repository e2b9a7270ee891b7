import { envelope, parseTreeEvent } from '../../shared/domain/tree-event.ts';
import type { Environment } from '../../shared/environment/environment.ts';
import { handleBatch, type Worker, type WorkerEnvironment } from '../../shared/pipeline/batch.ts';
import { applyEvent } from '../../shared/tree/apply-event.ts';

/** Milliseconds before the end of the function's time at which no new event is begun. */
const RESERVE = 8_000;

export function cleanupWorker(env: Environment & WorkerEnvironment): Worker {
  return async (event, invocation) =>
    handleBatch(env, event, {
      parse(body) {
        const parsed = envelope.parse(body);
        parseTreeEvent(parsed);
        return parsed;
      },
      idsOf: ({ id }) => ({ requestId: id }),
      run: async (followed, message) => applyEvent(followed, message),
      deadline: env.clock.now() + invocation.getRemainingTimeInMillis() - RESERVE,
      invocation,
    });
}

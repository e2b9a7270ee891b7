import { parseScanFinished } from '../../shared/domain/scan-status/scan-event.ts';
import type { Environment } from '../../shared/environment/environment.ts';
import { handleBatch, type Worker, type WorkerEnvironment } from '../../shared/pipeline/batch.ts';
import { recordEvent } from './record-event.ts';

/** Milliseconds before the end of the function's time at which no new event is begun. */
const RESERVE = 8_000;

export function statusWorker(env: Omit<Environment, 'attachQueue'> & WorkerEnvironment): Worker {
  return async (event, invocation) =>
    handleBatch(env, event, {
      parse: parseScanFinished,
      idsOf: ({ eventId }) => ({ requestId: eventId }),
      run: async (followed, finished) => recordEvent(followed, finished),
      deadline: env.clock.now() + invocation.getRemainingTimeInMillis() - RESERVE,
      invocation,
    });
}

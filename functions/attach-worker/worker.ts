import { handleBatch, type Ids, type Worker, type WorkerEnvironment } from '../../shared/pipeline/batch.ts';
import { isKnown, pageMessage, type PageMessage, requestOf } from '../../shared/pipeline/message.ts';
import { type PageEnvironment, runMessage } from './run-message.ts';

/** Milliseconds before the end of the function's time at which no new round of work begins. */
const RESERVE = 4_000;

export function attachWorker(env: PageEnvironment & WorkerEnvironment): Worker {
  return async (event, invocation) => {
    const deadline = env.clock.now() + invocation.getRemainingTimeInMillis() - RESERVE;
    return handleBatch(env, event, {
      parse: (body) => pageMessage.parse(body),
      idsOf,
      run: async (followed, message, receives) => runMessage(followed, message, deadline, receives),
      deadline,
      invocation,
    });
  };
}

/** Of a message that does not say which request it is for it is at least known which operation. */
function idsOf(message: PageMessage): Ids | undefined {
  if (!isKnown(message)) return undefined;
  const { operationId, pageId } = message;
  return { requestId: requestOf(message), operationId, pageId };
}

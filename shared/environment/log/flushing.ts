import type { FunctionLog } from './powertools-log.ts';

/** A handler that writes its metrics once an invocation, when it ends, however it ends. */
export function flushing<Given extends readonly unknown[], Answer>(
  log: Pick<FunctionLog, 'flush'>,
  handle: (...given: Given) => Promise<Answer>,
): (...given: Given) => Promise<Answer> {
  return async (...given) => {
    try {
      return await handle(...given);
    } finally {
      log.flush();
    }
  };
}

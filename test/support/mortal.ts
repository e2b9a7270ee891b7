import { pageMessage } from '../../shared/pipeline/message.ts';
import { runMessage } from '../../functions/attach-worker/run-message.ts';
import { Crash, injectFaults } from './faults.ts';
import type { TestEnvironment } from './test-environment.ts';

/**
 * An environment in which a function can die once: right after so many of its effects, of reads as well as writes, of what
 * it sends and of what it publishes. To die before one of them is to die after the one before.
 */
export interface Mortal {
  readonly env: TestEnvironment;
  /** Delivers what is in the queue. The message at which the worker dies comes again, after the others. Answers if it died. */
  drain(fatal: number): Promise<boolean>;
}

export function mortal(immortal: TestEnvironment): Mortal {
  let left = Infinity;
  const step = (): void => {
    left -= 1;
    if (left === 0) throw new Crash('the function dies here');
  };
  const { attachQueue, events } = immortal;
  const env: TestEnvironment = {
    ...immortal,
    attachQueue: {
      ...attachQueue,
      async send(messages) {
        await attachQueue.send(messages);
        step();
      },
    },
    events: {
      ...events,
      async publish(entries) {
        await events.publish(entries);
        step();
      },
    },
  };
  return {
    env,
    async drain(fatal) {
      left = fatal;
      const faults = injectFaults(env.table, () => ({ after: step }));
      for (let body = next(env); body !== undefined; body = next(env)) {
        try {
          await runMessage(env, pageMessage.parse(JSON.parse(body)), env.clock.now() + 20_000);
        } catch (error) {
          if (!(error instanceof Crash)) throw error;
          faults.stop();
          attachQueue.messages.push({ group: '', body });
        }
      }
      faults.stop();
      const died = left <= 0;
      left = Infinity;
      return died;
    },
  };
}

function next({ attachQueue }: TestEnvironment): string | undefined {
  return attachQueue.messages.shift()?.body;
}

import { randomUUID } from 'node:crypto';
import type { Table } from '../../shared/environment/environment.ts';

/** What happens around one call of the SDK: `before` it is sent, or `after` it took effect and before its reply is seen. */
export interface Fault {
  readonly before?: () => Promise<void> | void;
  readonly after?: () => Promise<void> | void;
}

/** Thrown by faults: the function dies here. */
export class Crash extends Error {}

/**
 * Puts faults around the calls that go through a table's real client. `choose` sees each command's name and its number
 * among all calls, from 1. Answers how to take the faults away again, and how many calls there were.
 */
export function injectFaults(
  { client }: Table,
  choose: (command: string, call: number) => Fault | undefined,
): { readonly calls: () => number; readonly stop: () => void } {
  let calls = 0;
  const name = `injectFaults ${randomUUID()}`;
  client.middlewareStack.add(
    (next, context) => async (args) => {
      calls += 1;
      const fault = choose(String(context.commandName), calls);
      await fault?.before?.();
      const answer = await next(args);
      await fault?.after?.();
      return answer;
    },
    { name, step: 'initialize', priority: 'high' },
  );
  return { calls: () => calls, stop: () => client.middlewareStack.remove(name) };
}

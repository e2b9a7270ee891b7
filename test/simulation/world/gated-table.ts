import { BatchExecuteStatementCommand, BatchGetCommand } from '@aws-sdk/lib-dynamodb';
import type { Table } from '../../../shared/environment/environment.ts';
import type { Gate } from '../schedule/gate.ts';
import type { Task } from '../schedule/task.ts';
import {
  batchGetCall,
  batchStatementsCall,
  type Parts,
  partsOfGet,
  partsOfStatements,
} from './batch-calls.ts';
import { tableCall } from './table-calls.ts';

/** How often a batch is carried out item by item, with others in between: one in so many. */
const SPLIT = 3;

/** The table as a task reaches it: commands of the SDK go through the gate one at a time. */
export function gatedTable(
  { client, name }: Table,
  gateOf: () => Gate,
  taskOf: () => Task,
  sleep: (milliseconds: number) => Promise<void>,
): Table {
  const send = async (command: unknown): Promise<unknown> => {
    const [task, gate] = [taskOf(), gateOf()];
    if (command instanceof BatchGetCommand) {
      const parts = partsOfGet(command);
      if (isSplit(task, parts))
        return inParts(parts, async (part) => gate.call(task, batchGetCall(client, part)));
    }
    if (command instanceof BatchExecuteStatementCommand) {
      const parts = partsOfStatements(command);
      if (isSplit(task, parts))
        return inParts(parts, async (part) => gate.call(task, batchStatementsCall(client, part)));
    }
    return gate.call(task, tableCall(client, command));
  };
  const gated = new Proxy(client, {
    get: (target, property): unknown => (property === 'send' ? send : Reflect.get(target, property, target)),
  });
  return { client: gated, name, backOff: async (round) => sleep(Math.min(2_000, 25 * 2 ** round)) };
}

function isSplit(task: Task, { commands }: { readonly commands: readonly unknown[] }): boolean {
  return commands.length > 1 && task.random.below(SPLIT) === 0;
}

/** All of them on their way at once. It is answered when all are; where one fails, it fails. */
async function inParts<Command, Answer>(
  { commands, together }: Parts<Command, Answer>,
  send: (command: Command) => Promise<Answer>,
): Promise<Answer> {
  const results = await Promise.allSettled(commands.map(send));
  return together(
    results.map((result) => {
      if (result.status === 'rejected') throw result.reason;
      return result.value;
    }),
  );
}

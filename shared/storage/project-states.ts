import { BatchExecuteStatementCommand } from '@aws-sdk/lib-dynamodb';
import type { ProjectState } from '../domain/project-state.ts';
import type { Table } from '../environment/environment.ts';
import { nodeItemKey } from './keys.ts';
import { type Piece, update } from './write.ts';

/** A project's new state and the version of the one that it replaces. */
export interface StateWrite {
  readonly projectId: number;
  readonly before: number;
  readonly state: ProjectState;
}

/** AGAIN: somebody else wrote first, or the table had no capacity; read and decide again. */
export type StateWritten = 'WRITTEN' | 'AGAIN' | 'IMPOSSIBLE';

/** What one `BatchExecuteStatement` takes. */
const BATCH = 25;
const CONCURRENCY = 4;

const AGAIN: readonly string[] = [
  'ConditionalCheckFailed',
  'TransactionConflict',
  'ThrottlingError',
  'ProvisionedThroughputExceeded',
  'RequestLimitExceeded',
  'InternalServerError',
];

/**
 * Writes states, each only if the version that was read is still there, 25 to a call. A call whose reply is lost counts
 * as AGAIN: who reads again recognises its own effects. Once the time is up no further call is made: what was not tried is
 * absent from the answer.
 */
export async function writeStates(
  table: Table,
  writes: readonly StateWrite[],
  isTimeUp: () => boolean = () => false,
): Promise<ReadonlyMap<number, StateWritten>> {
  const batches: StateWrite[][] = [];
  for (let start = 0; start < writes.length; start += BATCH) batches.push(writes.slice(start, start + BATCH));
  const results = new Map<number, StateWritten>();
  const work = batches.values();
  const run = async (): Promise<void> => {
    for (const batch of work) {
      const answers = await writeBatch(table, batch);
      for (const [index, { projectId }] of batch.entries()) results.set(projectId, answers[index] ?? 'AGAIN');
      if (isTimeUp()) return;
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, run));
  return results;
}

/** The same in a transaction. Refused by `state`. */
export function writeState({ projectId, before, state }: StateWrite): Piece {
  return update('state', nodeItemKey({ kind: 'project', id: projectId }), 'SET #state = :state', {
    condition: '#state.#version = :before',
    names: { '#state': 'state', '#version': 'version' },
    values: { ':state': state, ':before': before },
  });
}

async function writeBatch(table: Table, batch: readonly StateWrite[]): Promise<readonly StateWritten[]> {
  const Statement = `UPDATE "${table.name}" SET "state"=? WHERE "PK"=? AND "SK"=? AND "state"."version"=?`;
  const Statements = batch.map(({ projectId, before, state }) => {
    const { PK, SK } = nodeItemKey({ kind: 'project', id: projectId });
    return { Statement, Parameters: [state, PK, SK, before] };
  });
  const { Responses } = await table.client.send(new BatchExecuteStatementCommand({ Statements }));
  return (Responses ?? []).map(({ Error: refusal }) => {
    if (refusal === undefined) return 'WRITTEN';
    return AGAIN.includes(refusal.Code ?? '') ? 'AGAIN' : 'IMPOSSIBLE';
  });
}

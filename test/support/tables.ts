import { afterAll, beforeAll } from 'vitest';
import type { Table } from '../../shared/environment/environment.ts';
import { inProcessTable } from '../simulation/table/in-process-table.ts';
import { newTable, startEngine, type TestEngine } from './engine.ts';
import { beStrict } from './strict.ts';

/**
 * Where a test's tables are. `ENGINE` is the rule. `PROCESS` is for the tests that try every point at which something may
 * happen, and all combinations of what may be asked: thousands of calls, which cost a tenth there, of a table that the
 * storage tests hold against the engine. With `TEST_TABLES=ENGINE` these run on the engine as well.
 */
export type TablesOf = 'ENGINE' | 'PROCESS';

/** Answers how a test of this file makes itself an empty table. An engine is started for the file, if it takes one. */
export function useTables(tablesOf: TablesOf): () => Promise<Table> {
  if (isInProcess(tablesOf)) return async () => Promise.resolve(tableInProcess());
  let engine: TestEngine | undefined;
  beforeAll(async () => {
    engine = await startEngine();
  });
  afterAll(async () => engine?.stop());
  return async () => {
    if (!engine) throw new Error('a table is made in a test or a hook');
    return newTable(engine.endpoint);
  };
}

/** An empty table, of an engine of its own unless it is in this process. */
export async function startTable(
  tablesOf: TablesOf,
): Promise<{ readonly table: Table; readonly stop: () => Promise<void> }> {
  if (!isInProcess(tablesOf)) return startEngine();
  return { table: tableInProcess(), stop: async () => Promise.resolve() };
}

function isInProcess(tablesOf: TablesOf): boolean {
  return tablesOf === 'PROCESS' && process.env['TEST_TABLES'] !== 'ENGINE';
}

function tableInProcess(): Table {
  const { table } = inProcessTable();
  beStrict(table);
  return table;
}

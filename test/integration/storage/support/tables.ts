import { afterAll, beforeAll, beforeEach, describe } from 'vitest';
import type { Table } from '../../../../shared/environment/environment.ts';
import { inProcessTable } from '../../../simulation/table/in-process-table.ts';
import { newTable, startEngine, type TestEngine } from '../../../support/engine.ts';

/**
 * The same cases on the real engine and on the table that simulated histories run on, each case on an empty table: what one
 * of them does otherwise than the other, no history can be trusted about.
 */
export function describeTables(cases: (table: () => Table) => void): void {
  describe('the engine', () => {
    let engine: TestEngine;
    let table: Table;
    beforeAll(async () => {
      engine = await startEngine();
    });
    beforeEach(async () => {
      table = await newTable(engine.endpoint);
    });
    afterAll(async () => engine.stop());
    cases(() => table);
  });
  describe('the in-process table', () => {
    let table: Table;
    beforeEach(() => {
      ({ table } = inProcessTable());
    });
    cases(() => table);
  });
}

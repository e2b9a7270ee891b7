import { writeFileSync } from 'node:fs';
import { MUTANTS } from '../all.ts';
import { isDetected, type MatrixOptions, type Row, runMatrix } from './run-matrix.ts';
import { tableOf } from './table.ts';

export interface PrintOptions extends Pick<MatrixOptions, 'names' | 'jobs' | 'from' | 'maxSeeds' | 'enough'> {
  /** A file that the table goes to, as far as it is known, whenever more is known. */
  readonly file?: string | undefined;
}

/**
 * Runs the kill matrix and prints it as a table. Answers whether all is as it should be: every guard that is missing is
 * noticed, and nothing is found where none is.
 */
export async function printMatrix({ file, ...options }: PrintOptions): Promise<boolean> {
  const known = new Map<string, Row>();
  const matrix = await runMatrix({
    ...options,
    onRow(row) {
      known.set(row.mutant.name, row);
      console.log(
        `${row.mutant.name}: ${row.histories.broken.length} of ${row.histories.of} ${row.failure ?? ''}`,
      );
      const rows = MUTANTS.flatMap(({ name }) => known.get(name) ?? []);
      if (file !== undefined) writeFileSync(file, `${tableOf({ rows, broken: [] })}\n`);
    },
  });
  const table = tableOf(matrix);
  if (file !== undefined) writeFileSync(file, `${table}\n`);
  console.log(table);
  return matrix.broken.length === 0 && matrix.rows.every(isDetected);
}

import { writeFileSync } from 'node:fs';
import { plural } from '../../../../cli/scan-profiles/output/plain.ts';
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
  const { names = [], maxSeeds, enough = 3 } = options;
  const chosen = MUTANTS.filter(({ name }) => names.length === 0 || names.includes(name));
  const tried = chosen.filter(({ beyondHistories }) => beyondHistories === undefined);
  const hasHistories = maxSeeds > 0 && tried.length > 0;
  const begun = performance.now();
  const time = (): string => `${Math.round((performance.now() - begun) / 1000)} s`.padStart(7);
  console.log(
    `Directed tests of ${plural(chosen.length, 'guard')}${hasHistories ? `, then up to ${maxSeeds} histories without each of ${tried.length} of them, until ${enough} notice.` : '.'}`,
  );
  if (hasHistories) console.log('   time   done      guard: histories that notice, of those that were run');
  const known = new Map<string, Row>();
  const isDone = ({ histories: { broken, of }, failure }: Row): boolean =>
    failure !== undefined || broken.length >= enough || of >= maxSeeds;
  const matrix = await runMatrix({
    ...options,
    onRow(row) {
      known.set(row.mutant.name, row);
      const done = `${[...known.values()].filter(isDone).length} of ${tried.length}`.padEnd(10);
      const { broken, of } = row.histories;
      const told = row.failure === undefined ? `${broken.length} of ${of}` : `no answer: ${row.failure}`;
      console.log(`${time()}   ${done}${row.mutant.name}: ${told}`);
      const rows = MUTANTS.flatMap(({ name }) => known.get(name) ?? []);
      if (file !== undefined) writeFileSync(file, `${tableOf({ rows, broken: [] })}\n`);
    },
  });
  const table = tableOf(matrix);
  if (file !== undefined) writeFileSync(file, `${table}\n`);
  console.log(`\n${table}\n${time().trim()}`);
  return matrix.broken.length === 0 && matrix.rows.every(isDetected);
}

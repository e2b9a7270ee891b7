import type { CommonContext } from '../commands/context.ts';
import { collect, nodesOf, type ReadPage } from '../deployment/pages.ts';
import type { Columns } from './column.ts';
import { csvHeader, csvRow } from './csv.ts';
import { writeJsonArray } from './json.ts';
import { plural } from './plain.ts';
import { textTable } from './text-table.ts';

/** Rows of a table as text where the person names no number. */
const DEFAULT_ROWS = 20;

/** A list of the API, and how to show it. */
export interface List<Row> {
  readonly readPage: ReadPage<Row>;
  readonly limit: number | undefined;
  /** `operation`. */
  readonly noun: string;
  readonly text: Columns<Row>;
  readonly csv: Columns<Row>;
}

/** Writes a list in the format that is wanted: as data while its pages come, as text once its rows are known. */
export async function writeRows<Row>(context: CommonContext, list: List<Row>): Promise<void> {
  const { readPage, limit, noun, text, csv } = list;
  const { output } = context.surroundings;
  if (context.format === 'JSON') return writeJsonArray(output, nodesOf(readPage, limit));
  if (context.format === 'CSV') return writeCsv(context, csv, nodesOf(readPage, limit));
  const most = limit ?? DEFAULT_ROWS;
  // One more tells whether there are more.
  const rows = await collect(nodesOf(readPage, most + 1));
  const shown = rows.slice(0, most);
  if (shown.length === 0) context.say(`There is no ${noun}.`);
  else await output.write(`${textTable(text, shown).join('\n')}\n`);
  if (rows.length > most) context.say(`There are more than ${plural(most, noun)}: --limit N shows so many.`);
}

async function writeCsv<Row>(
  { surroundings: { output } }: CommonContext,
  columns: Columns<Row>,
  rows: AsyncIterable<Row>,
): Promise<void> {
  await output.write(csvHeader(columns));
  for await (const row of rows) await output.write(csvRow(columns, row));
}

import type { Cell, Columns } from './column.ts';

/** A text that spreadsheets would take for a formula, also where they look past leading blanks. */
const FORMULA = /^\s*[=+\-@\t\r＝＋－＠]/u;

/** A text that means the same with and without quotes, whatever a reader takes for the separator. */
const BARE = /^[\w./:@-]*$/;

/** The header line. */
export function csvHeader<Row>(columns: Columns<Row>): string {
  return lineOf(Object.keys(columns));
}

/** One line (RFC 4180, with the line ends of Unix). */
export function csvRow<Row>(columns: Columns<Row>, row: Row): string {
  return lineOf(Object.values(columns).map((cell) => cell(row)));
}

/** The header line and one for each row. */
export function csvText<Row>(columns: Columns<Row>, rows: readonly Row[]): string {
  return [csvHeader(columns), ...rows.map((row) => csvRow(columns, row))].join('');
}

function lineOf(cells: readonly Cell[]): string {
  return `${cells.map(cellText).join(',')}\n`;
}

/** Texts that could be a formula begin with an apostrophe: then a spreadsheet shows them, and does nothing else. */
function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return BARE.test(text) ? text : `"${text.replaceAll('"', '""')}"`;
}

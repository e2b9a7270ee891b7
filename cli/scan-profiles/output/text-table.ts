import type { Cell, Columns } from './column.ts';
import { countText, plain } from './plain.ts';

/** Lines of a table: columns as wide as they have to be, numbers to the right. */
export function textTable<Row>(columns: Columns<Row>, rows: readonly Row[]): readonly string[] {
  const headers = Object.keys(columns);
  const cells = rows.map((row) => Object.values(columns).map((cell) => cell(row)));
  const widths = headers.map((header, index) =>
    Math.max(header.length, ...cells.map((line) => textOf(line[index] ?? null).length)),
  );
  const line = (parts: readonly Cell[]): string =>
    parts
      .map((part, index) => pad(part, widths[index] ?? 0))
      .join('  ')
      .trimEnd();
  return [line(headers), ...cells.map(line)];
}

function pad(cell: Cell, width: number): string {
  return typeof cell === 'number' ? textOf(cell).padStart(width) : textOf(cell).padEnd(width);
}

function textOf(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return countText(cell);
  return typeof cell === 'boolean' ? (cell ? 'yes' : 'no') : plain(cell);
}

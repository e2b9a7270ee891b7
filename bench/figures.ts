import type { Figures } from './bench.ts';

/** Tables in Markdown, as docs/performance.md has them. */
export function markdownOf(measured: ReadonlyMap<string, readonly Figures[]>): string {
  return [...measured]
    .map(([name, tables]) => [`## ${name}`, ...tables.map(tableOf)].join('\n\n'))
    .join('\n\n');
}

function tableOf({ title, columns, rows, notes = [] }: Figures): string {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
  const aligned = columns.map((_, index) =>
    rows.every((row) => typeof row[index] === 'number') ? '--:' : '---',
  );
  const table = [line(columns), line(aligned), ...rows.map((row) => line(row.map(shown)))].join('\n');
  return [`### ${title}`, table, ...notes.map((note) => `- ${note}`)].join('\n\n');
}

/** Counts as they are, units and ratios with three digits after the point, a dash for what was not measured. */
function shown(cell: string | number): string {
  if (typeof cell === 'string') return cell;
  if (Number.isNaN(cell)) return '–';
  return Number.isInteger(cell) ? cell.toLocaleString('en') : cell.toFixed(3);
}

/** By the name of the bench: its tables, each row an object by column. */
export function jsonOf(measured: ReadonlyMap<string, readonly Figures[]>): string {
  const benches = Object.fromEntries(
    [...measured].map(([name, tables]) => [name, tables.map(dataOf)] as const),
  );
  return JSON.stringify({ measuredAt: new Date().toISOString(), node: process.version, benches }, null, 2);
}

function dataOf({ title, columns, rows, notes = [] }: Figures): object {
  const named = rows.map((row) =>
    Object.fromEntries(columns.map((column, index) => [column, row[index]] as const)),
  );
  return { title, rows: named, notes };
}

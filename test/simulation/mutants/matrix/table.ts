import { RACES } from '../mutant.ts';
import { isDetected, type Matrix, type Row } from './run-matrix.ts';

/** The matrix as a table in Markdown, race by race, and what it comes to. */
export function tableOf({ rows, broken }: Matrix): string {
  const lines = rows.map((row) => {
    const { name, race, guard, without } = row.mutant;
    return `| ${[RACES[race], guard, without, `\`${name}\``, byHistories(row), byTest(row)].join(' | ')} |`;
  });
  const undetected = rows.filter((row) => !isDetected(row)).map(({ mutant }) => mutant.name);
  const found = rows.filter(({ histories }) => histories.broken.length > 0).length;
  return [
    '| Race | Guard | Without it | Mutant | Histories that notice (first seed) | Directed test |',
    '|---|---|---|---|---|---|',
    ...lines,
    '',
    `${rows.length} guards, ${found} of them found missing by histories, ${rows.filter(({ directed }) => directed.length > 0).length} by a directed test, ${undetected.length} by neither${undetected.length > 0 ? `: ${undetected.join(', ')}` : ''}.`,
    ...broken.map(
      ({ shows, message }) => `Not as it should be, though no guard is missing: ${shows}\n${message}`,
    ),
  ].join('\n');
}

function byHistories({ mutant, histories, failure }: Row): string {
  if (mutant.beyondHistories !== undefined) return `– (${mutant.beyondHistories})`;
  if (failure !== undefined) return `no answer: ${failure}`;
  const [first] = histories.broken;
  if (first === undefined) return histories.of === 0 ? 'not run' : `0 of ${histories.of}`;
  const promises = [...new Set(histories.broken.map(({ promise }) => promise))].join(', ');
  return `${histories.broken.length} of ${histories.of} (${first.seed}): ${promises}`;
}

function byTest({ directed }: Row): string {
  return directed.map(({ shows }) => shows).join('; ') || '–';
}

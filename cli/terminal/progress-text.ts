/** How far something is. `total` is absent while it is not known; `seconds` since it began. */
export interface Progress {
  readonly label: string;
  readonly done: number;
  readonly total?: number | undefined;
  readonly seconds: number;
}

const BAR = 24;
const counts = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });

/** One line of text: `projects ████████░░░░ 12,345 of 35,566 · 6,900 a second`. */
export function progressText({ label, done, total, seconds }: Progress): string {
  const rate = seconds > 0 ? ` · ${counts.format(done / seconds)} a second` : '';
  if (total === undefined) return `${label} ${counts.format(done)}${rate}`;
  const filled = total === 0 ? BAR : Math.floor((BAR * Math.min(done, total)) / total);
  const bar = '█'.repeat(filled) + '░'.repeat(BAR - filled);
  return `${label} ${bar} ${counts.format(done)} of ${counts.format(total)}${rate}`;
}

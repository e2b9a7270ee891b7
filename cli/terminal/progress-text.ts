/** How far something is. `total` is absent while it is not known; `seconds` since it began. */
export interface Progress {
  readonly label: string;
  readonly done: number;
  readonly total?: number | undefined;
  readonly seconds: number;
  /** How much was done before those seconds. */
  readonly before?: number | undefined;
}

const BAR = 24;
const counts = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });

/** One line of text: `projects ████████░░░░ 12,345 of 35,566 · 6,900 a second · 4 s left`. */
export function progressText({ label, done, total, seconds, before = 0 }: Progress): string {
  const rate = seconds > 0 ? (done - before) / seconds : 0;
  const rateText = seconds > 0 ? ` · ${counts.format(rate)} a second` : '';
  if (total === undefined) return `${label} ${counts.format(done)}${rateText}`;
  const filled = total === 0 ? BAR : Math.floor((BAR * Math.min(done, total)) / total);
  const bar = '█'.repeat(filled) + '░'.repeat(BAR - filled);
  const left = rate > 0 && done < total ? ` · ${timeText((total - done) / rate)} left` : '';
  return `${label} ${bar} ${counts.format(done)} of ${counts.format(total)}${rateText}${left}`;
}

/** `42 s`, `3 min`, `2 h 5 min`. */
function timeText(seconds: number): string {
  if (seconds < 100) return `${Math.ceil(seconds)} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 100 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

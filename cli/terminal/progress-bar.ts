import { progressText } from './progress-text.ts';

/** Where progress is shown: `process.stderr`, as far as it is needed here. */
export interface Terminal {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  write(text: string): unknown;
}

/** Milliseconds between two lines, or on a terminal between two states of one line. */
const LINE_INTERVAL = 3_000;
const REDRAW_INTERVAL = 80;

const DEFAULT_COLUMNS = 80;

const CLEAR_LINE = '\r\u001b[2K';

interface Phase {
  readonly label: string;
  readonly since: number;
  /** How much was done when it began. */
  readonly before: number;
  shownAt: number;
  text: string;
  isShown: boolean;
}

/** A bar that is redrawn in place on a terminal, and a line every few seconds where output goes elsewhere. */
export class ProgressBar {
  private readonly terminal: Terminal;
  private readonly now: () => number;
  private phase: Phase | undefined;

  constructor(terminal: Terminal = process.stderr, now: () => number = () => performance.now()) {
    this.terminal = terminal;
    this.now = now;
  }

  /** A new label begins a new line and a new measurement. `total` is left out while it is not known. */
  show(label: string, done: number, total?: number): void {
    const time = this.now();
    if (this.phase?.label !== label) {
      this.end();
      this.phase = { label, since: time, before: done, shownAt: time, text: '', isShown: true };
    }
    const { phase } = this;
    const { since, before } = phase;
    phase.text = progressText({ label, done, total, seconds: (time - since) / 1000, before });
    phase.isShown = time - phase.shownAt >= (this.terminal.isTTY ? REDRAW_INTERVAL : LINE_INTERVAL);
    if (!phase.isShown) return;
    phase.shownAt = time;
    this.draw(phase.text);
  }

  /** Writes a line that stays, above the bar. */
  print(text: string): void {
    this.terminal.write(`${this.terminal.isTTY ? CLEAR_LINE : ''}${text}\n`);
    if (this.phase && this.terminal.isTTY) this.draw(this.phase.text);
  }

  /** Leaves the last state on its line. */
  end(): void {
    if (this.phase && !this.phase.isShown) this.draw(this.phase.text);
    if (this.phase && this.terminal.isTTY) this.terminal.write('\n');
    this.phase = undefined;
  }

  private draw(text: string): void {
    const { isTTY, columns = 0 } = this.terminal;
    // Some terminals say that they have none.
    const width = columns > 0 ? columns : DEFAULT_COLUMNS;
    this.terminal.write(isTTY ? `${CLEAR_LINE}${text.slice(0, width - 1)}` : `${text}\n`);
  }
}

const WIDTH = 28;
/** Milliseconds between two drawings. */
const PERIOD = 100;

interface Output {
  isTTY?: boolean;
  write: (text: string) => unknown;
}

/** A line that is drawn again and again. Where nobody watches (no terminal) only its last state is written. */
export class ProgressBar {
  private readonly output: Output;
  private readonly label: string;
  private readonly startedAt = performance.now();
  private drawnAt = 0;
  private line = '';

  constructor(label: string, output: Output = process.stderr) {
    this.label = label;
    this.output = output;
  }

  /** `total` may be unknown at first. */
  update(done: number, total: number | undefined): void {
    const now = performance.now();
    this.line = `${this.label} ${drawing(done, total)} ${rate(done, now - this.startedAt)}`;
    if (this.output.isTTY !== true || now - this.drawnAt < PERIOD) return;
    this.drawnAt = now;
    this.output.write(`\r\u001b[2K${this.line}`);
  }

  /** Leaves the last state on a line of its own. */
  end(): void {
    this.output.write(this.output.isTTY === true ? `\r\u001b[2K${this.line}\n` : `${this.line}\n`);
  }
}

function drawing(done: number, total: number | undefined): string {
  const count = done.toLocaleString('en');
  if (total === undefined || total === 0) return count;
  const filled = Math.round((Math.min(done, total) / total) * WIDTH);
  return `${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${count} of ${total.toLocaleString('en')}`;
}

function rate(done: number, milliseconds: number): string {
  return milliseconds < 1
    ? ''
    : `(${Math.round((done / milliseconds) * 1000).toLocaleString('en')} a second)`;
}

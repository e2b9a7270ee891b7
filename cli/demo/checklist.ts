interface Check {
  readonly text: string;
  readonly holds: boolean;
  readonly found: string;
}

/** What a tour checked. */
export class Checklist {
  private readonly checks: Check[] = [];
  private readonly print: (line: string) => void;

  constructor(print: (line: string) => void) {
    this.print = print;
  }

  /** Notes, and says, whether something holds; `found` is what was seen. */
  check(text: string, holds: boolean, found = ''): void {
    const check = { text, holds, found };
    this.checks.push(check);
    this.print(lineOf(check, text.length));
  }

  get allHold(): boolean {
    return this.checks.length > 0 && this.checks.every(({ holds }) => holds);
  }

  /** A line a check, and a last one that counts; nothing where nothing was checked. */
  table(): readonly string[] {
    const width = Math.max(...this.checks.map(({ text }) => text.length));
    if (this.checks.length === 0) return [];
    const held = this.checks.filter(({ holds }) => holds).length;
    return [
      '',
      ...this.checks.map((check) => lineOf(check, width)),
      `${held} of ${this.checks.length} checks held.`,
    ];
  }
}

function lineOf({ text, holds, found }: Check, width: number): string {
  return `${holds ? '✔' : '✘'} ${text.padEnd(width)}  ${found}`.trimEnd();
}

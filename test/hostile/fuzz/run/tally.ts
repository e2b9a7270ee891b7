import type { Outcome } from './fuzz.ts';

/** As many faults as are shown. */
const SHOWN = 20;

/** Counts what came of requests, and keeps the first fault of each sort. */
export class Tally {
  faults = 0;
  private readonly counts = new Map<string, Map<number, number>>();
  private readonly kept = new Map<string, string>();

  /** Answers what was not seen before. */
  add(index: number, { kind, status, faults, sent }: Outcome): readonly string[] {
    const statuses = this.counts.get(kind) ?? new Map<number, number>();
    this.counts.set(kind, statuses.set(status, (statuses.get(status) ?? 0) + 1));
    this.faults += faults.length;
    return faults.flatMap((fault) => {
      const sort = fault.replace(/\d+/g, '0').slice(0, 160);
      if (this.kept.size >= SHOWN || this.kept.has(sort)) return [];
      const example = `\n#${index} ${kind}: ${fault.slice(0, 1_500)}\n${sent.slice(0, 2_500)}`;
      this.kept.set(sort, example);
      return [example];
    });
  }

  /** How many of each kind came to what. */
  table(): string {
    const rows = [...this.counts].toSorted(([one], [other]) => one.localeCompare(other));
    return rows
      .map(([kind, statuses]) => {
        const cells = [...statuses]
          .toSorted(([one], [other]) => one - other)
          .map(([status, count]) => `${status}: ${count}`);
        return `${kind.padEnd(30)}${cells.join('  ')}`;
      })
      .join('\n');
  }

  examples(): readonly string[] {
    return [...this.kept.values()];
  }
}

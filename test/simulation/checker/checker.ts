import type { Change, Observation, RawItem, Step, Violation } from '../observed.ts';
import type { Judge } from './judge.ts';
import { Announcements } from './judges/announcements.ts';
import { Counters } from './judges/counters.ts';
import { Coverage } from './judges/coverage.ts';
import { Edges } from './judges/edges.ts';
import { Effects } from './judges/effects.ts';
import { Ends } from './judges/ends.ts';
import { Growth } from './judges/growth.ts';
import { LastWord } from './judges/last-word.ts';
import { Newest } from './judges/newest.ts';
import { Profiles } from './judges/profiles.ts';
import { Reads } from './judges/reads.ts';
import { Reasons } from './judges/reasons.ts';
import { Repairs } from './judges/repairs.ts';
import { Repetition } from './judges/repetition.ts';
import { Residue } from './judges/residue.ts';
import { States } from './judges/states.ts';
import { Totalled } from './judges/totals.ts';
import { type Read, readChange } from './stored/change.ts';
import { World } from './world.ts';

/**
 * Judges a history by what was written to the table and what was seen from outside: S1 to S8, S11 and S12 of DESIGN.md. It
 * shares no code with the product, and reads what is stored by itself.
 */
export class Checker {
  readonly violations: Violation[] = [];
  private readonly world = new World();
  private readonly judges: readonly Judge[];
  private last: Step = 0;

  /**
   * @param items what the table holds when the history begins: taken as it is
   * @param hearsEvents whether it is told of what is published
   */
  constructor(items: Iterable<RawItem> = [], { hearsEvents = true } = {}) {
    for (const item of items) {
      const read = readItem(item);
      if (read) this.world.apply(read);
    }
    const report = (promise: string, step: Step, what: string): void => {
      this.violations.push({ promise, step, what });
    };
    this.judges = [
      new Reads(this.world, report),
      new States(this.world, report),
      new Edges(this.world, report),
      new Profiles(this.world, report),
      new Growth(this.world, report),
      new Counters(this.world, report),
      new Effects(this.world, report),
      new LastWord(this.world, report),
      new Newest(this.world, report),
      new Coverage(this.world, report),
      new Totalled(this.world, report),
      new Reasons(this.world, report),
      new Ends(this.world, report),
      new Residue(this.world, report),
      new Repairs(this.world, report),
      new Repetition(this.world, report),
      ...(hearsEvents ? [new Announcements(this.world, report)] : []),
    ];
  }

  /** What one command changed, at once. */
  wrote(step: Step, changes: readonly Change[]): void {
    this.last = Math.max(this.last, step);
    const reads = changes.flatMap((change) => readChange(change) ?? []);
    if (reads.length === 0) return;
    for (const read of reads) this.world.apply(read);
    for (const judge of this.judges) judge.wrote?.(step, reads);
  }

  observe(observation: Observation): void {
    this.last = Math.max(this.last, observation.at);
    for (const judge of this.judges) judge.observe?.(observation);
  }

  /** Nothing happens any more. Throws if the table holds something else than what was told of. */
  atRest(items: Iterable<RawItem>): void {
    const told = this.world.fingerprint();
    const held = new World();
    for (const item of items) {
      const read = readItem(item);
      if (read) held.apply(read);
    }
    if (held.fingerprint() !== told) throw new Error('the table holds what the checker was not told of');
    for (const judge of this.judges) judge.atRest?.(this.last);
  }
}

function readItem(item: RawItem): Read | undefined {
  return readChange({ PK: String(item['PK']), SK: String(item['SK']), before: undefined, after: item });
}

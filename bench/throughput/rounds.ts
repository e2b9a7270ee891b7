import type { Context } from '../bench.ts';
import type { Contender } from './contenders.ts';
import type { Asked } from './requests.ts';
import type { TableTime } from './table-time.ts';

/** Rounds that count, in each of which all are asked in turn. Those before them only warm up. */
const ROUNDS = 15;
const WARMING = 3;

/** What a contender did in the rounds that count. */
export interface Tally {
  readonly contender: Contender;
  /** Requests a second, of each round. */
  readonly speeds: number[];
  /** Microseconds of the processor that each request of a round took of this thread, whoever else is at work. */
  readonly processor: number[];
  times: number;
  milliseconds: number;
  /** Of these, those in which the table was being asked; and how often it was. */
  tableMilliseconds: number;
  calls: number;
}

/** Asks all of them, round after round. Throws where they do not answer the same. */
export async function measured(
  { name, body, times }: Asked,
  contenders: readonly Contender[],
  table: TableTime,
  { short }: Pick<Context, 'short'>,
): Promise<readonly Tally[]> {
  const tallies = contenders.map((contender): Tally => ({
    contender,
    speeds: [],
    processor: [],
    ...{ times: 0, milliseconds: 0, tableMilliseconds: 0, calls: 0 },
  }));
  const answers = new Set<string>();
  const each = short ? 1 : times;
  for (let round = 1; round <= (short ? 2 : WARMING + ROUNDS); round += 1) {
    for (const tally of tallies) {
      const before = { ...table };
      const since = performance.now();
      const usedBefore = process.threadCpuUsage();
      for (let time = 0; time < each; time += 1) answers.add(await tally.contender.ask(body()));
      const took = performance.now() - since;
      const { user, system } = process.threadCpuUsage(usedBefore);
      if (round <= (short ? 1 : WARMING)) continue;
      tally.speeds.push((1000 * each) / took);
      tally.processor.push((user + system) / each);
      tally.times += each;
      tally.milliseconds += took;
      tally.tableMilliseconds += table.milliseconds - before.milliseconds;
      tally.calls += table.calls - before.calls;
    }
  }
  if (answers.size !== 1) throw new Error(`not all answer ${name} the same: ${[...answers].join('\n')}`);
  return tallies;
}

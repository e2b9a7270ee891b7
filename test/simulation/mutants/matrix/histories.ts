import type * as Runs from '../../workers/runner.ts';
import { patchedModule } from '../graph/graph.ts';
import type { Mutant } from '../mutant.ts';
import type { HistoriesResult, Order } from './protocol.ts';

const MODULE = 'test/simulation/workers/runner.ts';

/** As the short form of the simulation has them. */
const SIZE = { steps: 300, faults: 4 };

/** Errors of a mutant that is written wrong, which would pass for broken promises. */
const MISTAKES = /ReferenceError|SyntaxError|is not defined|is not a function|cannot be understood/;

/** Runs histories on the product as it is under a mutant. */
export async function runHistories(
  { name, patches }: Mutant,
  { from, count, enough }: Pick<Extract<Order, { kind: 'HISTORIES' }>, 'from' | 'count' | 'enough'>,
): Promise<HistoriesResult> {
  const { Runner }: typeof Runs = await import(patchedModule(MODULE, name, patches));
  const runner = await Runner.start({ patches: [], size: SIZE, engine: false, patience: 0 });
  const broken: { seed: number; promise: string; what: string }[] = [];
  let of = 0;
  while (of < count && broken.length < enough) {
    const seed = from + of;
    const [first] = (await runner.run(seed)).violations;
    of += 1;
    if (first === undefined) continue;
    if (MISTAKES.test(first.what)) throw new Error(`mutant ${name} is no product: ${first.what}`);
    broken.push({ seed, promise: first.promise, what: first.what });
  }
  await runner.stop();
  return { name, of, broken };
}

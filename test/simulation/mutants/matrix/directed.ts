import { AssertionError } from 'node:assert';
import type * as Directed from '../../directed/all.ts';
import type { Scenario } from '../../directed/stage.ts';
import { patchedModule } from '../graph/graph.ts';
import type { Mutant } from '../mutant.ts';
import type { DirectedResult } from './protocol.ts';

const MODULE = 'test/simulation/directed/all.ts';

/** Runs every directed test on the product as it is, and then each on those of these mutants that it kills. */
export async function runDirected(mutants: readonly Mutant[]): Promise<readonly DirectedResult[]> {
  const directed: typeof Directed = await import('../../directed/all.ts');
  const results: DirectedResult[] = [];
  for (const scenario of directed.SCENARIOS) results.push(await verdictOn(undefined, scenario, directed));
  for (const { name, patches } of mutants) {
    if (!directed.SCENARIOS.some(({ kills }) => kills.includes(name))) continue;
    try {
      const patched: typeof Directed = await import(patchedModule(MODULE, name, patches));
      for (const scenario of patched.SCENARIOS)
        if (scenario.kills.includes(name)) results.push(await verdictOn(name, scenario, patched));
    } catch (error) {
      // The product has changed under the patch: the others are run all the same.
      results.push({ name, shows: '', verdict: 'ERROR', message: String(error) });
    }
  }
  return results;
}

async function verdictOn(
  name: string | undefined,
  { shows, run }: Scenario,
  { newStage }: Pick<typeof Directed, 'newStage'>,
): Promise<DirectedResult> {
  try {
    await run(await newStage());
    return { name, shows, verdict: 'PASSES', message: '' };
  } catch (error) {
    const verdict = error instanceof AssertionError ? 'FAILS' : 'ERROR';
    return { name, shows, verdict, message: error instanceof Error ? (error.stack ?? '') : String(error) };
  }
}

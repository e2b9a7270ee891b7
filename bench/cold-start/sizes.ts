import { BUDGETS } from '../../infra/bundle/budgets.ts';
import { partsOf } from '../../infra/bundle/parts.ts';
import { FUNCTIONS } from '../../shared/names.ts';
import { outputOf } from '../../test/infra/support/metafile.ts';
import type { Figures } from '../bench.ts';

/** Parts of a bundle that are named. */
const NAMED = 5;

/** What each bundle is made of, by esbuild's metafile. */
export async function bundleSizes(): Promise<Figures> {
  const rows = FUNCTIONS.map(async (name) => {
    const output = await outputOf(name);
    const largest = partsOf(output)
      .slice(0, NAMED)
      .map((part) => `${part.name} ${inKilobytes(part.bytes)}`);
    return [name, output.bytes, BUDGETS[name], largest.join(', ')];
  });
  return {
    title: 'What the bundles are made of',
    columns: ['Function', 'Bytes', 'Budget', 'Largest parts, kB'],
    rows: await Promise.all(rows),
    notes: ['A bundle that passes its budget fails `npm run bundle`, and with it synthesis and start.'],
  };
}

function inKilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(0);
}

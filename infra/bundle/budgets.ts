import type { Metafile, Plugin } from 'esbuild';
import type { FunctionName } from '../../shared/names.ts';
import { partsOf } from './parts.ts';

/** Bytes. A cold start reads all of it. */
export const BUDGETS = {
  graphql: 600_000,
  rest: 350_000,
  'attach-worker': 350_000,
  'cleanup-worker': 350_000,
  'status-worker': 350_000,
  janitor: 350_000,
  sweep: 350_000,
} as const satisfies Record<FunctionName, number>;

/** Parts of a bundle that the failure names. */
const NAMED = 5;

/** Fails a build, which needs `metafile`, where the bundle in a folder `NAME/` is larger than the budget of that name. */
export function keepTo(budgets: Readonly<Record<string, number>>): Plugin {
  return {
    name: 'keep to the budgets',
    setup(build) {
      build.onEnd(({ metafile }) => ({ errors: excesses(metafile, budgets).map((text) => ({ text })) }));
    },
  };
}

function excesses(
  { outputs }: Metafile = { inputs: {}, outputs: {} },
  budgets: Readonly<Record<string, number>>,
): readonly string[] {
  return Object.entries(budgets).flatMap(([name, budget]) => {
    const [, output] = Object.entries(outputs).find(([path]) => path.endsWith(`/${name}/index.mjs`)) ?? [];
    return output && output.bytes > budget ? [excess(name, budget, output)] : [];
  });
}

function excess(name: string, budget: number, output: Metafile['outputs'][string]): string {
  const largest = partsOf(output)
    .slice(0, NAMED)
    .map((part) => `${part.name} (${part.bytes.toLocaleString('en')})`);
  const [size, over, allowed] = [output.bytes, output.bytes - budget, budget].map((bytes) =>
    bytes.toLocaleString('en'),
  );
  return `The bundle of ${name} has ${size} bytes, ${over} more than its budget of ${allowed}. Its largest parts are ${largest.join(', ')}`;
}

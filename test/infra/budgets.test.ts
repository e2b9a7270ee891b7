import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { BUDGETS, keepTo } from '../../infra/bundle/budgets.ts';
import { SETTINGS } from '../../infra/bundle/bundle.ts';
import { partOf } from '../../infra/bundle/parts.ts';
import { FUNCTIONS } from '../../shared/names.ts';

/** Bundles a small module of the product under the name of a function. */
async function bundledUnder(budget: number): Promise<unknown> {
  return build({
    ...SETTINGS,
    entryPoints: [{ in: 'shared/names.ts', out: 'graphql/index' }],
    outdir: 'dist/functions',
    metafile: true,
    write: false,
    logLevel: 'silent',
    plugins: [keepTo({ graphql: budget, janitor: 1 })],
  });
}

describe('the budget of a bundle', () => {
  it('fails the build that passes it, in words that say by how much and of what', async () => {
    await expect(bundledUnder(1_000)).rejects.toThrow(
      /The bundle of graphql has [\d,]+ bytes, [\d,]+ more than its budget of 1,000\. Its largest parts are shared\/names.ts \([\d,]+\)/,
    );
  });

  it('lets pass what keeps to it, and functions that are not built', async () => {
    await expect(bundledUnder(100_000)).resolves.toBeDefined();
  });

  it('is 600 kB for GraphQL, and 350 kB for every other function', () => {
    const others = FUNCTIONS.filter((name) => name !== 'graphql').map((name) => BUDGETS[name]);
    expect(BUDGETS.graphql).toBe(600_000);
    expect(others).toEqual(others.map(() => 350_000));
  });
});

it.each([
  ['node_modules/graphql/type/schema.mjs', 'graphql'],
  ['node_modules/@aws-sdk/client-sqs/node_modules/@smithy/core/index.js', '@smithy/core'],
  ['shared/tree/locate.ts', 'shared/tree'],
])('%s is part of %s', (path, part) => {
  expect(partOf(path)).toBe(part);
});

import { beforeAll, describe, expect, it } from 'vitest';
import { BUDGETS } from '../../infra/bundle/budgets.ts';
import { FUNCTIONS } from '../../shared/names.ts';
import { bundleOf, type Bundle } from './support/metafile.ts';

describe.each(FUNCTIONS)('the bundle of %s', (name) => {
  let bundle: Bundle;
  beforeAll(async () => {
    bundle = await bundleOf(name);
  });

  it('keeps to its budget', () => {
    expect(bundle.bytes).toBeGreaterThan(0);
    expect(bundle.bytes).toBeLessThanOrEqual(BUDGETS[name]);
  });

  it('is made from its own function, and from no other', () => {
    const functions = bundle.inputs.filter((path) => path.startsWith('functions/'));
    expect(functions).toContain(`functions/${name}/handler.ts`);
    expect(functions.filter((path) => !path.startsWith(`functions/${name}/`))).toEqual([]);
  });

  it('looks for credentials in the environment alone', () => {
    expect(bundle.inputs).toContain('infra/bundle/replacements/environment-credentials.ts');
    expect(
      bundle.inputs.filter((path) => /credential-provider-(node|ini|sso|process|http|imds)/.test(path)),
    ).toEqual([]);
  });

  it('has nothing in it that runs only on a laptop', () => {
    const pattern = /^(local|cli|test|bench)\/|node_modules\/(aws-cdk-lib|constructs|fauxqs|esbuild)\//;
    expect(bundle.inputs.filter((path) => pattern.test(path))).toEqual([]);
  });

  if (name !== 'graphql') {
    it('has no GraphQL in it', () => {
      expect(bundle.inputs.filter((path) => /node_modules\/(graphql|@graphql)/.test(path))).toEqual([]);
    });
  }
});

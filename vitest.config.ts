import { availableParallelism } from 'node:os';
import { existsSync } from 'node:fs';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { CountReporter } from './test/support/count-reporter.ts';
import { LongestFirst } from './test/support/longest-first.ts';

/** Starts the stack that the end-to-end tests share. */
const E2E_SETUP = 'test/e2e/support/global-setup.ts';

function project(
  name: string,
  options: NonNullable<TestProjectInlineConfiguration['test']> = {},
): TestProjectInlineConfiguration {
  // Files of a worker share the modules that they import: none of them changes what a module holds.
  return {
    extends: true,
    test: { isolate: false, ...options, name, include: [`test/${name}/**/*.test.ts`] },
  };
}

export default defineConfig({
  // Vite would take GraphQL's ES modules where Node.js, and so every library, takes the others: there must be one.
  resolve: { alias: [{ find: /^graphql$/, replacement: import.meta.resolve('graphql') }] },
  test: {
    // One more than there are cores: they wait for stacks to start and to end, and for what takes its whole seconds.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: LongestFirst },
    reporters: ['default', new CountReporter()],
    projects: [
      // Properties are tried on hundreds of values.
      project('unit', { testTimeout: 30_000 }),
      project('contract', { testTimeout: 30_000, hookTimeout: 30_000 }),
      project('infra', { testTimeout: 30_000, hookTimeout: 30_000 }),
      project('bench', { testTimeout: 60_000 }),
      project('hostile', { testTimeout: 300_000, hookTimeout: 60_000 }),
      // Starts threads of its own, which load the product with patches.
      project('simulation', { testTimeout: 120_000, hookTimeout: 30_000 }),
      project('integration', { testTimeout: 30_000, hookTimeout: 30_000 }),
      project('e2e', {
        testTimeout: 120_000,
        hookTimeout: 120_000,
        sequence: { groupOrder: 1 },
        globalSetup: existsSync(E2E_SETUP) ? [E2E_SETUP] : [],
      }),
      // What the end-to-end tests have recorded, so after them.
      project('recorded', { sequence: { groupOrder: 2 }, maxWorkers: 1 }),
    ],
  },
});

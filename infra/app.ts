/**
 * The CDK app. Bundles the functions, then writes the cloud assembly to `$CDK_OUTDIR` (default `cdk.out`).
 * Run by the CDK command line, or alone: `CDK_CONTEXT_JSON='{"issuer":"…","audience":"…"}' node infra/app.ts`.
 * Most of its time goes into checking the template; `CDK_VALIDATION=false` leaves that out.
 */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import * as z from 'zod';
import cdk from '../cdk.json' with { type: 'json' };

// To make the bundles keeps a thread busy, and so does to load the CDK.
const bundler = new Worker(new URL('./bundle/thread.ts', import.meta.url));
const [bundled, { App }, { readSettings }, { ScanProfiles }] = await Promise.all([
  once(bundler, 'message'),
  import('aws-cdk-lib/core'),
  import('./settings.ts'),
  import('./stack.ts'),
]);
const [codeDirectory] = z.tuple([z.string()]).parse(bundled);

const app = new App({
  outdir: process.env['CDK_OUTDIR'] ?? 'cdk.out',
  // Without the command line nobody else reads these flags, and the template would be another one.
  context: cdk.context,
  analyticsReporting: false,
  treeMetadata: false,
  stackTraces: false,
});
const read = readSettings((key) => app.node.tryGetContext(key));
if (read.kind === 'invalid') {
  for (const problem of read.problems) console.error(problem);
  process.exitCode = 1;
} else {
  new ScanProfiles(app, 'ScanProfiles', { settings: read.settings, codeDirectory });
  app.synth();
}

/**
 * The CDK app. Bundles the functions, then writes the cloud assembly to `$CDK_OUTDIR` (default `cdk.out`).
 * Run by the CDK command line, or alone: `CDK_CONTEXT_JSON='{"issuer":"…","audience":"…"}' node infra/app.ts`.
 * Most of its time goes into checking the template; `CDK_VALIDATION=false` leaves that out.
 */
import cdk from '../cdk.json' with { type: 'json' };
import { bundleFunctions } from './bundle/bundle.ts';

// The bundler is a process of its own: it works while this one loads the rest.
const bundled = bundleFunctions();
const [{ App }, { readSettings }, { ScanProfiles }] = await Promise.all([
  import('aws-cdk-lib/core'),
  import('./settings.ts'),
  import('./stack.ts'),
]);
const codeDirectory = await bundled;

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

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { Refusal } from '../refusal.ts';
import { fingerprint } from './fingerprint.ts';

export interface SynthesisOptions {
  /** Root of the clone. */
  root: string;
  /** Where the cloud assembly goes. */
  outDir: string;
  /** CDK context, see `infra/settings.ts`. */
  context: Readonly<Record<string, string>>;
  /** Called with the id of the process that does the work. */
  onProcess: (pid: number) => void;
  /** Ends that process. */
  signal: AbortSignal;
}

/** In the assembly's folder: what it was made from, and what came out. */
const RECORD = 'local-stack.fingerprint';

/** Runs the CDK app, unless its output for the present sources is there already. Answers whether it ran. */
export async function synthesise(options: SynthesisOptions): Promise<boolean> {
  const { root, outDir, context } = options;
  const record = join(outDir, RECORD);
  const sources = await fingerprint(root, JSON.stringify([context, process.version]));
  const recorded = await readFile(record, 'utf8').catch(() => undefined);
  if (recorded !== undefined && recorded === (await stateOf(outDir, sources))) return false;
  await rm(record, { force: true });
  await runApp(options);
  await writeFile(record, await stateOf(outDir, sources));
  return true;
}

/** The manifest names the template by its digest. It counts too: `cdk synth` with other settings writes to the same folder. */
async function stateOf(outDir: string, sources: string): Promise<string> {
  const manifest = await readFile(join(outDir, 'manifest.json'), 'utf8').catch(() => '');
  return JSON.stringify([sources, createHash('sha256').update(manifest).digest('hex')]);
}

async function runApp({ root, outDir, context, onProcess, signal }: SynthesisOptions): Promise<void> {
  const child = spawn(process.execPath, [join(root, 'infra/app.ts')], {
    cwd: root,
    env: {
      ...process.env,
      CDK_OUTDIR: outDir,
      CDK_CONTEXT_JSON: JSON.stringify(context),
      // Checking the template takes three times as long as making it; tests and whoever deploys do it.
      CDK_VALIDATION: 'false',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    signal,
  });
  if (child.pid !== undefined) onProcess(child.pid);
  const output = Promise.all([text(child.stdout), text(child.stderr)]);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new Refusal(`The CDK app does not synthesise:\n${(await output).join('').trim()}`);
}

import { spawn } from 'node:child_process';
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
}

/** In the assembly's folder: the fingerprint of what it was made from. */
const RECORD = 'local-stack.fingerprint';

/** Runs the CDK app, unless its output for the present sources is there already. Answers whether it ran. */
export async function synthesise(options: SynthesisOptions): Promise<boolean> {
  const record = join(options.outDir, RECORD);
  const recorded = await readFile(record, 'utf8').catch(() => undefined);
  if (recorded !== undefined && recorded === (await present(options))) return false;
  await rm(record, { force: true });
  await runApp(options);
  await writeFile(record, await present(options));
  return true;
}

/** The manifest names the template by its digest. It counts too: `cdk synth` with other settings writes to the same folder. */
async function present({ root, outDir, context }: SynthesisOptions): Promise<string> {
  const manifest = await readFile(join(outDir, 'manifest.json'), 'utf8').catch(() => '');
  return fingerprint(root, JSON.stringify([context, process.version, manifest]));
}

async function runApp({ root, outDir, context, onProcess }: SynthesisOptions): Promise<void> {
  const child = spawn(process.execPath, [join(root, 'infra/app.ts')], {
    cwd: root,
    env: { ...process.env, CDK_OUTDIR: outDir, CDK_CONTEXT_JSON: JSON.stringify(context) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (child.pid !== undefined) onProcess(child.pid);
  const output = Promise.all([text(child.stdout), text(child.stderr)]);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new Refusal(`The CDK app does not synthesise:\n${(await output).join('').trim()}`);
}

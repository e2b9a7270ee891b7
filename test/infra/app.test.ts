import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import * as z from 'zod';
import { OUTPUTS } from '../../shared/names.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';

interface Run {
  code: number | null;
  errors: string;
  outdir: string;
}

/** Runs the app as the CDK command line and the local stack do. */
async function runApp(context: Record<string, unknown>): Promise<Run> {
  const folder = new TemporaryFolder('cdk');
  onTestFinished(async () => folder[Symbol.asyncDispose]());
  const outdir = folder.path;
  const child = spawn(process.execPath, ['infra/app.ts'], {
    env: { PATH: process.env['PATH'], CDK_OUTDIR: outdir, CDK_CONTEXT_JSON: JSON.stringify(context) },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const exit = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  });
  const [code, errors] = await Promise.all([exit, text(child.stderr)]);
  return { code, errors, outdir };
}

describe('node infra/app.ts', () => {
  it('writes a template that CloudFormation would take, with the bundles beside it', async () => {
    const { code, errors, outdir } = await runApp({ issuer: 'https://id.example.com', audience: 'x' });
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    const template = await readFile(join(outdir, 'ScanProfiles.template.json'), 'utf8');
    const { Outputs } = z.object({ Outputs: z.record(z.string(), z.unknown()) }).parse(JSON.parse(template));
    expect(Object.keys(Outputs).toSorted()).toEqual(Object.values(OUTPUTS).toSorted());
    const report = await readFile(join(outdir, 'validation-report.json'), 'utf8');
    expect(JSON.parse(report)).toMatchObject({ pluginReports: [] });
  });

  it('works without a context, and warns that a deployment will want more', async () => {
    const { code, outdir } = await runApp({});
    expect(code).toBe(0);
    const metadata = await readFile(join(outdir, 'ScanProfiles.metadata.json'), 'utf8');
    expect(metadata).toContain('Deploy with -c issuer=VALUE');
  });

  it('refuses a wrong context with a message instead of a stack trace', async () => {
    const { code, errors } = await runApp({ maximumConcurrency: 1 });
    expect(code).toBe(1);
    expect(errors).toBe(
      'Context "maximumConcurrency" must be from 2 to 1000, as AWS Lambda wants it, but is 1. Set it with -c maximumConcurrency=VALUE.\n',
    );
  });
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { endWithUs } from '../../local/lifecycle/end-with-us.ts';
import type { Copy } from './copy.ts';

/** A part of a first start, alone. */
export interface Part {
  readonly name: string;
  readonly command: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Whether the bundles are made with it. */
  readonly bundles?: boolean;
}

const APP = ['infra/app.ts'];
const UNCHECKED = { CDK_VALIDATION: 'false' };

export const PARTS: readonly Part[] = [
  { name: 'a process that does nothing', command: ['--eval', '0'] },
  { name: 'loading the stack', command: ['local/stack/start-stack.ts'] },
  { name: 'loading the CDK', command: ['--input-type=module', '--eval', "await import('./infra/stack.ts')"] },
  { name: 'bundling', command: ['infra/bundle/command.ts'], bundles: true },
  { name: 'synthesis, the bundles being there', command: APP, environment: UNCHECKED },
  { name: 'bundling and synthesis', command: APP, environment: UNCHECKED, bundles: true },
  { name: 'the same, the template checked', command: APP, bundles: true },
];

/** Milliseconds from before the process is there until it has ended. */
export async function timeOf({ command, environment, bundles }: Part, { path }: Copy): Promise<number> {
  if (bundles) await rm(join(path, 'dist'), { recursive: true, force: true });
  const asked = performance.now();
  const child = spawn(process.execPath, command, {
    cwd: path,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  endWithUs(child, 'SIGTERM');
  await once(child, 'close');
  if (child.exitCode !== 0) throw new Error(`${command.join(' ')} failed`);
  return performance.now() - asked;
}

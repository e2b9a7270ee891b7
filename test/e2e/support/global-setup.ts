import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import type { StackFile } from '../../../local/lifecycle/stack-file.ts';
import { type RunningStack, startStack } from '../../../local/stack/start-stack.ts';
import { CALLS_DIRECTORY } from './calls/recording.ts';
import { testStackOptions } from './stack-options.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    stack: { file: StackFile; stateDir: string };
  }
}

let stack: RunningStack | undefined;
let stateDir: string | undefined;

/** Starts the one stack that the end-to-end tests share. */
export async function setup(project: TestProject): Promise<void> {
  await rm(CALLS_DIRECTORY, { recursive: true, force: true });
  stateDir = await mkdtemp(join(tmpdir(), 'scan-profiles-e2e-'));
  stack = await startStack({ ...testStackOptions(stateDir), log: (line) => console.log(line) });
  project.provide('stack', { file: stack.file, stateDir });
}

export async function teardown(): Promise<void> {
  await stack?.stop();
  if (stateDir !== undefined) await rm(stateDir, { recursive: true, force: true });
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readStackFile, type StackFile } from '../../local/lifecycle/stack-file.ts';
import { readSettings } from '../../local/settings.ts';
import { startStack } from '../../local/stack/start-stack.ts';
import type { ProgressBar } from '../terminal/progress-bar.ts';

/** A stack to use, and how to leave it as it was found. */
interface FoundStack {
  readonly file: StackFile;
  readonly stateDir: string;
  readonly leave: () => Promise<void>;
}

/** The stack that runs; else one of our own, which keeps nothing and ends when it is left. */
export async function findOrStartStack(bar: ProgressBar, signal: AbortSignal): Promise<FoundStack> {
  const settings = readSettings(process.env);
  const running = await readStackFile(settings.stateDir);
  if (running) {
    bar.print(`Using the stack that runs at ${running.graphqlUrl}`);
    return { file: running, stateDir: settings.stateDir, leave: async () => Promise.resolve() };
  }
  bar.print('No stack is running: starting one for the tour');
  const stateDir = await mkdtemp(join(tmpdir(), 'scan-profiles-demo-'));
  const remove = async (): Promise<void> => rm(stateDir, { recursive: true, force: true });
  try {
    const stack = await startStack({
      ...settings,
      port: 0,
      stateDir,
      dataDir: null,
      sample: true,
      log: () => undefined,
      onSampleProgress: ({ phase, done, total }) => bar.show(phase, done, total),
      signal,
    });
    bar.end();
    const leave = async (): Promise<void> => {
      await stack.stop();
      await remove();
    };
    return { file: stack.file, stateDir, leave };
  } catch (error) {
    await remove();
    throw error;
  }
}

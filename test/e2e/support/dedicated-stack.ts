import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StackOptions } from '../../../local/stack/options.ts';
import { type RunningStack, startStack } from '../../../local/stack/start-stack.ts';
import type { Plan } from '../../../local/template/plan.ts';
import { recording } from './calls/recording.ts';
import { type StackClient, stackClient } from './client.ts';
import { testStackOptions } from './stack-options.ts';

/** A stack of one test's own, in the test's process, so that its functions can be run out of turn. */
export type DedicatedStack = StackClient &
  Pick<RunningStack, 'invoke'> & { stateDir: string } & AsyncDisposable;

export async function startDedicatedStack(change: Partial<StackOptions> = {}): Promise<DedicatedStack> {
  const stateDir = await mkdtemp(join(tmpdir(), 'scan-profiles-e2e-'));
  const adjust = (plan: Plan): Plan => recording(change.adjust?.(plan) ?? plan);
  const { file, invoke, stop } = await startStack({ ...testStackOptions(stateDir), ...change, adjust });
  const client = stackClient({ file, stateDir });
  return {
    ...client,
    invoke,
    stateDir,
    [Symbol.asyncDispose]: async () => {
      client.close();
      await stop();
      await rm(stateDir, { recursive: true, force: true });
    },
  };
}

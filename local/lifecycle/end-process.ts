import { setTimeout as wait } from 'node:timers/promises';
import { isAlive, type ProcessIdentity } from './process-identity.ts';

/** Milliseconds to end by itself. */
const PATIENCE = 2_000;

/** Ends a process that is not a child of ours, and waits until it is gone. */
export async function endProcess(identity: ProcessIdentity): Promise<void> {
  signal(identity, 'SIGTERM');
  if (await isGone(identity, PATIENCE)) return;
  signal(identity, 'SIGKILL');
  if (!(await isGone(identity, PATIENCE))) throw new Error(`Process ${identity.pid} cannot be ended`);
}

/** Does nothing if the process is gone, or its number belongs to another one by now. */
export function signal(identity: ProcessIdentity, name: 'SIGTERM' | 'SIGKILL'): void {
  if (!isAlive(identity)) return;
  try {
    process.kill(identity.pid, name);
  } catch (error) {
    if (isAlive(identity)) throw error;
  }
}

async function isGone(identity: ProcessIdentity, patience: number): Promise<boolean> {
  const deadline = Date.now() + patience;
  while (isAlive(identity)) {
    if (Date.now() > deadline) return false;
    await wait(20);
  }
  return true;
}

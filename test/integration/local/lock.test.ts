import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { endLeftovers, holderOf, Lock } from '../../../local/lifecycle/lock.ts';
import { identityOf, isAlive, type ProcessIdentity } from '../../../local/lifecycle/process-identity.ts';
import { Refusal } from '../../../local/refusal.ts';
import { temporaryDirectory } from './support.ts';

/** A process that does nothing, and belongs to nobody who waits for it. */
function bystander(): ProcessIdentity {
  const { pid = 0 } = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  const identity = identityOf(pid);
  if (identity === undefined) throw new Error('The process did not start');
  return identity;
}

async function leaveBehind(
  directory: string,
  owner: ProcessIdentity,
  ...children: ProcessIdentity[]
): Promise<void> {
  await writeFile(join(directory, 'stack.lock'), JSON.stringify({ owner, children }));
}

/** A process that had the number of a living one before. */
function earlier({ pid }: ProcessIdentity): ProcessIdentity {
  return { pid, startedAt: '1@another-boot' };
}

it('is held by one process at a time', async () => {
  await using directory = await temporaryDirectory();
  const lock = await Lock.acquire([directory.path]);
  expect((await holderOf(directory.path))?.pid).toBe(process.pid);
  await expect(Lock.acquire([directory.path])).rejects.toThrow(Refusal);
  lock.release();
  expect(await holderOf(directory.path)).toBeUndefined();
  (await Lock.acquire([directory.path])).release();
});

it('takes all directories or none', async () => {
  await using free = await temporaryDirectory();
  await using taken = await temporaryDirectory();
  const lock = await Lock.acquire([taken.path]);
  await expect(Lock.acquire([free.path, taken.path])).rejects.toThrow(taken.path);
  expect(await holderOf(free.path)).toBeUndefined();
  lock.release();
});

it('ends what was started when it is released', async () => {
  await using directory = await temporaryDirectory();
  const lock = await Lock.acquire([directory.path]);
  const child = bystander();
  lock.addChild(child.pid);
  lock.release();
  await expect.poll(() => isAlive(child)).toBe(false);
});

it('is taken over from an owner that is gone, whose processes are ended first', async () => {
  await using directory = await temporaryDirectory();
  const left = bystander();
  await leaveBehind(directory.path, earlier(left), left);
  const lock = await Lock.acquire([directory.path]);
  expect(isAlive(left)).toBe(false);
  lock.release();
});

it('spares a process that only has the number of one that was left behind', async () => {
  await using directory = await temporaryDirectory();
  const innocent = bystander();
  await leaveBehind(directory.path, earlier(innocent), earlier(innocent));
  await endLeftovers(directory.path);
  expect(isAlive(innocent)).toBe(true);
  process.kill(innocent.pid, 'SIGKILL');
});

it('leaves the processes of a living owner alone', async () => {
  await using directory = await temporaryDirectory();
  const [owner, child] = [bystander(), bystander()];
  await leaveBehind(directory.path, owner, child);
  await endLeftovers(directory.path);
  await expect(Lock.acquire([directory.path])).rejects.toThrow(String(owner.pid));
  expect(isAlive(child)).toBe(true);
  for (const { pid } of [owner, child]) process.kill(pid, 'SIGKILL');
});

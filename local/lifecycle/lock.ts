import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { Refusal } from '../refusal.ts';
import { endProcess, signal } from './end-process.ts';
import { LOCK_FILE } from './own-files.ts';
import { identityOf, identitySchema, isAlive, type ProcessIdentity } from './process-identity.ts';

const lockSchema = z.object({ owner: identitySchema, children: z.array(identitySchema) });

/**
 * Marks directories as in use by this process, and notes the processes that it starts. A lock whose owner is gone
 * was left behind by a kill or a crash: what the owner had started is ended before the lock is taken over.
 */
export class Lock {
  private readonly files: string[];
  private readonly owner: ProcessIdentity;
  private readonly children: ProcessIdentity[] = [];
  private readonly onExit = (): void => {
    for (const child of this.children) signal(child, 'SIGKILL');
  };

  private constructor(owner: ProcessIdentity, files: string[]) {
    this.owner = owner;
    this.files = files;
    process.once('exit', this.onExit);
  }

  /** Throws a `Refusal` if a living process holds one of the directories. Makes directories that are not there. */
  static async acquire(directories: string[]): Promise<Lock> {
    const owner = identityOf(process.pid);
    if (owner === undefined) throw new Error('This process does not know itself');
    const taken: string[] = [];
    try {
      for (const directory of new Set(directories)) {
        await mkdir(directory, { recursive: true });
        const file = join(directory, LOCK_FILE);
        await take(file, owner);
        taken.push(file);
      }
    } catch (error) {
      await Promise.all(taken.map((file) => rm(file, { force: true })));
      throw error;
    }
    return new Lock(owner, taken);
  }

  /** To be called in the same tick in which the child was started, so that no kill comes between. */
  addChild(pid: number): void {
    const identity = identityOf(pid);
    if (identity === undefined) return;
    this.children.push(identity);
    for (const file of this.files) {
      const draft = `${file}.${process.pid}`;
      writeFileSync(draft, contents(this.owner, this.children));
      renameSync(draft, file);
    }
  }

  release(): void {
    process.removeListener('exit', this.onExit);
    this.onExit();
    for (const file of this.files) rmSync(file, { force: true });
  }
}

/** Who holds a directory now. */
export async function holderOf(directory: string): Promise<ProcessIdentity | undefined> {
  const lock = await read(join(directory, LOCK_FILE));
  return lock && isAlive(lock.owner) ? lock.owner : undefined;
}

/** Ends what a stack that was killed has left running; nothing if the stack lives or there is no trace of one. */
export async function endLeftovers(directory: string): Promise<void> {
  const file = join(directory, LOCK_FILE);
  const lock = await read(file);
  if (lock === undefined || isAlive(lock.owner)) return;
  await Promise.all(lock.children.map(endProcess));
  await rm(file, { force: true });
}

async function take(file: string, owner: ProcessIdentity): Promise<void> {
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, contents(owner, []));
  try {
    while (!(await linked(draft, file))) {
      const holder = (await read(file))?.owner;
      if (holder !== undefined && isAlive(holder)) {
        throw new Refusal(
          `A stack is running already: process ${holder.pid} holds ${file}. Stop it first (Ctrl-C, or kill ${holder.pid}).`,
        );
      }
      await endLeftovers(join(file, '..'));
    }
  } finally {
    await rm(draft, { force: true });
  }
}

/** A file appears with all that it holds, or not at all: nobody reads half a lock. */
async function linked(draft: string, file: string): Promise<boolean> {
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

async function read(file: string): Promise<z.infer<typeof lockSchema> | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : lockSchema.parse(JSON.parse(text));
}

function contents(owner: ProcessIdentity, children: ProcessIdentity[]): string {
  return JSON.stringify({ owner, children });
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { signal } from '../../../../local/lifecycle/end-process.ts';
import { endLeftovers } from '../../../../local/lifecycle/lock.ts';
import { LOCK_FILE } from '../../../../local/lifecycle/own-files.ts';
import { identitySchema, type ProcessIdentity } from '../../../../local/lifecycle/process-identity.ts';
import { readStackFile } from '../../../../local/lifecycle/stack-file.ts';
import { ROOT } from '../../../../local/settings.ts';
import { type StackClient, stackClient } from '../../support/client.ts';

const lockSchema = z.object({ owner: identitySchema, children: z.array(identitySchema) });
const PROGRAM = fileURLToPath(new URL('stack-process.ts', import.meta.url));

/** Which processes a kill is for: the stack's own, the database engine, or both at once. */
export const VICTIMS = ['STACK', 'ENGINE', 'BOTH'] as const;
export type Victim = (typeof VICTIMS)[number];

/** Milliseconds. */
const START_LIMIT = 120_000;
const END_LIMIT = 60_000;

/** A stack in a process of its own that is killed and started again in the same directory. */
export class MortalStack implements AsyncDisposable {
  readonly directory: string;
  /** Whether the directory is left for somebody to look at. */
  isKept = false;
  private readonly port: number;
  private child: ChildProcess | undefined;
  /** Who interrupts a drill is left with no process and no directory. */
  private readonly onExit = (): void => {
    this.child?.kill('SIGKILL');
    for (const engine of this.engines()) signal(engine, 'SIGKILL');
    rmSync(this.directory, { recursive: true, force: true });
  };
  private output = '';
  private current: StackClient | undefined;

  constructor(directory: string, port: number) {
    this.directory = directory;
    this.port = port;
    process.once('exit', this.onExit);
  }

  /** Starts the process, and does not wait for it. */
  spawn(): void {
    const child = spawn(process.execPath, [PROGRAM], {
      cwd: ROOT,
      env: {
        ...process.env,
        SCAN_PROFILES_STATE_DIR: this.directory,
        SCAN_PROFILES_DATA_DIR: join(this.directory, 'data'),
        PORT: String(this.port),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const keep = (text: Buffer): void => {
      this.output = (this.output + text.toString()).slice(-4_000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    this.child = child;
  }

  /** Waits until the process that was started last is ready. Throws what it said if it ended before. */
  async ready(): Promise<StackClient> {
    for (const since = Date.now(); Date.now() - since < START_LIMIT;) {
      await sleep(20);
      const file = await readStackFile(this.directory);
      if (file !== undefined && file.pid === this.child?.pid) {
        this.current?.close();
        this.current = stackClient({ file, stateDir: this.directory });
        return this.current;
      }
      if (this.hasEnded) throw new Error(`the stack does not start:\n${this.output}`);
    }
    throw new Error(`the stack is not ready after ${START_LIMIT / 1000} seconds:\n${this.output}`);
  }

  /** Clients of the stack as it was when it was ready last: it may have been killed since. */
  get client(): StackClient {
    if (!this.current) throw new Error('the stack was never ready');
    return this.current;
  }

  /** SIGKILL, as the kernel does it when memory runs out, and waits until the stack has ended. Answers who was hit. */
  async kill(wanted: Victim): Promise<Victim> {
    const engines = wanted === 'STACK' ? [] : this.engines();
    // While it starts there is no engine yet.
    const victim = engines.length === 0 ? 'STACK' : wanted;
    if (victim !== 'ENGINE') this.child?.kill('SIGKILL');
    for (const engine of engines) signal(engine, 'SIGKILL');
    // Without its engine the stack ends by itself.
    const limit = AbortSignal.timeout(END_LIMIT);
    if (!this.hasEnded && this.child) await once(this.child, 'exit', { signal: limit });
    return victim;
  }

  /** Has the janitor look after what is open. */
  janitor(): void {
    if (!this.hasEnded) this.child?.kill('SIGUSR2');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    process.removeListener('exit', this.onExit);
    this.current?.close();
    await this.kill('STACK');
    await endLeftovers(this.directory);
    if (!this.isKept) await rm(this.directory, { recursive: true, force: true });
  }

  private get hasEnded(): boolean {
    return this.child?.exitCode !== null || this.child.signalCode !== null;
  }

  /** The processes that the present stack has started. */
  private engines(): readonly ProcessIdentity[] {
    const file = join(this.directory, LOCK_FILE);
    if (!existsSync(file)) return [];
    const { owner, children } = lockSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    return owner.pid === this.child?.pid ? children : [];
  }
}

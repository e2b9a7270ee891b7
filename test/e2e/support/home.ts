import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { freePort } from '../../../local/lifecycle/free-port.ts';
import { LOCK_FILE } from '../../../local/lifecycle/own-files.ts';
import {
  identityOf,
  identitySchema,
  type ProcessIdentity,
} from '../../../local/lifecycle/process-identity.ts';
import type { StackFile } from '../../../local/lifecycle/stack-file.ts';
import { type StackClient, stackClient } from './client.ts';
import { type Command, npm, untilReady } from './command.ts';

const lockSchema = z.object({ owner: identitySchema, children: z.array(identitySchema) });

/** A place for stacks that are started one after the other by the real command, with all that it keeps. */
export class Home implements AsyncDisposable {
  readonly directory: string;
  readonly port: number;
  private readonly environment: Record<string, string>;
  private readonly commands: Command[] = [];

  private constructor(directory: string, port: number, environment: Record<string, string>) {
    this.directory = directory;
    this.port = port;
    this.environment = environment;
  }

  static async make(environment: Record<string, string> = { SCAN_PROFILES_SAMPLE: 'none' }): Promise<Home> {
    return new Home(await mkdtemp(join(tmpdir(), 'scan-profiles-home-')), await freePort(), environment);
  }

  /** `npm …` for this place. */
  run(...parameters: string[]): Command {
    const command = npm(parameters, {
      SCAN_PROFILES_STATE_DIR: this.directory,
      PORT: String(this.port),
      ...this.environment,
    });
    this.commands.push(command);
    return command;
  }

  /** `npm start`, until it is ready. */
  async start(): Promise<{ command: Command; file: StackFile; client: StackClient }> {
    const command = this.run('start');
    const file = await untilReady(command, this.directory);
    return { command, file, client: stackClient({ file, stateDir: this.directory }) };
  }

  /** The stack's own process, and those that it has started. */
  async processes(): Promise<{ owner: ProcessIdentity; children: ProcessIdentity[] }> {
    return lockSchema.parse(JSON.parse(await readFile(join(this.directory, LOCK_FILE), 'utf8')));
  }

  /** Ends whatever a failed test has left. */
  async [Symbol.asyncDispose](): Promise<void> {
    const left = await this.processes().catch(() => ({ owner: undefined, children: [] }));
    for (const identity of [left.owner, ...left.children]) {
      if (identity && identityOf(identity.pid)?.startedAt === identity.startedAt)
        process.kill(identity.pid, 'SIGKILL');
    }
    for (const { process } of this.commands) process.kill('SIGKILL');
    await Promise.all(this.commands.map(({ ended }) => ended));
    await rm(this.directory, { recursive: true, force: true });
  }
}

/** Whether somebody listens at the address of a URL. */
export async function isListening(url: string): Promise<boolean> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname, () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

import { type ChildProcess, spawn, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { chown, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { endWithUs } from '../../local/lifecycle/end-with-us.ts';
import { TemporaryFolder } from '../../test/support/temporary-folder.ts';

/** A PostgreSQL of a bench's own, with Debian's settings, which only this machine's users reach. */
export interface Cluster extends AsyncDisposable {
  /** A further connection. They are closed when the cluster stops. */
  readonly connect: () => Promise<Client>;
}

const ACCOUNT = 'bench';

/** Starts one in a directory that goes with it. `programs` is where `initdb` and `postgres` are. */
export async function startCluster(programs: string): Promise<Cluster> {
  const folder = new TemporaryFolder('postgres');
  const directory = folder.path;
  const account = await unprivileged();
  if (account) await chown(directory, account.uid, account.gid);
  const options: SpawnOptions = { ...account, cwd: directory, stdio: ['ignore', 'ignore', 'pipe'] };
  const data = join(directory, 'data');
  const initdb = ['--pgdata', data, '--username', ACCOUNT, '--auth', 'trust', '--encoding', 'UTF8'];
  await ended(spawn(join(programs, 'initdb'), initdb, options));
  // A socket in the directory, and no port.
  const serve = ['-D', data, '-k', directory, '-c', 'listen_addresses='];
  const server = spawn(join(programs, 'postgres'), serve, options);
  endWithUs(server, 'SIGKILL');
  const stopped = once(server, 'exit');
  server.stderr?.resume();

  const clients: Client[] = [];
  const connect = async (): Promise<Client> => {
    const client = new Client({ host: directory, user: ACCOUNT, database: 'postgres' });
    await client.connect();
    clients.push(client);
    return client;
  };
  await untilReady(connect, server);
  return {
    connect,
    [Symbol.asyncDispose]: async () => {
      await Promise.all(clients.map(async (client) => client.end()));
      // Fast shutdown, as PostgreSQL calls it.
      server.kill('SIGINT');
      await stopped;
      await folder[Symbol.asyncDispose]();
    },
  };
}

/** PostgreSQL refuses to run as root: then whom to run it as. */
async function unprivileged(): Promise<{ readonly uid: number; readonly gid: number } | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  const found = ['postgres', 'nobody'].flatMap((name) => lines.find(([each]) => each === name) ?? []);
  const [, , uid, gid] = found;
  if (uid === undefined || gid === undefined) throw new Error('there is no user to run PostgreSQL as');
  return { uid: Number(uid), gid: Number(gid) };
}

async function ended(child: ChildProcess): Promise<void> {
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text));
  await once(child, 'close');
  if (child.exitCode !== 0) throw new Error(`${child.spawnfile} ended with ${child.exitCode}: ${said}`);
}

/** Seconds that it may take to start. */
const PATIENCE = 30;

async function untilReady(connect: () => Promise<Client>, server: ChildProcess): Promise<void> {
  for (const deadline = Date.now() + PATIENCE * 1000; ;) {
    try {
      await connect();
      return;
    } catch (error) {
      if (server.exitCode !== null || Date.now() > deadline) throw error;
    }
    await sleep(50);
  }
}

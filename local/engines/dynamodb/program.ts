import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { endWithUs } from '../../lifecycle/end-with-us.ts';
import { freePort } from '../../lifecycle/free-port.ts';

interface ProgramOptions {
  /** Of the `dynoxide` program. */
  path: string;
  /** SQLite file; `null` keeps everything in memory. */
  file: string | null;
  /** Called as soon as the process is there. */
  onProcess: (pid: number) => void;
  /** Called if the process ends without having been asked to, with the last that it said. */
  onCrash: (lastWords: string) => void;
}

export interface RunningProgram {
  endpoint: string;
  stop: () => Promise<void>;
}

const START_SECONDS = 10;
const STOP_SECONDS = 2;

/** Starts the engine and waits until it answers. */
export async function startProgram({
  path,
  file,
  onProcess,
  onCrash,
}: ProgramOptions): Promise<RunningProgram> {
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const parameters = ['serve', '--host', '127.0.0.1', '--port', String(port)];
  const child = spawn(path, file === null ? parameters : [...parameters, '--db-path', file], {
    stdio: ['ignore', 'ignore', 'pipe'],
    // In a process group of its own: Ctrl-C is for us, and the engine has to outlive the functions.
    detached: true,
  });
  let lastWords = '';
  let expected = false;
  child.stderr.setEncoding('utf8').on('data', (said: string) => {
    lastWords = (lastWords + said).slice(-2_000);
  });
  const ended = once(child, 'close').then(
    () => undefined,
    (error: unknown) => {
      lastWords += String(error);
    },
  );
  if (child.pid !== undefined) onProcess(child.pid);
  endWithUs(child, 'SIGKILL');
  await Promise.race([
    answers(endpoint),
    ended.then(() => Promise.reject(new Error(`${path} ended: ${lastWords}`))),
  ]);
  void ended.then(() => {
    if (!expected) onCrash(lastWords.trim());
  });
  return {
    endpoint,
    stop: async () => {
      expected = true;
      child.kill('SIGTERM');
      await Promise.race([ended, wait(STOP_SECONDS * 1000, undefined, { ref: false })]);
      child.kill('SIGKILL');
      await ended;
    },
  };
}

async function answers(endpoint: string): Promise<void> {
  const deadline = Date.now() + START_SECONDS * 1000;
  for (;;) {
    const response = await fetch(endpoint).catch(() => undefined);
    if (response !== undefined) return;
    if (Date.now() > deadline) throw new Error(`DynamoDB did not answer within ${START_SECONDS} seconds`);
    await wait(10);
  }
}

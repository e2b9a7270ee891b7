import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { ROOT } from '../../../local/settings.ts';
import { readStackFile, type StackFile } from '../../../local/lifecycle/stack-file.ts';
import { eventually } from './eventually.ts';

export interface Command {
  process: ChildProcess;
  /** All that it has written so far. */
  output: () => string;
  standardOutput: () => string;
  /** Settles with the exit code, or `null` after a signal. */
  ended: Promise<number | null>;
  /** As the terminal does when Ctrl-C is pressed: to the command and all that it started. */
  pressControlC: () => void;
}

/** Runs one of the npm scripts as a person would. */
export function npm(parameters: string[], environment: Record<string, string>): Command {
  return run('npm', parameters, environment);
}

/** Runs the command line as a person would. */
export function npx(parameters: string[], environment: Record<string, string>): Command {
  return run('npx', ['scan-profiles', ...parameters], environment);
}

/** Runs lines of a shell as a pipeline would. */
export function shell(script: string, environment: Record<string, string>): Command {
  return run('sh', ['-e', '-c', script], environment);
}

/** In a process group of its own, as a shell gives it. */
function run(program: string, parameters: string[], environment: Record<string, string>): Command {
  const child = spawn(program, parameters, {
    cwd: ROOT,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let output = '';
  let standardOutput = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    standardOutput += text;
    output += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text));
  const ended = once(child, 'close').then(([code]: unknown[]) => (typeof code === 'number' ? code : null));
  return {
    process: child,
    output: () => output,
    standardOutput: () => standardOutput,
    ended,
    pressControlC: () => process.kill(-(child.pid ?? 0), 'SIGINT'),
  };
}

/** Waits until a stack that was started with `npm start` is ready. Throws at once where the command ends instead. */
export async function untilReady(command: Command, stateDir: string): Promise<StackFile> {
  const ended = command.ended.then((code): never => {
    throw new Error(`npm start ended with ${code}:\n${command.output()}`);
  });
  const ready = eventually(async () => {
    const file = await readStackFile(stateDir);
    if (file === undefined) throw new Error(`Not ready:\n${command.output()}`);
    return file;
  }, 110_000);
  return Promise.race([ready, ended]);
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { buffer } from 'node:stream/consumers';
import { endWithUs } from '../../local/lifecycle/end-with-us.ts';

/** How a start went; times are milliseconds since its process was asked for. */
export interface Start {
  /** Its own code runs. */
  readonly imported: number;
  /** The cloud assembly is there, and so are the engines. */
  readonly assembled: number;
  readonly ready: number;
  readonly bundled: boolean;
  readonly synthesised: boolean;
}

/** What `npm start` says on its way. */
const LINES = {
  imported: 'Starting the stack',
  synthesised: 'Synthesised the CDK app',
  unchanged: 'The CDK app has not changed',
  ready: 'Ready after',
};

/** The command of `npm start` in this folder until it is ready, and then Ctrl-C. */
export async function start(folder: string, environment: Record<string, string>): Promise<Start> {
  const builtBefore = await lastBuild(folder);
  const asked = performance.now();
  const parameters = ['--import', './shared/environment/node-version.js', 'cli/start.ts'];
  const stack = spawn(process.execPath, parameters, {
    cwd: folder,
    env: { ...process.env, ...environment, PORT: '0', SCAN_PROFILES_STATE_DIR: join(folder, 'state') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  endWithUs(stack, 'SIGINT');
  const errors = buffer(stack.stderr);
  const ended = once(stack, 'close');
  const said = new Map<string, number>();
  for await (const line of createInterface(stack.stdout)) {
    for (const [what, words] of Object.entries(LINES))
      if (line.includes(words)) said.set(what, performance.now() - asked);
    if (said.has('ready')) stack.kill('SIGINT');
  }
  await ended;
  const at = (...names: (keyof typeof LINES)[]): number => {
    const time = names.map((name) => said.get(name)).find((known) => known !== undefined);
    if (time === undefined) throw new Error(`npm start did not get to ${names.join(' or ')}`);
    return time;
  };
  if (!said.has('ready')) throw new Error(`npm start failed: ${(await errors).toString()}`);
  return {
    imported: at('imported'),
    assembled: at('synthesised', 'unchanged'),
    ready: at('ready'),
    bundled: (await lastBuild(folder)) !== builtBefore,
    synthesised: said.has('synthesised'),
  };
}

/** When bundles were last made, if ever. */
async function lastBuild(folder: string): Promise<number | undefined> {
  return stat(join(folder, 'dist/meta/last-build.json')).then(
    ({ mtimeMs }) => mtimeMs,
    () => undefined,
  );
}

import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { delimiter, dirname, resolve } from 'node:path';
import { text } from 'node:stream/consumers';

export interface Step {
  name: string;
  /** Looked for in `node_modules/.bin` first. */
  command: [string, ...string[]];
  /** `inherit` shows the output as it comes, else it is shown only if the step fails. */
  output?: 'inherit';
}

/** Stacks and commands are started some fifty times: each but the first finds its code compiled. */
const NODE_COMPILE_CACHE = resolve('node_modules/.cache/node');

/** Tools run on the Node.js that runs this, whatever the shell's is. */
const PATH = [resolve('node_modules/.bin'), dirname(process.execPath), process.env['PATH']].join(delimiter);

/** Runs a step and says in a line how it went. Answers whether it passed. */
export async function runStep({ name, command: [program, ...args], output }: Step): Promise<boolean> {
  const start = performance.now();
  const child = spawn(program, args, {
    env: { NODE_COMPILE_CACHE, ...process.env, PATH },
    stdio: ['ignore', output ?? 'pipe', output ?? 'pipe'],
  });
  const exit = new Promise<number | null>((resolveExit, reject) => {
    child.once('error', reject).once('close', resolveExit);
  });
  const [code, ...outputs] = await Promise.all([exit, read(child.stdout), read(child.stderr)]);
  const passed = code === 0;
  if (!output) {
    console.log(`${passed ? '✓' : '✗'} ${name}, ${((performance.now() - start) / 1000).toFixed(1)} s`);
    if (!passed) console.log(outputs.join('').replace(/^/gm, '  '));
  }
  return passed;
}

/** Runs steps that do not depend on each other, one a core. Answers whether all of them passed. */
export async function runSteps(steps: Step[]): Promise<boolean> {
  const waiting = steps.values();
  const results: boolean[] = [];
  const lanes = Array.from({ length: availableParallelism() }, async () => {
    for (const step of waiting) results.push(await runStep(step));
  });
  await Promise.all(lanes);
  return results.every((passed) => passed);
}

async function read(stream: NodeJS.ReadableStream | null): Promise<string> {
  return stream ? text(stream) : '';
}

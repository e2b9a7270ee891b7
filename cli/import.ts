/** `npm run import`: reads groups, projects and members into the running stack, or into a table on AWS. */
import { readStackFile } from '../local/lifecycle/stack-file.ts';
import { Refusal } from '../local/refusal.ts';
import { readSettings } from '../local/settings.ts';
import type { Environment } from '../shared/environment/environment.ts';
import { importTree } from '../shared/import/import-tree.ts';
import { type Command, readArguments, USAGE } from './import/arguments.ts';
import { awsEnvironment, stackEnvironment } from './import/environment.ts';
import { reportLines } from './import/report.ts';
import { isOutside } from './outside-failure.ts';
import { typedIn } from './typed-in.ts';
import { ProgressBar } from './terminal/progress-bar.ts';

const bar = new ProgressBar();
const print = (line: string): void => bar.print(line);

try {
  const command = readArguments(process.argv.slice(2), typedIn('import'));
  if (command.kind === 'HELP') console.log(USAGE);
  else process.exitCode = await run(command);
} catch (error) {
  bar.end();
  console.error(error instanceof Refusal || isOutside(error) ? error.message : error);
  process.exitCode = 1;
}

/** Answers the exit code: 1 if anything that was asked for was not done. */
async function run({ request, typed, table }: Extract<Command, { kind: 'IMPORT' }>): Promise<number> {
  const env = table ? awsEnvironment(table, print) : await environmentOfStack();
  const startedAt = performance.now();
  const imported = await importTree(env, {
    ...request,
    onBadLine: ({ file, line, reason }) => print(`${typed.get(file) ?? file}:${line}: ${reason}`),
    onProgress: ({ phase, done, total }) => bar.show(phase, done, total),
  });
  bar.end();
  const seconds = (performance.now() - startedAt) / 1000;
  for (const line of reportLines(imported, seconds)) console.log(line);
  return imported.badLines > 0 || imported.refusal !== undefined ? 1 : 0;
}

async function environmentOfStack(): Promise<Environment> {
  const stack = await readStackFile(readSettings(process.env).stateDir);
  if (stack === undefined) {
    throw new Refusal('No stack is running. Start one (npm start), or name a table on AWS (--table NAME).');
  }
  return stackEnvironment(stack, print);
}

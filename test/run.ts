/**
 * `npm test`: everything that a change has to pass, the cheap checks first. Ends with `N passed, N failed`.
 * While working, `npx vitest --project unit` and the like are quicker.
 */
import { closingLine } from './support/closing-line.ts';
import { filesOf } from './support/files-of.ts';
import { runStep, runSteps, type Step } from './support/steps.ts';

const GENERATED = ['functions/graphql/generated', 'docs'];

const CHECKS: Step[] = [
  { name: 'lint', command: ['eslint', '--cache', '--cache-location', 'node_modules/.cache/eslint/', '.'] },
  { name: 'types', command: ['tsc'] },
  { name: 'unused code', command: ['knip'] },
  { name: 'format', command: ['prettier', '--check', '--cache', '--log-level', 'warn', '.'] },
];

async function generatedFiles(): Promise<Map<string, string>> {
  const folders = await Promise.all(GENERATED.map(filesOf));
  return new Map(folders.flatMap((files) => [...files]));
}

/** Generation rewrites the files in place: whoever changed a schema and forgot it has only to commit them. */
async function generatedFilesInStep(): Promise<boolean> {
  const before = await generatedFiles();
  const generated = await runStep({
    name: 'generated files',
    command: ['npm', 'run', 'generate'],
  });
  const changed = [...(await generatedFiles())].filter(([path, text]) => before.get(path) !== text);
  for (const [path] of changed)
    console.log(`  ${path} was out of step with the schema. It is now: commit it.`);
  return generated && changed.length === 0;
}

const passed = (await generatedFilesInStep()) && (await runSteps(CHECKS));
if (passed) {
  // Its reporter writes the closing line.
  const tests = await runStep({ name: 'tests', command: ['vitest', 'run'], output: 'inherit' });
  process.exitCode = tests ? 0 : 1;
} else {
  console.log(`\nStopped before the tests.\n\n${closingLine({ passed: 0, failed: 1 })}`);
  process.exitCode = 1;
}

import { Refusal } from '../../../../local/refusal.ts';
import type { Context } from '../../commands/context.ts';
import { adviceFor } from '../../deployment/advice.ts';
import { EXIT, type ExitCode, Interruption } from '../../exit-codes.ts';
import { confirm } from '../../input/confirm.ts';
import { follow } from '../../operations/conclude.ts';
import { exitCodeOf } from '../../operations/exit-code.ts';
import { hasEnded } from '../../operations/operation.ts';
import { readOperation } from '../../operations/read.ts';
import { watch } from '../../operations/watch.ts';
import { plain, plural } from '../../output/plain.ts';
import type { Diff } from '../diff/diff.ts';
import { diffLines } from '../diff/render.ts';
import type { ProfileGroup } from '../stored.ts';
import { endLine, resultLine, writeReport } from './report.ts';
import type { ChangeResult } from './result.ts';
import { applyChanges } from './run.ts';

export interface How {
  readonly isDryRun: boolean;
  /** Whether nobody is asked. */
  readonly isAgreed: boolean;
  /** Whether the end of deletions is waited for. */
  readonly isWatched: boolean;
}

/** Shows a diff, asks, makes the changes and tells what came of each. */
export async function applyDiff(
  context: Context,
  group: ProfileGroup,
  diff: Diff,
  how: How,
): Promise<ExitCode> {
  const { format, surroundings, say } = context;
  const { changes } = diff;
  const forbidden = whyForbidden(group, diff);
  const lines = `${diffLines(diff).join('\n')}\n`;
  if (format === 'TEXT') await surroundings.output.write(lines);
  if (changes.length === 0 || how.isDryRun) {
    await writeReport(context, group, diff, []);
    say(changes.length === 0 ? 'There is nothing to do.' : 'This was a dry run: nothing is changed.');
    if (forbidden !== undefined) say(forbidden);
    return EXIT.success;
  }
  // Before anything is asked or made. The deployment checks it again with every change.
  if (forbidden !== undefined) throw new Refusal(forbidden);
  if (!how.isAgreed) {
    if (format !== 'TEXT') surroundings.terminal.write(lines);
    const question = `Make ${plural(changes.length, 'change')} in ${plain(group.fullPath)}?`;
    if (!(await confirm(surroundings, question))) {
      say('Nothing is changed.');
      return EXIT.failure;
    }
  }
  const made = await makeAll(context, group, diff);
  if (surroundings.signal.aborted) {
    await writeReport(context, group, diff, made);
    throw new Interruption('Interrupted. The same command does what is left.');
  }
  const results = how.isWatched ? await withEnds(context, made) : made;
  await writeReport(context, group, diff, results);
  for (const line of adviceOn(context, group, results)) say(line);
  return codeOf(results);
}

/** Undefined where the user may make all the changes. */
function whyForbidden({ fullPath, may }: ProfileGroup, { changes }: Diff): string | undefined {
  const forbidden = ACTIONS.filter((each) => !may[each] && changes.some(({ action }) => action === each));
  if (forbidden.length === 0) return undefined;
  const verbs = forbidden.map((action) => action.toLowerCase()).join(' or ');
  return `This user may not ${verbs} profiles of ${plain(fullPath)}: that takes Maintainer of it, and a token that may write.`;
}

const ACTIONS = ['CREATE', 'UPDATE', 'DELETE'] as const;

async function makeAll(
  context: Context,
  group: ProfileGroup,
  { changes }: Diff,
): Promise<readonly ChangeResult[]> {
  const { client, surroundings } = context;
  const results: ChangeResult[] = [];
  const untilEnd = async (id: string): Promise<void> => watch({ client, surroundings }, id);
  const run = { client, signal: surroundings.signal, group, untilEnd };
  for await (const result of applyChanges(run, changes)) {
    results.push(result);
    await tell(context, resultLine(result));
  }
  return results;
}

/** What was done is the data, where no other is wanted. */
async function tell({ format, surroundings, say }: Context, line: string): Promise<void> {
  if (format === 'TEXT') await surroundings.output.write(`${line}\n`);
  else say(line);
}

/** The same once every deletion is through. */
async function withEnds(
  context: Context,
  results: readonly ChangeResult[],
): Promise<readonly ChangeResult[]> {
  const ended: ChangeResult[] = [];
  for (const { change, result } of results) {
    if (change.action === 'DELETE' && result.result === 'DONE' && result.operation) {
      await follow(context, result.operation);
      const operation = await readOperation(context.client, result.operation.id);
      await tell(context, endLine(change, operation));
      ended.push({ change, result: { ...result, operation } });
    } else ended.push({ change, result });
  }
  return ended;
}

function* adviceOn(
  { commandLine }: Context,
  { fullPath }: Pick<ProfileGroup, 'fullPath'>,
  results: readonly ChangeResult[],
): Generator<string> {
  const codes = new Set(results.map(({ result }) => ('code' in result ? result.code : undefined)));
  for (const code of codes) {
    const advice = adviceFor(code);
    if (advice !== undefined) yield advice;
  }
  if (results.some(({ result }) => result.result !== 'DONE'))
    yield 'The same command shows what is left, and tries it again.';
  const running = results.flatMap(({ result }) =>
    result.result === 'DONE' && result.operation && !hasEnded(result.operation) ? [result.operation.id] : [],
  );
  const [id] = running;
  if (id === undefined) return;
  const watching =
    running.length === 1 ? ['show', id, '--watch'] : ['list', fullPath, '--kind', 'delete-profile'];
  yield `Watch ${running.length === 1 ? 'it: ' : 'them:'}  ${commandLine('operations', ...watching)}`;
}

function codeOf(results: readonly ChangeResult[]): ExitCode {
  const failed = results.filter(({ result }) => {
    if (result.result !== 'DONE') return true;
    return result.operation !== null && exitCodeOf(result.operation) !== EXIT.success;
  });
  if (failed.length === 0) return EXIT.success;
  return failed.length < results.length ? EXIT.partial : EXIT.failure;
}

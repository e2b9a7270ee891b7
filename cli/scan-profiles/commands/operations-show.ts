import { OUTCOME_CODES, OUTCOME_KINDS } from '../../../shared/domain/outcome.ts';
import { enumOf, limitOf, onlyWord } from '../command-line/values.ts';
import { nodesOf } from '../deployment/pages.ts';
import { EXIT, type ExitCode, Misuse } from '../exit-codes.ts';
import { showOperation } from '../operations/conclude.ts';
import { nextSteps } from '../operations/next-steps.ts';
import { hasEnded, isEdit, type Operation } from '../operations/operation.ts';
import { countOutcomes } from '../operations/outcomes.ts';
import { readOperation } from '../operations/read.ts';
import { headLines, outcomeLines } from '../operations/report.ts';
import {
  readResults,
  type Result,
  RESULT_CSV,
  RESULT_TEXT,
  type ResultFilter,
} from '../operations/results.ts';
import { writeJsonArray } from '../output/json.ts';
import { type List, writeRows } from '../output/rows.ts';
import { readVersionChange, versionLines } from '../profiles/history.ts';
import type { Command } from './command.ts';
import type { Context } from './context.ts';

const CODES = [...new Set(Object.values(OUTCOME_CODES).flat())];

export const showOne: Command = {
  words: ['operations', 'show'],
  synopsis: 'ID',
  summary: 'Shows an operation: what it is, its outcomes by code, and its result for every project.',
  details: [
    'As JSON the operation with a field "results"; as CSV the results alone, a project a row. Results are kept for 30 days.',
    'With --watch it waits for the end and shows no results, and the exit code tells how the operation ended.',
  ],
  options: ['outcome', 'code', 'limit', 'watch'],
  examples: [
    'operations show 01K3ZJ8Q9V7M4T2N6R5W1X0YBC',
    'operations show 01K3ZJ8Q9V7M4T2N6R5W1X0YBC --outcome failed --csv > failed.csv',
    'operations show 01K3ZJ8Q9V7M4T2N6R5W1X0YBC --watch',
  ],
  plan: (args) => {
    const id = onlyWord(args, 'operation');
    const filter = { outcome: enumOf(args, 'outcome', OUTCOME_KINDS), code: enumOf(args, 'code', CODES) };
    const limit = limitOf(args);
    if (!args.flag('watch')) return async (context) => show(context, id, filter, limit);
    const unwanted = (['outcome', 'code', 'limit'] as const).find((name) => args.text(name) !== undefined);
    if (unwanted) throw new Misuse(`--${unwanted} is about results, which --watch does not show`);
    return async (context) => showOperation(context, await readOperation(context.client, id), true);
  },
};

async function show(
  context: Context,
  id: string,
  filter: ResultFilter,
  limit: number | undefined,
): Promise<ExitCode> {
  const { client, surroundings, format } = context;
  const operation = await readOperation(client, id);
  const change = isEdit(operation) ? await readVersionChange(client, id) : undefined;
  const results: List<Result> = {
    limit,
    noun: 'result',
    text: RESULT_TEXT,
    csv: RESULT_CSV,
    readPage: async (page) => readResults(client, id, filter, page),
  };
  if (format === 'JSON')
    await writeWhole(
      context,
      change ? { ...operation, profileChange: change } : operation,
      nodesOf(results.readPage, limit),
    );
  else if (format === 'CSV') await writeRows(context, results);
  else {
    const outcomes = hasEnded(operation) ? await countOutcomes(client, operation) : [];
    const edit = change ? ['', ...versionLines(change)] : [];
    const lines = [...headLines(operation), ...edit, ...outcomeLines(outcomes)];
    await surroundings.output.write(`${lines.join('\n')}\n`);
    // Most edits of profiles decide about no project.
    if (!change || operation.totals.projects > 0) {
      await surroundings.output.write('\n');
      await writeRows(context, results);
    }
    for (const step of nextSteps(operation, context.commandLine)) context.say(step);
  }
  return EXIT.success;
}

/** One JSON document, written while the results come. */
async function writeWhole(
  { surroundings: { output } }: Context,
  operation: Operation,
  results: AsyncIterable<Result>,
): Promise<void> {
  await output.write(`${JSON.stringify(operation).slice(0, -1)},"results":`);
  await writeJsonArray(output, results);
  await output.write('}\n');
}

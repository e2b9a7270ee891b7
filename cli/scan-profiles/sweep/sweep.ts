import { Refusal } from '../../../local/refusal.ts';
import { sqsAttachQueue } from '../../../shared/environment/attach-queue.ts';
import { QUEUES } from '../../../shared/names.ts';
import { sweepEverything, type SweepOptions, sweepRecent, type Swept } from '../../../shared/sweep/sweep.ts';
import { forAPerson } from '../../environment/for-a-person.ts';
import { ProgressBar } from '../../terminal/progress-bar.ts';
import type { OperatorContext } from '../commands/context.ts';
import { EXIT, type ExitCode, Interruption } from '../exit-codes.ts';
import type { Columns } from '../output/column.ts';
import { csvText } from '../output/csv.ts';
import { writeJson } from '../output/json.ts';
import { plural } from '../output/plain.ts';
import { type Found, FoundByRoot, foundLines } from './found.ts';

export interface SweepHow {
  readonly isRecent: boolean;
  readonly isDryRun: boolean;
}

/** What a sweep came to, and what it found. */
interface Told extends Swept {
  readonly found: readonly Found[];
}

/** Sweeps the table of a deployment, however long it takes, and says what it found. */
export async function runSweep(
  context: OperatorContext,
  { isRecent, isDryRun }: SweepHow,
): Promise<ExitCode> {
  const { table, sqs, resources, surroundings } = context;
  const { signal } = surroundings;
  const bar = new ProgressBar(surroundings.terminal);
  const attachQueue = sqsAttachQueue(resources.queues[QUEUES.attachWorker].url, sqs);
  const person = forAPerson((line) => bar.print(line));
  // Of what is repaired the operations are told.
  const log = { ...person.log, warn: () => undefined };
  const env = { ...person, log, table, attachQueue };
  const found = new FoundByRoot();
  const options: SweepOptions = {
    deadline: Infinity,
    dryRun: isDryRun,
    onFound: (rootId, projectIds) => found.add(rootId, projectIds),
    onProgress: ({ looked }) => {
      bar.show('projects looked at', looked);
      signal.throwIfAborted();
    },
  };
  try {
    const swept = await (isRecent ? sweepRecent(env, options) : sweepEverything(env, options));
    bar.end();
    return await tell(context, { ...swept, found: found.all }, isDryRun);
  } catch (error) {
    if (signal.aborted) throw new Interruption(`Interrupted. ${stateAfter(isDryRun)}`);
    throw firstRefusal(error) ?? error;
  } finally {
    bar.end();
  }
}

function stateAfter(isDryRun: boolean): string {
  return isDryRun ? 'Nothing is changed.' : 'What was found so far is being repaired.';
}

async function tell(context: OperatorContext, swept: Told, isDryRun: boolean): Promise<ExitCode> {
  const { format, surroundings, say, commandLine } = context;
  const { looked, repairs, operations, found } = swept;
  if (format === 'JSON') await writeJson(surroundings.output, swept);
  else if (format === 'CSV') await surroundings.output.write(csvText(CSV, [swept]));
  else {
    const which = isDryRun ? foundLines(found) : operations;
    await surroundings.output.write(`${[summaryOf(looked, repairs, isDryRun), ...which].join('\n')}\n`);
  }
  const [first] = operations;
  if (first !== undefined) say(`Watch one:  ${commandLine('operations', 'show', first, '--watch')}`);
  return isDryRun && repairs > 0 ? EXIT.partial : EXIT.success;
}

function summaryOf(looked: number, repairs: number, isDryRun: boolean): string {
  const seen = `Looked at ${plural(looked, 'project')}`;
  if (repairs === 0) return `${seen}: nothing is out of place.`;
  const found = `${plural(repairs, 'project')} held attachments that are out of place`;
  return isDryRun ? `${seen}: ${found}. Nothing is changed.` : `${seen}: ${found}. Repaired by:`;
}

const CSV: Columns<Told> = {
  looked: ({ looked }) => looked,
  repairs: ({ repairs }) => repairs,
  operations: ({ operations }) => operations.join(' '),
  projectIds: ({ found }) => found.flatMap(({ projectIds }) => projectIds).join(' '),
};

/** What the operator has to know, among what went wrong with many projects. */
function firstRefusal(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error;
  if (!(error instanceof AggregateError)) return undefined;
  return error.errors.find((each) => each instanceof Refusal);
}

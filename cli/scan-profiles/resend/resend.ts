import type { Operation } from '../../../shared/domain/operation.ts';
import { sqsAttachQueue } from '../../../shared/environment/attach-queue.ts';
import { QUEUES } from '../../../shared/names.ts';
import { sendPages } from '../../../shared/pipeline/message.ts';
import { readOperation } from '../../../shared/storage/operations.ts';
import { END_PAGE, listOpenPagesOf, type OpenPage } from '../../../shared/storage/pages.ts';
import { isEndAnnounced } from '../../../shared/storage/registrations.ts';
import { Refusal } from '../../../local/refusal.ts';
import type { OperatorContext } from '../commands/context.ts';
import { ageText, isoOf } from '../dead-letters/describe.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Columns } from '../output/column.ts';
import { csvText } from '../output/csv.ts';
import { writeJson } from '../output/json.ts';
import { plain, plural } from '../output/plain.ts';
import { textTable } from '../output/text-table.ts';
import { headData, headLines } from './head.ts';

/** Sends the messages of all open pages of an operation once more. */
export async function resend(context: OperatorContext, id: string, isDryRun: boolean): Promise<ExitCode> {
  const { table, sqs, resources, format, surroundings, say } = context;
  const operation = await readOperation(table, id);
  if (!operation) {
    throw new Refusal(
      `There is no operation ${plain(id)} in ${resources.deployment}. Check the id for typing errors, and which deployment it is of.`,
    );
  }
  const pages = (await listOpenPagesOf(table, id)).filter((page) => !isForLater(operation, page));
  const attachQueue = sqsAttachQueue(resources.queues[QUEUES.attachWorker].url, sqs);
  if (!isDryRun) await sendPages({ attachQueue }, pages, { again: true });
  if (format === 'JSON') await writeJson(surroundings.output, dataOf(operation, pages));
  else if (format === 'CSV') await surroundings.output.write(csvText(CSV, pages));
  else {
    const rows = pages.length > 0 ? ['', ...textTable(TEXT, pages)] : [];
    await surroundings.output.write(`${[...headLines(operation), ...rows].join('\n')}\n`);
  }
  const { status } = operation;
  if (pages.length === 0)
    say(`Nothing of the operation is open: it is ${status}, and there is nothing to send.`);
  else if (isDryRun) say(`Would send ${plural(pages.length, 'message')}. Nothing is changed.`);
  else {
    say(`Sent ${plural(pages.length, 'message')} of the operation, which is ${status}.`);
    say(`If it does not get on: ${context.commandLine('dead-letters', 'list', QUEUES.attachWorker)}`);
  }
  return EXIT.success;
}

/** An end that was announced waits to be forgotten, and an audit until nobody can be at work any more. */
function isForLater(operation: Operation, page: OpenPage): boolean {
  return 'audit' in page.start || (page.pageId === END_PAGE && isEndAnnounced(operation, page));
}

/** What is left to be done of a page. */
function workOf({ pageId, start }: OpenPage): string {
  if (pageId === END_PAGE) return 'to end';
  if ('announce' in start) return 'to be announced';
  return 'projectIds' in start ? `${start.projectIds.length} projects named` : 'to be visited';
}

const TEXT: Columns<OpenPage> = {
  Page: ({ pageId }) => pageId,
  Left: workOf,
  'Last sent': ({ since }) => (since === 0 ? 'never' : `${ageText(Date.now() - since)} ago`),
  'By the janitor': ({ resends }) => resends,
};

const CSV: Columns<OpenPage> = {
  operationId: ({ operationId }) => operationId,
  pageId: ({ pageId }) => pageId,
  left: workOf,
  lastSentAt: ({ since }) => (since === 0 ? null : isoOf(since)),
  resends: ({ resends }) => resends,
};

function dataOf(operation: Operation, pages: readonly OpenPage[]): object {
  const sent = pages.map((page) =>
    Object.fromEntries(Object.entries(CSV).map(([name, cell]) => [name, cell(page)])),
  );
  return { ...headData(operation), pages: sent };
}

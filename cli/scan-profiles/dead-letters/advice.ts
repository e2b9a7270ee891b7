import { hasEnded } from '../../../shared/domain/operation.ts';
import { QUEUES } from '../../../shared/names.ts';
import { readOperation } from '../../../shared/storage/operations.ts';
import { readOpenPage } from '../../../shared/storage/pages.ts';
import type { OperatorContext } from '../commands/context.ts';
import type { QueueName } from '../operator/resources.ts';
import type { DeadLetter } from './dead-letter.ts';

/** Where the senders of events read how they have to look. */
const GUIDES: Readonly<Record<QueueName, string | undefined>> = {
  [QUEUES.attachWorker]: undefined,
  [QUEUES.cleanupWorker]: 'docs/events.md',
  [QUEUES.statusWorker]: 'docs/statuses.md',
};

/** What can be done about a message, in sentences. Asks the table how the operation of a page stands. */
export async function adviceFor(letter: DeadLetter, context: OperatorContext): Promise<readonly string[]> {
  const { queue, id, meaning } = letter;
  const redrive = context.commandLine('dead-letters', 'redrive', queue, id);
  const remove = context.commandLine('dead-letters', 'delete', queue, id);
  switch (meaning.kind) {
    case 'PAGE': {
      const why = await standingOf(meaning.operationId, meaning.pageId, context);
      if (!why.isOpen) return [why.text, `Nothing is lost without it: ${remove}`];
      const cancel = context.commandLine('operations', 'cancel', meaning.operationId);
      return [
        why.text,
        `Remove the cause first, then try again: ${redrive}`,
        ...(why.canBeCancelled
          ? [`Or give the operation up, as one of its root's maintainers: ${cancel}`]
          : []),
      ];
    }
    case 'EVENT':
      return [
        `Remove the cause first, then try again: ${redrive}`,
        'An event that was overtaken by a later one does nothing when it comes late.',
      ];
    case 'LATER_VERSION':
      return [
        `A later release sent it. Deploy that one again, then redrive it: ${redrive}`,
        'Or leave it: the janitor sends the same page in the form of this release.',
        `Once it has, nothing is lost without this one: ${remove}`,
      ];
    case 'NOT_UNDERSTOOD': {
      const guide = GUIDES[queue];
      const sender = guide === undefined ? [] : [`Its sender has to correct it (${guide}) and send it anew.`];
      return ['No further try can help.', ...sender, `Then delete it: ${remove}`];
    }
  }
}

interface Standing {
  readonly isOpen: boolean;
  readonly canBeCancelled?: boolean;
  readonly text: string;
}

async function standingOf(
  operationId: string,
  pageId: string,
  { table }: OperatorContext,
): Promise<Standing> {
  const [operation, page] = await Promise.all([
    readOperation(table, operationId),
    readOpenPage(table, operationId, pageId),
  ]);
  if (!operation) return { isOpen: false, text: 'No operation of this id is kept any more.' };
  const { status, change } = operation;
  if (!page) return { isOpen: false, text: `The operation is ${status}, and this page of it is done.` };
  if ('announce' in page.start)
    return {
      isOpen: true,
      text: `The operation is ${status}; the page is done, and not yet announced on the bus.`,
    };
  if ('audit' in page.start)
    return {
      isOpen: true,
      text: `The operation is ${status}; what was done twice is still to be compared with its records.`,
    };
  if (hasEnded(operation) && pageId !== 'END')
    return { isOpen: false, text: `The operation is ${status}: the page does nothing any more.` };
  const canBeCancelled = change.kind !== 'REHOME' && change.kind !== 'DELETE_PROFILE' && !hasEnded(operation);
  return { isOpen: true, canBeCancelled, text: `The operation is ${status}, and this page of it is open.` };
}

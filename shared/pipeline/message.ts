import * as z from 'zod/mini';
import type { Environment } from '../environment/environment.ts';
import type { PageName } from '../storage/pages.ts';

/** The form of message that is sent. */
const MESSAGE_VERSION = 2;

/** A longer one would not even make a key of the table. */
const id = z.string().check(z.minLength(1), z.maxLength(500));
const page = { operationId: id, pageId: id };

/**
 * What the attach queue carries: which page of which operation is to be done. All else is read from the table, so that
 * a message that comes late or twice can do nothing that the table does not still ask for.
 *
 * Version 2 also says which request it is followed by in the logs, and whether the page has been sent before, so that another
 * run of it may be at work. Version 1 is what the release before it sent. Of a later
 * one nothing is known but that: it is left, by failing, to those who know it.
 */
export const pageMessage = z.union([
  z.object({ version: z.literal(2), ...page, requestId: id, again: z.optional(z.boolean()) }),
  z.object({ version: z.literal(1), ...page }),
  z.looseObject({ version: z.int().check(z.gt(MESSAGE_VERSION)) }),
]);
export type PageMessage = z.infer<typeof pageMessage>;

/** A message of a version that is known here. */
export type KnownPageMessage = Extract<PageMessage, { version: 1 | 2 }>;

export function isKnown(message: PageMessage): message is KnownPageMessage {
  return message.version === 1 || message.version === 2;
}

/** The request that it is for; of the release before, which did not say it, the operation. */
export function requestOf(message: KnownPageMessage): string {
  return message.version === 1 ? message.operationId : message.requestId;
}

/** Whether the message says that the page has been sent before. */
export function isSentAgain(message: KnownPageMessage): boolean {
  return message.version === 2 && message.again === true;
}

interface Sending {
  /** The pages have been sent before, or may have been. */
  readonly again?: boolean;
}

/** Sends pages to the attach-worker, grouped by root, so that one root's work does not hold up another's. */
export async function sendPages(
  { attachQueue }: Pick<Environment, 'attachQueue'>,
  pages: readonly PageName[],
  { again = false }: Sending = {},
): Promise<void> {
  if (pages.length === 0) return;
  await attachQueue.send(
    pages.map(({ operationId, pageId, rootId, requestId }) => {
      const name = { version: MESSAGE_VERSION, operationId, pageId, requestId } as const;
      const message: KnownPageMessage = again ? { ...name, again } : name;
      return { group: String(rootId), body: JSON.stringify(message) };
    }),
  );
}

/**
 * Sends pages of what is accepted, for who has an answer to give: where the queue is out of reach the pages stay open, and
 * the janitor sends them later.
 */
export async function sendOrLeave(
  env: Pick<Environment, 'attachQueue' | 'log'>,
  pages: readonly PageName[],
  sending?: Sending,
): Promise<void> {
  try {
    await sendPages(env, pages, sending);
  } catch (error) {
    env.log.error('pages could not be sent: the janitor will send them', { pages, error });
  }
}

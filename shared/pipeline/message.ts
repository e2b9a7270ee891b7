import * as z from 'zod/mini';
import type { Environment } from '../environment/environment.ts';
import type { OpenPage } from '../storage/pages.ts';

/**
 * What the attach queue carries: which page of which operation is to be done. All else is read from the table, so that
 * a message that comes late or twice can do nothing that the table does not still ask for.
 */
export const pageMessage = z.object({
  version: z.int(),
  operationId: z.string().check(z.minLength(1)),
  pageId: z.string().check(z.minLength(1)),
});
export type PageMessage = z.infer<typeof pageMessage>;

/** The form of message that is sent. One of a later version is left to those who know it, by failing. */
export const MESSAGE_VERSION = 1;

/** Sends pages to the attach-worker, grouped by root, so that one root's work does not hold up another's. */
export async function sendPages(
  { attachQueue }: Pick<Environment, 'attachQueue'>,
  pages: readonly Pick<OpenPage, 'operationId' | 'pageId' | 'rootId'>[],
): Promise<void> {
  if (pages.length === 0) return;
  await attachQueue.send(
    pages.map(({ operationId, pageId, rootId }) => {
      const message: PageMessage = { version: MESSAGE_VERSION, operationId, pageId };
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
  pages: Parameters<typeof sendPages>[1],
): Promise<void> {
  try {
    await sendPages(env, pages);
  } catch (error) {
    env.log.error('pages could not be sent: the janitor will send them', { pages, error });
  }
}

import * as z from 'zod/mini';
import { type FrontierEntry, RECORDS_TAKEN } from '../domain/frontier.ts';
import type { Table } from '../environment/environment.ts';
import { OPEN_SHARDS, openKey, openPk, openPrefix } from './keys.ts';
import { getItem, type Item, queryAll } from './read.ts';
import { type Piece, put, putNew, remove, update } from './write.ts';

/**
 * What a page begins with: what is still to be visited, or projects that are known already. Once it is done, what is left
 * is to announce it. A page that was begun more than once has a second item, its audit: the page whose records are to be
 * compared with the projects.
 */
export type PageStart =
  | { readonly frontier: readonly FrontierEntry[] }
  | { readonly projectIds: readonly number[] }
  | { readonly announce: true }
  | { readonly audit: string };

/**
 * A page that was accepted and is not done or not announced, and what is needed to do it. Page `END` stands for the
 * operation itself: it stays open until the end is set and announced.
 */
export interface OpenPage {
  readonly operationId: string;
  readonly pageId: string;
  readonly rootId: number;
  readonly start: PageStart;
  /** Epoch milliseconds of the last time that its message was sent; 0 if it never was. */
  readonly since: number;
  readonly resends: number;
  /** The request, event or message that led to it, by which it is followed in the logs. */
  readonly requestId: string;
}

/** What names a page in a message. */
export type PageName = Pick<OpenPage, 'operationId' | 'pageId' | 'rootId' | 'requestId'>;

export const END_PAGE = 'END';

/** The page of the projects that were named, and the first one of what has to be visited. */
export const NAMED_PAGE = 'P';
export const GROUPS_PAGE = 'G';
const FIRST_PAGES = [NAMED_PAGE, GROUPS_PAGE];

export const frontierEntry = z.union([
  z.object({ groupId: z.number(), after: z.optional(z.string()), level: z.number() }),
  z.object({ operationId: z.string(), take: z.enum(RECORDS_TAKEN), after: z.optional(z.string()) }),
]);

const open = z.object({
  operationId: z.string(),
  pageId: z.string(),
  rootId: z.number(),
  start: z.union([
    z.object({ frontier: z.array(frontierEntry) }),
    z.object({ projectIds: z.array(z.number()) }),
    z.object({ announce: z.literal(true) }),
    z.object({ audit: z.string() }),
  ]),
  since: z.number(),
  resends: z.number(),
  requestId: z.optional(z.string()),
});

/** What was opened before requests were noted is followed under the id of its operation. */
export function parseOpenPage(item: Item): OpenPage {
  const page = open.parse(item);
  return { ...page, requestId: page.requestId ?? page.operationId };
}

export async function readOpenPage(
  table: Table,
  operationId: string,
  pageId: string,
): Promise<OpenPage | undefined> {
  const item = await getItem(table, openKey(operationId, pageId));
  return item === undefined ? undefined : parseOpenPage(item);
}

/** All open pages of one of the `OPEN_SHARDS` partitions, not yet parsed: one that is broken must not hide the others. */
export async function listOpenItems(table: Table, shard: number): Promise<readonly Item[]> {
  return queryAll(table, openPk(shard), '');
}

/** The pages with which an operation began, as far as they are open. */
export async function listFirstPages(table: Table, operationId: string): Promise<readonly OpenPage[]> {
  const pages = await Promise.all(
    FIRST_PAGES.map(async (pageId) => readOpenPage(table, operationId, pageId)),
  );
  return pages.flatMap((page) => page ?? []);
}

/** All open pages of an operation. */
export async function listOpenPagesOf(table: Table, operationId: string): Promise<readonly OpenPage[]> {
  const shards = Array.from({ length: OPEN_SHARDS }, (_, shard) => shard);
  const items = await Promise.all(
    shards.map(async (shard) => queryAll(table, openPk(shard), openPrefix(operationId))),
  );
  return items.flat().map(parseOpenPage);
}

/** Refused by `open` if the page is open already. */
export function openPage(opened: OpenPage): Piece {
  return putNew('open', openKey(opened.operationId, opened.pageId), { ...opened });
}

/**
 * To be done when no run of the page can be alive any more: whether all that they did is recorded. Put off by each further
 * run that is begun.
 */
export function putAudit({ operationId, pageId, rootId, requestId }: PageName, now: number): Piece {
  const name = { operationId, pageId: `${pageId}.audit`, rootId, requestId };
  const audit: OpenPage = { ...name, start: { audit: pageId }, since: now, resends: 0 };
  return put('open', openKey(operationId, audit.pageId), { ...audit });
}

/** Whether something of the operation is still to be done with it. */
export function isWork({ pageId, start }: OpenPage): boolean {
  return pageId !== END_PAGE && !('announce' in start) && !('audit' in start);
}

/** The page is done: what is left of it is to announce it. */
export function leaveToAnnounce({ operationId, pageId, rootId, requestId }: PageName, now: number): Piece {
  const start = { announce: true } as const;
  const left: OpenPage = { operationId, pageId, rootId, requestId, start, since: now, resends: 0 };
  return put('open', openKey(operationId, pageId), { ...left });
}

export function closePage(operationId: string, pageId: string): Piece {
  return remove('open', openKey(operationId, pageId));
}

/** Forgets a page that nobody can do any longer. Refused if it was done, or sent, since it was read. */
export function closeUntouched({ operationId, pageId, since }: OpenPage): Piece {
  return remove('open', openKey(operationId, pageId), {
    condition: 'since = :since',
    values: { ':since': since },
  });
}

/**
 * Puts off when the `END` of an operation is looked at. At its end that is now, so that it is announced; once it is, when
 * nothing of it can act any longer.
 */
export function lookAgainAt(operationId: string, time: number): Piece {
  return update('end', openKey(operationId, END_PAGE), 'SET since = :time, resends = :none', {
    condition: 'attribute_exists(PK)',
    values: { ':time': time, ':none': 0 },
  });
}

/** Claims the next sending of an open page. Refused if it was sent, or done, since it was read. */
export function markSent(opened: OpenPage, now: number): Piece {
  return update('open', openKey(opened.operationId, opened.pageId), 'SET since = :now, resends = :resends', {
    condition: 'since = :since',
    values: { ':now': now, ':since': opened.since, ':resends': opened.since === 0 ? 0 : opened.resends + 1 },
  });
}

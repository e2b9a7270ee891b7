import * as z from 'zod/mini';
import type { FrontierEntry, Plan } from '../domain/frontier.ts';
import type { Exceptions, PageRecord } from '../domain/outcome.ts';
import type { Removals } from '../domain/removals.ts';
import type { Table } from '../environment/environment.ts';
import { openKey, openPk, PAGE_PREFIX, pageKey } from './keys.ts';
import { getItem, type Item, queryAll } from './read.ts';
import { OPERATION_LIFETIME } from './operations.ts';
import { type Piece, putNew, remove, update } from './write.ts';

/** What a page begins with: groups still to be visited, or projects that are known already. */
export type PageStart =
  { readonly frontier: readonly FrontierEntry[] } | { readonly projectIds: readonly number[] };

/**
 * A page that was accepted and is not done, and what is needed to do it. Page `END` stands for the operation itself: it
 * stays open until the end is set.
 */
export interface OpenPage {
  readonly operationId: string;
  readonly pageId: string;
  readonly rootId: number;
  readonly start: PageStart;
  /** Epoch milliseconds of the last time that its message was sent; 0 if it never was. */
  readonly since: number;
  readonly resends: number;
}

export const END_PAGE = 'END';

/** The page of the projects that were named, and the one of the groups. */
export const NAMED_PAGE = 'P';
export const GROUPS_PAGE = 'G';
const FIRST_PAGES = [NAMED_PAGE, GROUPS_PAGE];

const entry = z.object({ groupId: z.number(), after: z.optional(z.string()), level: z.number() });
const start = z.union([
  z.object({ frontier: z.array(entry) }),
  z.object({ projectIds: z.array(z.number()) }),
]);

const open = z.object({
  operationId: z.string(),
  pageId: z.string(),
  rootId: z.number(),
  start,
  since: z.number(),
  resends: z.number(),
});

const page = z.object({
  projectIds: z.array(z.number()),
  children: z.array(z.object({ pageId: z.string(), frontier: z.array(entry) })),
  doneAt: z.optional(z.number()),
  exceptions: z.optional(z.record(z.string(), z.array(z.number()))),
  removed: z.optional(z.record(z.string(), z.array(z.number()))),
});

/** What is recorded of a page that is done. */
export interface PageResults {
  readonly exceptions: Exceptions;
  readonly removals: Removals;
}

/** A page's durable plan and, once it is done, its outcomes. */
export interface Page extends Plan {
  readonly doneAt?: number | undefined;
  readonly exceptions?: Exceptions | undefined;
}

export function parseOpenPage(item: Item): OpenPage {
  return open.parse(item);
}

export async function readOpenPage(
  table: Table,
  operationId: string,
  pageId: string,
): Promise<OpenPage | undefined> {
  const item = await getItem(table, openKey(operationId, pageId));
  return item === undefined ? undefined : parseOpenPage(item);
}

export async function readPage(table: Table, operationId: string, pageId: string): Promise<Page | undefined> {
  const item = await getItem(table, pageKey(operationId, pageId));
  return item === undefined ? undefined : page.parse(item);
}

/** All open pages of one of the `OPEN_SHARDS` partitions, not yet parsed: one that is broken must not hide the others. */
export async function listOpenItems(table: Table, shard: number): Promise<readonly Item[]> {
  return queryAll(table, openPk(shard), '');
}

/** The pages with which an operation began, as far as they are open. */
export async function listOpenPagesOf(table: Table, operationId: string): Promise<readonly OpenPage[]> {
  const pages = await Promise.all(
    FIRST_PAGES.map(async (pageId) => readOpenPage(table, operationId, pageId)),
  );
  return pages.flatMap((page) => page ?? []);
}

/** What every page of an operation recorded. */
export async function listPageRecords(table: Table, operationId: string): Promise<readonly PageRecord[]> {
  const items = await queryAll(table, `OPERATION#${operationId}`, PAGE_PREFIX);
  return items
    .map((item) => page.parse(item))
    .map(({ projectIds, exceptions }) => ({ projectIds, exceptions: exceptions ?? {} }));
}

/** What every page of an operation removed, of those that are done. */
export async function listRemovals(table: Table, operationId: string): Promise<readonly Removals[]> {
  const items = await queryAll(table, `OPERATION#${operationId}`, PAGE_PREFIX);
  return items.map((item) => page.parse(item).removed ?? {});
}

/** Refused by `open` if the page is open already. */
export function openPage(opened: OpenPage): Piece {
  return putNew('open', openKey(opened.operationId, opened.pageId), { ...opened });
}

export function closePage(operationId: string, pageId: string): Piece {
  return remove('open', openKey(operationId, pageId));
}

/** The operation has ended: its `END` is looked at once more when nothing of it can act any longer. */
export function lookAgainAt(operationId: string, time: number): Piece {
  return update('end', openKey(operationId, END_PAGE), 'SET since = :time', {
    condition: 'attribute_exists(PK)',
    values: { ':time': time },
  });
}

/** Claims the next sending of an open page. Refused if it was sent, or done, since it was read. */
export function markSent(opened: OpenPage, now: number): Piece {
  return update('open', openKey(opened.operationId, opened.pageId), 'SET since = :now, resends = :resends', {
    condition: 'since = :since',
    values: { ':now': now, ':since': opened.since, ':resends': opened.since === 0 ? 0 : opened.resends + 1 },
  });
}

const PAGE_LIFETIME = 30 * 24 * 60 * 60;

/** Seconds since 1970. */
function expiryOf(now: number, lifetime = PAGE_LIFETIME): number {
  return Math.floor(now / 1000) + lifetime;
}

/** Refused by `plan` if another run of the same page planned it first. */
export function planPage(operationId: string, pageId: string, plan: Plan, now: number): Piece {
  return putNew('plan', pageKey(operationId, pageId), { ...plan, expiresAt: expiryOf(now) });
}

/** Few, since most pages remove nothing. What was removed can be asked for as long as the operation itself. */
function attributesOf({ exceptions, removals }: PageResults, now: number): Record<string, unknown> {
  const done = { doneAt: now, exceptions };
  if (Object.keys(removals).length === 0) return done;
  return { ...done, removed: removals, expiresAt: expiryOf(now, OPERATION_LIFETIME) };
}

/** Records a page that needed no plan, since its projects were known. Refused by `page` like `finishPage`. */
export function recordPage(
  operationId: string,
  pageId: string,
  projectIds: readonly number[],
  results: PageResults,
  now: number,
): Piece {
  return putNew('page', pageKey(operationId, pageId), {
    projectIds,
    children: [],
    expiresAt: expiryOf(now),
    ...attributesOf(results, now),
  });
}

/** Records a page's results, once. Refused by `page` if another run of the same page was first. */
export function finishPage(operationId: string, pageId: string, results: PageResults, now: number): Piece {
  const attributes = Object.entries(attributesOf(results, now));
  const set = attributes.map(([name]) => `#${name} = :${name}`).join(', ');
  return update('page', pageKey(operationId, pageId), `SET ${set}`, {
    condition: 'attribute_exists(PK) AND attribute_not_exists(doneAt)',
    names: Object.fromEntries(attributes.map(([name]) => [`#${name}`, name])),
    values: Object.fromEntries(attributes.map(([name, value]) => [`:${name}`, value])),
  });
}

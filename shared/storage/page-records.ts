import * as z from 'zod/mini';
import { type Effect, type PackedEffects, removesAny, unpackEffects } from '../domain/effect.ts';
import type { Plan } from '../domain/frontier.ts';
import { RESULTS_LIFETIME } from '../domain/operation.ts';
import { type Exceptions, OUTCOME_KINDS, type OutcomeKind } from '../domain/outcome.ts';
import type { Table } from '../environment/environment.ts';
import {
  EXCEPTIONS_PREFIX,
  exceptionsKey,
  exceptionsPrefix,
  operationPk,
  PAGE_PREFIX,
  pageKey,
} from './keys.ts';
import { OPERATION_LIFETIME } from './operations.ts';
import { frontierEntry } from './pages.ts';
import { batchGet, getItem, type Item, keyText, queryAll, queryPage, startingWith } from './read.ts';
import { type Piece, putNew, update } from './write.ts';

const page = z.object({
  SK: z.string(),
  projectIds: z.array(z.number()),
  children: z.array(z.object({ pageId: z.string(), frontier: z.array(frontierEntry) })),
  sources: z.optional(z.array(z.string())),
  doneAt: z.optional(z.number()),
  usual: z.optional(z.string()),
  others: z.optional(z.record(z.string(), z.array(z.number()))),
  versions: z.optional(z.array(z.number())),
  placement: z.optional(z.number()),
});

const exceptionsOfKind = z.object({
  SK: z.string(),
  codes: z.record(z.string(), z.array(z.number())),
});

/** What is recorded of a page that is done. */
export interface PageResults {
  readonly exceptions: Exceptions;
  readonly effects: PackedEffects;
  /** Of a preview: what it saw, by project in the order of the page, and how many moves there had been in the tree. */
  readonly seen?: { readonly versions: readonly number[]; readonly placement: number } | undefined;
}

/** A page's durable plan and, once it is done, what came of it. */
export interface PageRecord extends Plan {
  readonly pageId: string;
  readonly doneAt?: number | undefined;
  /** By project. Empty until the page is done. */
  readonly effects: ReadonlyMap<number, Effect>;
  /** Versions of the projects' states as a preview saw them, in the order of the page. */
  readonly versions?: readonly number[] | undefined;
  readonly placement?: number | undefined;
}

export function parsePageRecord(item: Item): PageRecord {
  const { SK, usual, others, ...record } = page.parse(item);
  const effects =
    usual === undefined
      ? new Map<number, Effect>()
      : unpackEffects(record.projectIds, { usual, others: others ?? {} });
  return { ...record, pageId: SK.slice(PAGE_PREFIX.length), effects };
}

export async function readPage(
  table: Table,
  operationId: string,
  pageId: string,
): Promise<PageRecord | undefined> {
  const item = await getItem(table, pageKey(operationId, pageId));
  return item === undefined ? undefined : parsePageRecord(item);
}

/** Those of these pages that are recorded. */
export async function readPages(
  table: Table,
  operationId: string,
  pageIds: readonly string[],
): Promise<readonly PageRecord[]> {
  const items = await batchGet(
    table,
    pageIds.map((pageId) => pageKey(operationId, pageId)),
  );
  return [...items.values()].map((item) => parsePageRecord(item));
}

/** Part of an operation's pages, in the order of their ids, from the one after `after` on; where the next part begins. */
export async function listPages(
  table: Table,
  operationId: string,
  { after, limit }: { readonly after?: string | undefined; readonly limit?: number | undefined } = {},
): Promise<{ readonly pages: readonly PageRecord[]; readonly after: string | undefined }> {
  const range = startingWith(operationPk(operationId), PAGE_PREFIX);
  const found = await queryPage(table, {
    ...range,
    limit,
    after: after === undefined ? undefined : pageKey(operationId, after).SK,
  });
  return { pages: found.items.map(parsePageRecord), after: found.after?.slice(PAGE_PREFIX.length) };
}

/** All pages of an operation. */
export async function listAllPages(table: Table, operationId: string): Promise<readonly PageRecord[]> {
  return (await queryAll(table, operationPk(operationId), PAGE_PREFIX)).map(parsePageRecord);
}

/** What was no plain success among the projects of a page. */
export interface PageExceptions {
  readonly pageId: string;
  readonly exceptions: Exceptions;
}

function parseExceptions(item: Item): PageExceptions & { readonly kind: string } {
  const { SK, codes } = exceptionsOfKind.parse(item);
  const [, kind = '', ...rest] = SK.split('#');
  const exceptions = Object.entries(codes).map(([code, ids]) => [`${kind}/${code}`, ids] as const);
  return { pageId: rest.join('#'), kind, exceptions: Object.fromEntries(exceptions) };
}

/** The exceptions of these pages, by page; none for a page that has none. */
export async function readExceptions(
  table: Table,
  operationId: string,
  pageIds: readonly string[],
): Promise<ReadonlyMap<string, Exceptions>> {
  const keys = pageIds.flatMap((pageId) =>
    OUTCOME_KINDS.map((kind) => exceptionsKey(operationId, kind, pageId)),
  );
  const items = await batchGet(table, keys);
  return new Map(
    pageIds.map((pageId) => {
      const found = OUTCOME_KINDS.flatMap((kind) => {
        const item = items.get(keyText(exceptionsKey(operationId, kind, pageId)));
        return item ? [parseExceptions(item)] : [];
      });
      return [pageId, merged(found)];
    }),
  );
}

/** Part of an operation's exceptions of one kind, page by page, and where the next part begins. Reads nothing else. */
export async function listExceptions(
  table: Table,
  operationId: string,
  kind: OutcomeKind,
  { after, limit }: { readonly after?: string | undefined; readonly limit?: number | undefined } = {},
): Promise<{ readonly pages: readonly PageExceptions[]; readonly after: string | undefined }> {
  const prefix = exceptionsPrefix(kind);
  const found = await queryPage(table, {
    ...startingWith(operationPk(operationId), prefix),
    limit,
    after: after === undefined ? undefined : exceptionsKey(operationId, kind, after).SK,
  });
  return { pages: found.items.map(parseExceptions), after: found.after?.slice(prefix.length) };
}

/** All pages of an operation, each with what was no plain success in it: one after the other, as they are read. */
export async function* eachOutcome(
  table: Table,
  operationId: string,
): AsyncGenerator<PageRecord & PageExceptions> {
  // All exceptions come before the first page.
  const range = { ...startingWith(operationPk(operationId), PAGE_PREFIX), from: EXCEPTIONS_PREFIX };
  const exceptions = new Map<string, Exceptions>();
  let after: string | undefined;
  do {
    const part = await queryPage(table, { ...range, after });
    for (const item of part.items) {
      if (String(item['SK']).startsWith(PAGE_PREFIX)) {
        const page = parsePageRecord(item);
        yield { ...page, exceptions: exceptions.get(page.pageId) ?? {} };
      } else {
        const found = parseExceptions(item);
        exceptions.set(found.pageId, { ...exceptions.get(found.pageId), ...found.exceptions });
      }
    }
    after = part.after;
  } while (after !== undefined);
}

function merged(found: readonly PageExceptions[]): Exceptions {
  return Object.fromEntries(found.flatMap(({ exceptions }) => Object.entries(exceptions)));
}

/** Seconds since 1970. */
function expiryOf(now: number, lifetime: number): number {
  return Math.floor((now + lifetime) / 1000);
}

/** Refused by `plan` if another run of the same page planned it first. */
export function planPage(operationId: string, pageId: string, plan: Plan, now: number): Piece {
  return putNew('plan', pageKey(operationId, pageId), {
    ...plan,
    expiresAt: expiryOf(now, RESULTS_LIFETIME),
  });
}

/**
 * Records a page's results, once. Refused by `page` if another run of the same page was first. A page that needed no plan,
 * since its projects were known, is made here.
 */
export function recordPage(
  operationId: string,
  pageId: string,
  { projectIds, isPlanned }: { readonly projectIds: readonly number[]; readonly isPlanned: boolean },
  results: PageResults,
  now: number,
): readonly Piece[] {
  const key = pageKey(operationId, pageId);
  const attributes = attributesOf(results, now);
  const fields = Object.entries(attributes);
  const record = isPlanned
    ? update('page', key, `SET ${fields.map(([name]) => `#${name} = :${name}`).join(', ')}`, {
        condition: 'attribute_exists(PK) AND attribute_not_exists(doneAt)',
        names: Object.fromEntries(fields.map(([name]) => [`#${name}`, name])),
        values: Object.fromEntries(fields.map(([name, value]) => [`:${name}`, value])),
      })
    : putNew('page', key, { projectIds, children: [], ...attributes });
  return [record, ...exceptionPieces(operationId, pageId, results.exceptions, now)];
}

/** What was removed can be asked for as long as the operation itself; few pages remove anything. */
function attributesOf({ effects, seen }: PageResults, now: number): Record<string, unknown> {
  const lifetime = removesAny(effects) ? OPERATION_LIFETIME * 1000 : RESULTS_LIFETIME;
  return { doneAt: now, ...effects, ...seen, expiresAt: expiryOf(now, lifetime) };
}

function exceptionPieces(
  operationId: string,
  pageId: string,
  exceptions: Exceptions,
  now: number,
): readonly Piece[] {
  const expiresAt = expiryOf(now, RESULTS_LIFETIME);
  const byKind = Map.groupBy(Object.entries(exceptions), ([key]) => key.split('/')[0] ?? '');
  return [...byKind].map(([kind, entries]) => {
    const codes = Object.fromEntries(entries.map(([key, ids]) => [key.slice(kind.length + 1), ids]));
    return putNew('exceptions', exceptionsKey(operationId, kind, pageId), { codes, expiresAt });
  });
}

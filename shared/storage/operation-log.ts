import * as z from 'zod/mini';
import { type Change, CHANGE_KINDS } from '../domain/operation.ts';
import type { Table } from '../environment/environment.ts';
import { LOG_PREFIX, rootPk } from './keys.ts';
import { queryPage, startingWith } from './read.ts';

const logged = z.object({
  SK: z.string(),
  operationId: z.string(),
  kind: z.enum(CHANGE_KINDS),
  profileIds: z.array(z.number()),
  actor: z.string(),
  createdAt: z.number(),
});

/** What the log of a root says about an operation without its header. `createdAt` is epoch milliseconds. */
export interface LogEntry {
  /** Position in the log. */
  readonly position: string;
  readonly operationId: string;
  readonly kind: Change['kind'];
  /** Profiles that it names. */
  readonly profileIds: readonly number[];
  readonly actor: string;
  readonly createdAt: number;
}

/** Part of a root's log, newest first, from the entry below the position `after`; where the next part begins. */
export async function listLog(
  table: Table,
  rootId: number,
  { after, limit }: { readonly after?: string | undefined; readonly limit: number },
): Promise<{ readonly entries: readonly LogEntry[]; readonly after: string | undefined }> {
  const range = startingWith(rootPk(rootId), LOG_PREFIX);
  const page = await queryPage(table, { ...range, after, limit, descending: true });
  const entries = page.items.map((item) => {
    const { SK, ...entry } = logged.parse(item);
    return { position: SK, ...entry };
  });
  return { entries, after: page.after };
}

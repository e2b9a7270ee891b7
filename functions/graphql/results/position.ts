import * as z from 'zod/mini';
import { type List, LISTS } from './filter.ts';

/** A place among the records of an operation: after a project of one of them, or after all of it. */
export interface ResultPosition {
  readonly list: List;
  readonly pageId: string;
  readonly projectId: number | undefined;
}

/** Only what a key can be: DynamoDB refuses longer ones. */
const TEXT = /^result ([A-Z]+) ([A-Za-z0-9~.:]{1,900}) (?:([1-9]\d{0,15})|-)$/;

export function resultCursor({ list, pageId, projectId }: ResultPosition): string {
  return Buffer.from(`result ${list} ${pageId} ${projectId ?? '-'}`).toString('base64url');
}

const listName = z.enum(LISTS);

/** Undefined for what is no cursor of ours. One that was made up leads nowhere that its maker could not go anyway. */
export function resultPosition(cursor: string): ResultPosition | undefined {
  const match = TEXT.exec(Buffer.from(cursor, 'base64url').toString('utf8'));
  const list = listName.safeParse(match?.[1]);
  if (!match?.[2] || !list.success) return undefined;
  return {
    list: list.data,
    pageId: match[2],
    projectId: match[3] === undefined ? undefined : Number(match[3]),
  };
}

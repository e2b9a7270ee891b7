import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';

/** An operation that some function accepted. */
export interface WrittenOperation {
  readonly id: string;
  readonly kind: string;
  readonly rootId: number;
  readonly dryRun: boolean;
  /** Whether it is about the whole of its root. */
  readonly ofRoot: boolean;
}

const header = z.object({
  SK: z.literal('#HEADER'),
  id: z.string(),
  rootId: z.number(),
  change: z.object({ kind: z.string() }),
  groupIds: z.array(z.number()),
  dryRun: z.boolean().optional(),
});

/** The operations that a command puts into the table. */
export function writtenBy(command: unknown): readonly WrittenOperation[] {
  if (!(command instanceof TransactWriteCommand)) return [];
  return (command.input.TransactItems ?? []).flatMap(({ Put }): WrittenOperation[] => {
    const item = Put?.Item;
    if (item?.['SK'] !== '#HEADER') return [];
    const { id, rootId, change, groupIds, dryRun = false } = header.parse(item);
    return [{ id, kind: change.kind, rootId, dryRun, ofRoot: groupIds.includes(rootId) }];
  });
}

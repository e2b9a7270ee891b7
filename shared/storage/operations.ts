import * as z from 'zod/mini';
import {
  ATTACH_MODES,
  type Operation,
  OPERATION_STATUSES,
  profilesNamedBy,
  STOP_REASONS,
} from '../domain/operation.ts';
import { RECORDS_TAKEN } from '../domain/frontier.ts';
import type { Table } from '../environment/environment.ts';
import { logKey, operationKey, sequenceKey } from './keys.ts';
import { profileVersion } from './profiles.ts';
import { batchGet, getItem, type Item } from './read.ts';
import { type Piece, putNew, update } from './write.ts';

export const change = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('ATTACH'),
    profileId: z.number(),
    scanType: z.string(),
    mode: z.enum(ATTACH_MODES),
    templateKey: z.optional(z.string()),
  }),
  z.object({
    kind: z.literal('DETACH'),
    profileId: z.number(),
    scanType: z.string(),
    templateKey: z.optional(z.string()),
  }),
  z.object({ kind: z.literal('REHOME') }),
  z.object({
    kind: z.literal('UNDO'),
    of: z.string(),
    profileIds: z.optional(z.array(z.number())),
  }),
  z.object({
    kind: z.literal('CREATE_PROFILE'),
    profileId: z.number(),
    scanType: z.string(),
    after: profileVersion,
  }),
  z.object({
    kind: z.literal('UPDATE_PROFILE'),
    profileId: z.number(),
    scanType: z.string(),
    before: profileVersion,
    after: profileVersion,
  }),
  z.object({
    kind: z.literal('DELETE_PROFILE'),
    profileId: z.number(),
    scanType: z.string(),
    before: profileVersion,
  }),
  z.object({
    kind: z.literal('ADOPT'),
    of: z.string(),
    profiles: z.record(z.string(), z.object({ profileId: z.number(), scanType: z.string() })),
  }),
]);

const operation = z.object({
  id: z.string(),
  rootId: z.number(),
  sequence: z.number(),
  change,
  actor: z.string(),
  status: z.enum(OPERATION_STATUSES),
  createdAt: z.number(),
  finishedAt: z.optional(z.number()),
  projectIds: z.array(z.number()),
  groupIds: z.array(z.number()),
  pagesKnown: z.number(),
  pagesDone: z.number(),
  handOvers: z.number(),
  totals: z.object({ applied: z.number(), unchanged: z.number(), skipped: z.number(), failed: z.number() }),
  repeats: z.optional(z.number()),
  stalledAt: z.optional(z.number()),
  followUpOf: z.optional(z.string()),
  dryRun: z.optional(z.boolean()),
  source: z.optional(z.object({ operationId: z.string(), take: z.enum(RECORDS_TAKEN) })),
  failureThresholdPercent: z.optional(z.number()),
  stop: z.optional(z.object({ reason: z.enum(STOP_REASONS), by: z.string(), at: z.number() })),
  expectedProjects: z.optional(z.number()),
  progressedAt: z.optional(z.number()),
});

export async function readOperation(table: Table, id: string): Promise<Operation | undefined> {
  const item = await getItem(table, operationKey(id));
  return item === undefined ? undefined : parseOperation(item);
}

/** Operations by id; absent ones are absent. */
export async function readOperations(
  table: Table,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Operation>> {
  const items = await batchGet(table, ids.map(operationKey));
  const operations = [...items.values()].map(parseOperation);
  return new Map(operations.map((found) => [found.id, found]));
}

export function parseOperation(item: Item): Operation {
  return operation.parse(item);
}

/** The sequence number of the operation that a root accepted last, 0 if none. */
export async function readSequence(table: Table, rootId: number): Promise<number> {
  return sequenceIn(await getItem(table, sequenceKey(rootId)));
}

export function sequenceIn(item: Item | undefined): number {
  return item === undefined ? 0 : z.object({ n: z.number() }).parse(item).n;
}

/** Draws the sequence number `sequence` of a root: refused if another operation drew it first. */
export function drawSequence(rootId: number, sequence: number): Piece {
  return update('sequence', sequenceKey(rootId), 'SET n = :n', {
    condition: sequence === 1 ? 'attribute_not_exists(PK)' : 'n = :before',
    values: sequence === 1 ? { ':n': sequence } : { ':n': sequence, ':before': sequence - 1 },
  });
}

/** Seconds for which an operation can be asked for. */
export const OPERATION_LIFETIME = 400 * 24 * 60 * 60;

/** The header of an operation, and its place in the log of its root. */
export function createOperation(created: Operation): readonly Piece[] {
  const { id, rootId, sequence, change: made, actor, createdAt } = created;
  const expiresAt = Math.floor(createdAt / 1000) + OPERATION_LIFETIME;
  const logged = {
    operationId: id,
    kind: made.kind,
    profileIds: profilesNamedBy(made),
    actor,
    createdAt,
    expiresAt,
  };
  return [
    putNew('operation', operationKey(id), { ...created, expiresAt }),
    putNew('log', logKey(rootId, sequence, id), logged),
  ];
}

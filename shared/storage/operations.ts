import * as z from 'zod/mini';
import {
  ATTACH_MODES,
  type Operation,
  OPERATION_STATUSES,
  type OperationStatus,
  type Totals,
} from '../domain/operation.ts';
import type { Registration } from '../domain/changes/decision.ts';
import type { Table } from '../environment/environment.ts';
import { operationKey, REGISTRATION_PREFIX, registrationKey, rootPk, sequenceKey } from './keys.ts';
import { getItem, type Item, queryAll } from './read.ts';
import { type Piece, put, putNew, remove, update } from './write.ts';

const change = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('ATTACH'),
    profileId: z.number(),
    scanType: z.string(),
    mode: z.enum(ATTACH_MODES),
  }),
  z.object({
    kind: z.literal('DETACH'),
    profileId: z.number(),
    scanType: z.string(),
    templateKey: z.optional(z.string()),
  }),
  z.object({ kind: z.literal('REHOME') }),
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
  stalledAt: z.optional(z.number()),
  followUpOf: z.optional(z.string()),
});

const registration = z.object({
  operationId: z.string(),
  rootId: z.number(),
  sequence: z.number(),
  change,
  endedAt: z.optional(z.number()),
});

export async function readOperation(table: Table, id: string): Promise<Operation | undefined> {
  const item = await getItem(table, operationKey(id));
  return item === undefined ? undefined : parseOperation(item);
}

function parseOperation(item: Item): Operation {
  return operation.parse(item);
}

/** The sequence number of the operation that a root accepted last, 0 if none. */
export async function readSequence(table: Table, rootId: number): Promise<number> {
  const item = await getItem(table, sequenceKey(rootId));
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

/** The header, and its registration under the root for as long as the operation could still act. */
export function createOperation(created: Operation): readonly Piece[] {
  const { id, rootId, sequence, change: made } = created;
  const expiresAt = Math.floor(created.createdAt / 1000) + OPERATION_LIFETIME;
  return [
    putNew('operation', operationKey(id), { ...created, expiresAt }),
    put('registration', registrationKey(rootId, sequence, id), {
      operationId: id,
      rootId,
      sequence,
      change: made,
    }),
  ];
}

/** Milliseconds for which an operation stays registered after its end, against writers that were paused. */
export const REGISTERED_AFTER_END = 60 * 60 * 1000;

/** Operations of a root that run or ended within the hour, in the order in which they were accepted. */
export async function listRegistrations(
  table: Table,
  rootId: number,
  now: number,
): Promise<readonly Registration[]> {
  const items = await queryAll(table, rootPk(rootId), REGISTRATION_PREFIX);
  return items
    .map((item) => registration.parse(item))
    .filter(({ endedAt }) => endedAt === undefined || endedAt > now - REGISTERED_AFTER_END);
}

const running = {
  condition: '#status IN (:pending, :running)',
  names: { '#status': 'status' },
  values: { ':pending': 'PENDING', ':running': 'RUNNING' },
} as const;

/** More pages are known now. Refused by `operation` once it has ended. */
export function addPagesKnown(id: string, pages: number, handOvers = 0): Piece {
  return update(
    'operation',
    operationKey(id),
    'SET #status = :running ADD pagesKnown :pages, handOvers :handOvers',
    {
      ...running,
      values: { ...running.values, ':pages': pages, ':handOvers': handOvers },
    },
  );
}

/** A page is done. Refused by `operation` once it has ended. */
export function addPageDone(id: string, totals: Totals): Piece {
  const sums = Object.keys(totals).map((name) => `totals.${name} = totals.${name} + :${name}`);
  return update(
    'operation',
    operationKey(id),
    `SET #status = :running, ${sums.join(', ')} ADD pagesDone :one`,
    {
      ...running,
      values: {
        ...running.values,
        ':one': 1,
        ...Object.fromEntries(Object.entries(totals).map(([name, value]) => [`:${name}`, value])),
      },
    },
  );
}

/** The end: of the operation as it was read, refused if a page became known or done since. */
export function endOperation(
  ended: Operation,
  {
    status,
    totals,
    finishedAt,
  }: { readonly status: OperationStatus; readonly totals: Totals; readonly finishedAt: number },
): readonly Piece[] {
  const registered = registrationKey(ended.rootId, ended.sequence, ended.id);
  const expiresAt = Math.floor((finishedAt + REGISTERED_AFTER_END) / 1000);
  return [
    update(
      'operation',
      operationKey(ended.id),
      'SET #status = :status, totals = :totals, finishedAt = :finishedAt REMOVE stalledAt',
      {
        ...running,
        condition: `${running.condition} AND pagesKnown = :known AND pagesDone = :known`,
        values: {
          ...running.values,
          ':known': ended.pagesKnown,
          ':status': status,
          ':totals': totals,
          ':finishedAt': finishedAt,
        },
      },
    ),
    update('registration', registered, 'SET endedAt = :endedAt, expiresAt = :expiresAt', {
      condition: 'attribute_exists(PK)',
      values: { ':endedAt': finishedAt, ':expiresAt': expiresAt },
    }),
  ];
}

/** Nothing of the operation can act any longer. */
export function removeRegistration({
  rootId,
  sequence,
  id,
}: Pick<Operation, 'rootId' | 'sequence' | 'id'>): Piece {
  return remove('registration', registrationKey(rootId, sequence, id));
}

/** Marks an operation that does not come to its end by itself. */
export function markStalled(id: string, now: number): Piece {
  return update('operation', operationKey(id), 'SET stalledAt = if_not_exists(stalledAt, :now)', {
    ...running,
    values: { ...running.values, ':now': now },
  });
}

import * as z from 'zod/mini';
import type { Registration } from '../domain/changes/decision.ts';
import type { Change, Operation } from '../domain/operation.ts';
import type { Table } from '../environment/environment.ts';
import { REGISTRATION_PREFIX, registrationKey, rootPk } from './keys.ts';
import { change } from './operations.ts';
import type { OpenPage } from './pages.ts';
import { queryAll } from './read.ts';
import { type Piece, put, remove, update } from './write.ts';

const registration = z.object({
  operationId: z.string(),
  rootId: z.number(),
  sequence: z.number(),
  change,
  bulk: z.boolean(),
  dryRun: z.optional(z.boolean()),
  endedAt: z.optional(z.number()),
});

/** Milliseconds for which an operation stays registered after its end, against writers that were paused. */
export const REGISTERED_AFTER_END = 60 * 60 * 1000;

/** Operations of a root that run or ended within the hour, previews too, in the order in which they were accepted. */
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

/** Those of them that act on projects. */
export async function listActing(
  table: Table,
  rootId: number,
  now: number,
): Promise<readonly Registration[]> {
  return (await listRegistrations(table, rootId, now)).filter(isActing);
}

export function isActing({ dryRun }: Registration): boolean {
  return dryRun !== true;
}

/**
 * Whether the end of the operation has been announced: its `END` stays open until it is forgotten, at the time that is set
 * with the announcement. Any other time is that of the end, or of a sending.
 */
export function isEndAnnounced(
  { finishedAt }: Pick<Operation, 'finishedAt'>,
  { since, resends }: Pick<OpenPage, 'since' | 'resends'>,
): boolean {
  return finishedAt !== undefined && since === finishedAt + REGISTERED_AFTER_END && resends === 0;
}

/** The registration of an operation under its root, for as long as it could still act. `bulk`: it goes through the queue. */
export function registerOperation(
  { id, rootId, sequence, change: made, dryRun, finishedAt }: Operation,
  bulk: boolean,
): Piece {
  const registered = { operationId: id, rootId, sequence, change: actingChange(made), bulk, dryRun };
  const end = finishedAt === undefined ? {} : endAt(finishedAt);
  return put('registration', registrationKey(rootId, sequence, id), { ...registered, ...end });
}

/** What a change does to projects, for those who decide beside it: they read it with every page. */
function actingChange(made: Change): Change {
  if (made.kind !== 'DELETE_PROFILE') return made;
  return { kind: 'DETACH', profileId: made.profileId, scanType: made.scanType };
}

type Registered = Pick<Operation, 'rootId' | 'sequence' | 'id'>;

export function endRegistration({ rootId, sequence, id }: Registered, finishedAt: number): Piece {
  const { endedAt, expiresAt } = endAt(finishedAt);
  return update(
    'registration',
    registrationKey(rootId, sequence, id),
    'SET endedAt = :endedAt, expiresAt = :expiresAt',
    { condition: 'attribute_exists(PK)', values: { ':endedAt': endedAt, ':expiresAt': expiresAt } },
  );
}

function endAt(finishedAt: number): { readonly endedAt: number; readonly expiresAt: number } {
  return { endedAt: finishedAt, expiresAt: Math.floor((finishedAt + REGISTERED_AFTER_END) / 1000) };
}

/** Nothing of the operation can act any longer. */
export function removeRegistration({ rootId, sequence, id }: Registered): Piece {
  return remove('registration', registrationKey(rootId, sequence, id));
}

import { expect } from 'vitest';
import * as z from 'zod';
import { type Effect, isChange } from '../../shared/domain/effect.ts';
import { EVENTS_OUT } from '../../shared/names.ts';
import { readOperation } from '../../shared/storage/operations.ts';
import { recordsOf } from './operation-records.ts';
import type { TestEnvironment } from './test-environment.ts';

const detail = z.object({
  event_id: z.string(),
  operation_id: z.string(),
  profile_ids: z.optional(z.array(z.number())),
  replaced_profile_ids: z.optional(z.array(z.number())),
  project_ids: z.optional(z.array(z.number())),
});

const ONCE: readonly string[] = [EVENTS_OUT.operationStarted, EVENTS_OUT.operationFinished];

/**
 * Holds what was published of an operation that has ended against its records: that it started, that it finished, and
 * each change of each project. Each of them once, however often it was published: what comes again has the same id.
 */
export async function expectAnnounced(
  { table, events }: Pick<TestEnvironment, 'table' | 'events'>,
  operationId: string,
): Promise<void> {
  const published = events.published.map(({ detailType, detail: json }) => ({
    detailType,
    ...detail.parse(json),
  }));
  const own = published.filter(({ operation_id }) => operation_id === operationId);
  const distinct = [...new Map(own.map((event) => [event.event_id, event])).values()];
  const types = distinct.map(({ detailType }) => detailType).filter((type) => ONCE.includes(type));
  expect(types.toSorted()).toEqual(ONCE.toSorted());

  const changes = distinct.flatMap(({ detailType, profile_ids, replaced_profile_ids, project_ids = [] }) =>
    project_ids.map((id) => ({ id, detailType, profile_ids, replaced_profile_ids })),
  );
  const isPreview = (await readOperation(table, operationId))?.dryRun === true;
  const records = isPreview ? [] : [...(await recordsOf(table, operationId))];
  const recorded = records
    .filter(([, { effect }]) => isChange(effect))
    .map(([id, { effect }]) => ({ id, ...announced(effect) }));
  const byId = (one: { readonly id: number }, other: { readonly id: number }): number => one.id - other.id;
  expect(changes.toSorted(byId)).toEqual(recorded.toSorted(byId));
}

interface Announced {
  readonly detailType: string;
  readonly profile_ids: readonly number[];
  readonly replaced_profile_ids?: readonly number[];
}

function announced({ made, removed }: Effect): Announced {
  if (removed.length === 0) return { detailType: EVENTS_OUT.attached, profile_ids: made };
  if (made.length === 0) return { detailType: EVENTS_OUT.detached, profile_ids: removed };
  return { detailType: EVENTS_OUT.replaced, profile_ids: made, replaced_profile_ids: removed };
}

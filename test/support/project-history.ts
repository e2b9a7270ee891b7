import fc from 'fast-check';
import { decide } from '../../shared/domain/changes/decide.ts';
import type { Context, Decision, Registration, Subject } from '../../shared/domain/changes/decision.ts';
import type { ATTACH_MODES } from '../../shared/domain/operation.ts';
import { type Change } from '../../shared/domain/operation.ts';
import type { Place } from '../../shared/domain/place.ts';
import { INITIAL_STATE, type ProjectState } from '../../shared/domain/project-state.ts';

/** Histories of operations on one project, which stays where it is, for tests of the changes themselves. */

const ROOT = 1;

/** Fourteen profiles in three scan types. */
export const PROFILES = new Map(
  Array.from({ length: 14 }, (_, index) => [index + 1, { scanType: `TYPE_${index % 3}` }]),
);

function scanTypeOf(profileId: number): string {
  return PROFILES.get(profileId)?.scanType ?? '';
}

const place: Place = {
  groups: [],
  root: {
    kind: 'group',
    id: ROOT,
    slug: 'root',
    name: 'root',
    parentId: null,
    placedAt: 0,
    namedAt: 0,
    changedAt: 0,
    version: 0,
    chain: [],
  },
  version: 0,
  transfer: undefined,
};

/** Any attach in one of these modes, or a detach, of any of the profiles. */
export function changeIn(modes: readonly (typeof ATTACH_MODES)[number][]): fc.Arbitrary<Change> {
  return fc.integer({ min: 1, max: PROFILES.size }).chain((profileId) => {
    const scanType = scanTypeOf(profileId);
    return fc.constantFrom<Change>(
      ...modes.map((mode) => ({ kind: 'ATTACH', mode, profileId, scanType }) as const),
      { kind: 'DETACH', profileId, scanType },
    );
  });
}

/** Accepted one after the other: `op-1`, `op-2`, … */
export function registered(changes: readonly Change[]): Registration[] {
  return changes.map((made, index) => ({
    operationId: `op-${index + 1}`,
    rootId: ROOT,
    sequence: index + 1,
    change: made,
    bulk: true,
  }));
}

/** Decides one of them. `running`: those that may still come, this one included. */
export function apply(
  state: ProjectState,
  { operationId, sequence, change: made }: Registration,
  running: readonly Registration[],
  given?: Subject['given'],
): Decision {
  const context: Context = {
    operation: {
      id: operationId,
      rootId: ROOT,
      sequence,
      actor: 'owner',
      change: made,
      projectIds: [],
      groupIds: [],
    },
    now: 0,
    activeProfiles: PROFILES,
    registrations: new Map([[ROOT, running]]),
  };
  const verdict = decide({ id: 5, state, place, given }, context);
  if (verdict === 'STALE') throw new Error('the place does not change here');
  return verdict;
}

/** Ids of the profiles that are attached. */
export function held({ attachments }: ProjectState): readonly number[] {
  return Object.keys(attachments).map(Number);
}

/** What is held when the operations are decided in this order. */
export function heldAfter(
  order: readonly Registration[],
  running: readonly Registration[],
): readonly number[] {
  let state = INITIAL_STATE;
  for (const registration of order) state = apply(state, registration, running).state;
  return held(state);
}

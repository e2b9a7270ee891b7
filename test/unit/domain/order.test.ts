import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Context, Registration } from '../../../shared/domain/changes/decision.ts';
import { decide } from '../../../shared/domain/changes/decide.ts';
import type { Change } from '../../../shared/domain/operation.ts';
import type { Place } from '../../../shared/domain/place.ts';
import { INITIAL_STATE, MAXIMUM_PROFILES, type ProjectState } from '../../../shared/domain/project-state.ts';

const ROOT = 1;

/** Fourteen profiles in three scan types. */
const PROFILES = new Map(
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

const change: fc.Arbitrary<Change> = fc.integer({ min: 1, max: PROFILES.size }).chain((profileId) => {
  const scanType = scanTypeOf(profileId);
  return fc.constantFrom<Change>(
    { kind: 'ATTACH', mode: 'APPEND', profileId, scanType },
    { kind: 'ATTACH', mode: 'SET', profileId, scanType },
    { kind: 'DETACH', profileId, scanType },
  );
});

function registered(changes: readonly Change[]): Registration[] {
  return changes.map((made, index) => ({
    operationId: `op-${index + 1}`,
    rootId: ROOT,
    sequence: index + 1,
    change: made,
    bulk: true,
  }));
}

function apply(
  state: ProjectState,
  { operationId, sequence, change: made }: Registration,
  all: readonly Registration[],
) {
  const operation = {
    id: operationId,
    rootId: ROOT,
    sequence,
    actor: 'owner',
    change: made,
    projectIds: [],
    groupIds: [],
  };
  const context: Context = {
    operation,
    now: 0,
    activeProfiles: PROFILES,
    registrations: new Map([[ROOT, all]]),
  };
  const verdict = decide({ id: 5, state, place }, context);
  if (verdict === 'STALE') throw new Error('the place does not change here');
  return verdict;
}

/** Profiles held when the operations are decided in this order. */
function heldAfter(order: readonly Registration[], all: readonly Registration[]): readonly string[] {
  let state = INITIAL_STATE;
  for (const registration of order) state = apply(state, registration, all).state;
  return Object.keys(state.attachments).toSorted();
}

describe('operations on one project', () => {
  it('end alike in whatever order they are decided, as long as none meets the limit', () => {
    const histories = fc
      .array(change, { maxLength: 8 })
      .chain((changes) =>
        fc.tuple(
          fc.constant(registered(changes)),
          fc.shuffledSubarray(registered(changes), { minLength: changes.length }),
        ),
      );
    fc.assert(
      fc.property(histories, ([accepted, order]) => {
        expect(heldAfter(order, accepted)).toEqual(heldAfter(accepted, accepted));
      }),
      { numRuns: 2000 },
    );
  });

  it('never hold more than ten profiles', () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 10, maxLength: 40 }), (changes) => {
        const all = registered(changes);
        let state = INITIAL_STATE;
        for (const registration of all) {
          const verdict = apply(state, registration, all);
          state = verdict.state;
          expect(Object.keys(state.attachments).length).toBeLessThanOrEqual(MAXIMUM_PROFILES);
        }
      }),
    );
  });

  it('report the same outcome when they are decided again at once', () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 20 }), (changes) => {
        const all = registered(changes);
        let state = INITIAL_STATE;
        for (const registration of all) {
          const first = apply(state, registration, all);
          const again = apply(first.state, registration, all);
          expect(again).toEqual({ state: first.state, outcome: first.outcome });
          state = first.state;
        }
      }),
    );
  });

  it('write nothing where nothing changes and no older one could decide otherwise', () => {
    fc.assert(
      fc.property(change, (made) => {
        const [first, second] = registered([made, made]);
        if (!first || !second) throw new Error('two were made');
        const { state } = apply(INITIAL_STATE, first, [first]);
        expect(apply(state, second, [first, second]).state).toBe(state);
      }),
    );
  });
});

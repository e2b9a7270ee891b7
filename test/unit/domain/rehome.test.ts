import { describe, expect, it } from 'vitest';
import type { Context } from '../../../shared/domain/changes/decision.ts';
import { decide } from '../../../shared/domain/changes/decide.ts';
import type { Change } from '../../../shared/domain/operation.ts';
import type { Place } from '../../../shared/domain/place.ts';
import { INITIAL_STATE, type ProjectState } from '../../../shared/domain/project-state.ts';

const attachment = { seq: 3, at: 0, by: 'owner', operationId: 'old' };
const state: ProjectState = {
  ...INITIAL_STATE,
  version: 4,
  rootId: 1,
  rootVersion: 5,
  attachments: { 7: attachment },
};

function placeIn(rootId: number, version: number): Place {
  const times = { placedAt: 0, namedAt: 0, changedAt: 0 };
  const root = {
    kind: 'group',
    id: rootId,
    slug: 'r',
    name: 'r',
    parentId: null,
    version,
    chain: [],
    ...times,
  } as const;
  const transfer = { version, operationId: 'rehome', rootId: 1, sequence: 6 };
  return { groups: [root], root, version, transfer };
}

function contextOf(change: Change, rootId: number): Context {
  return {
    operation: { id: 'op', rootId, sequence: 9, actor: 'owner', change, projectIds: [], groupIds: [] },
    now: 50,
    activeProfiles: new Map([
      [7, { scanType: 'SAST' }],
      [8, { scanType: 'SAST' }],
    ]),
    registrations: new Map(),
  };
}

const rehome = contextOf({ kind: 'REHOME' }, 1);

describe('a project at another root', () => {
  it('loses what belongs to the root it left, and says which operation took it', () => {
    expect(decide({ id: 5, state, place: placeIn(2, 6) }, rehome)).toEqual({
      outcome: { kind: 'APPLIED' },
      state: {
        version: 5,
        rootId: 2,
        rootVersion: 6,
        attachments: {},
        decided: { 7: { seq: 9, operationId: 'op', rootId: 1, removed: attachment } },
      },
    });
  });

  it('is re-homed under the number of the move by whoever meets it first', () => {
    const attach: Change = { kind: 'ATTACH', mode: 'APPEND', profileId: 8, scanType: 'SAST' };
    const verdict = decide({ id: 5, state, place: placeIn(2, 6) }, contextOf(attach, 2));
    expect(verdict).toMatchObject({
      outcome: { kind: 'APPLIED' },
      state: {
        rootId: 2,
        attachments: { 8: { operationId: 'op' } },
        decided: { 7: { operationId: 'rehome', seq: 6 } },
      },
    });
  });

  it('tells what it lost also where two moves are cleaned up by the second', () => {
    const before: ProjectState = { ...state, decided: { 5: { seq: 2, operationId: 'older', rootId: 1 } } };
    const second = contextOf({ kind: 'REHOME' }, 4);
    const context = { ...second, registrations: new Map([[1, []]]) };
    expect(decide({ id: 5, state: before, place: placeIn(2, 6) }, context)).toMatchObject({
      outcome: { kind: 'APPLIED' },
      state: { decided: { 7: { seq: 3, operationId: 'op', rootId: 1, removed: attachment } } },
    });
  });

  it('is left alone by a place that is older than the one decided on: only forward', () => {
    expect(decide({ id: 5, state, place: placeIn(2, 4) }, rehome)).toBe('STALE');
  });

  it('is left alone by an attach of the old root', () => {
    const attach: Change = { kind: 'ATTACH', mode: 'APPEND', profileId: 8, scanType: 'SAST' };
    expect(decide({ id: 5, state, place: placeIn(2, 6) }, contextOf(attach, 1))).toEqual({
      state,
      outcome: { kind: 'SKIPPED', code: 'MOVED_TO_ANOTHER_ROOT' },
    });
  });
});

describe('a project in its own root', () => {
  const unchanged = { kind: 'UNCHANGED', code: 'NOT_ATTACHED' };

  it('keeps everything, whatever moved above it', () => {
    expect(decide({ id: 5, state, place: placeIn(1, 5) }, rehome)).toEqual({ state, outcome: unchanged });
  });

  it('has its return to it written once, so that who read it elsewhere is refused', () => {
    const returned = { ...state, version: 5, rootVersion: 8 };
    const detach = contextOf({ kind: 'DETACH', profileId: 8, scanType: 'SAST' }, 1);
    for (const context of [rehome, detach])
      expect(decide({ id: 5, state, place: placeIn(1, 8) }, context)).toEqual({
        state: returned,
        outcome: unchanged,
      });
    const again = decide({ id: 5, state: returned, place: placeIn(1, 8) }, rehome);
    expect(again).toEqual({ state: returned, outcome: unchanged });
  });

  it('drops what is no longer active in a write that is made anyway', () => {
    const detach: Change = { kind: 'DETACH', profileId: 7, scanType: 'SAST' };
    const held: ProjectState = { ...state, attachments: { 6: attachment, 7: attachment } };
    expect(decide({ id: 5, state: held, place: placeIn(1, 5) }, contextOf(detach, 1))).toMatchObject({
      outcome: { kind: 'APPLIED' },
      state: { attachments: {} },
    });
  });
});

describe('a project without a root', () => {
  it('is not decided about', () => {
    expect(decide({ id: 5, state, place: undefined }, rehome)).toMatchObject({
      state,
      outcome: { kind: 'UNCHANGED' },
    });
  });
});

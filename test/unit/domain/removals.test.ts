import { describe, expect, it } from 'vitest';
import { INITIAL_STATE } from '../../../shared/domain/project-state.ts';
import { packRemovals, removedBy, unpackRemovals } from '../../../shared/domain/removals.ts';

const removed = { seq: 1, at: 0, by: 'owner', operationId: 'attach' };

it('what an operation removed is what was decided in its name and took something away', () => {
  const decision = { seq: 2, operationId: 'mine', rootId: 1 };
  const state = {
    ...INITIAL_STATE,
    attachments: { 4: { ...removed, operationId: 'mine' } },
    decided: {
      1: { ...decision, removed },
      2: decision,
      3: { ...decision, operationId: 'other', removed },
      5: { ...decision, operationId: 'other', removed: { ...removed, operationId: 'mine' } },
      'TYPE#SAST': decision,
    },
  };
  expect(removedBy('mine', state)).toEqual(['1']);
});

describe('the removals of a page', () => {
  const byProject = new Map([
    [10, ['7', '11']],
    [12, []],
    [9, ['7']],
  ]);

  it('are packed by profile, without projects that lost nothing', () => {
    expect(packRemovals(byProject)).toEqual({ 7: [10, 9], 11: [10] });
    expect(packRemovals(new Map([[12, []]]))).toEqual({});
  });

  it('are unpacked in the order of ids', () => {
    expect([...unpackRemovals([packRemovals(byProject)])]).toEqual([
      [9, [7]],
      [10, [7, 11]],
    ]);
  });

  it('name a project once that stands in two pages', () => {
    expect([...unpackRemovals([{ 7: [10] }, {}, { 7: [10], 3: [10] }])]).toEqual([[10, [3, 7]]]);
  });
});

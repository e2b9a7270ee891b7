import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  afterOf,
  type Effect,
  effectOf,
  NO_EFFECT,
  packEffects,
  unpackEffects,
} from '../../../shared/domain/effect.ts';
import { INITIAL_STATE } from '../../../shared/domain/project-state.ts';

const mine = { seq: 2, at: 0, by: 'owner', operationId: 'mine' };
const other = { seq: 1, at: 0, by: 'owner', operationId: 'other' };

it('what an operation did is read off the state, also where something later took it away again', () => {
  const decision = { seq: 2, operationId: 'mine', rootId: 1 };
  const state = {
    ...INITIAL_STATE,
    attachments: { 4: mine, 6: other },
    decided: {
      1: { ...decision, removed: other },
      2: decision,
      3: { ...decision, operationId: 'other', removed: other },
      5: { ...decision, operationId: 'other', removed: mine },
      'TYPE#1#SAST': decision,
    },
  };
  const effect = effectOf('mine', state);
  expect(effect).toEqual({ before: [1, 6], made: [4, 5], removed: [1] });
  expect(afterOf(effect)).toEqual([4, 5, 6]);
  expect(effectOf('nobody', INITIAL_STATE)).toEqual(NO_EFFECT);
});

describe('the effects of a page', () => {
  const ids = fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { maxLength: 3 });
  const effect: fc.Arbitrary<Effect> = fc.record({ before: ids, made: ids, removed: ids });

  it('come out as they were packed', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(fc.nat(), effect), { selector: ([id]) => id }), (pairs) => {
        const effects = new Map(pairs);
        expect(unpackEffects([...effects.keys()], packEffects(effects))).toEqual(effects);
      }),
    );
  });

  it('take no room for projects where the same happened to most of them', () => {
    const same = { before: [], made: [7], removed: [] };
    const effects = new Map(Array.from({ length: 500 }, (_, id): [number, Effect] => [id, same]));
    effects.set(3, { before: [1, 2], made: [7], removed: [2] });
    expect(packEffects(effects)).toEqual({ usual: '|7|', others: { '1,2|7|2': [3] } });
  });
});

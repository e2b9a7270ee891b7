import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { INITIAL_STATE, MAXIMUM_PROFILES } from '../../../shared/domain/project-state.ts';
import { apply, changeIn, heldAfter, registered } from '../../support/project-history.ts';

/** The modes that do not go by what they find. */
const change = changeIn(['APPEND', 'SET']);
const anyChange = changeIn(['APPEND', 'SET', 'REPLACE', 'FILL_PROFILE_GAPS']);

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
      fc.property(fc.array(anyChange, { minLength: 10, maxLength: 40 }), (changes) => {
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

  it('report the same outcome when they are decided again at once, in whatever order', () => {
    const orders = fc
      .array(anyChange, { minLength: 1, maxLength: 20 })
      .map(registered)
      .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
    fc.assert(
      fc.property(orders, ([all, order]) => {
        let state = INITIAL_STATE;
        for (const registration of order) {
          const first = apply(state, registration, all);
          const again = apply(first.state, registration, all);
          expect(again).toEqual({ state: first.state, outcome: first.outcome });
          state = first.state;
        }
      }),
      { numRuns: 2000 },
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

  it('write nothing either where older ones were accepted before what is decided, though they may still come', () => {
    fc.assert(
      fc.property(anyChange, change, (before, made) => {
        const [older, first, second] = registered([before, made, made]);
        if (!older || !first || !second) throw new Error('three were made');
        const all = [older, first, second];
        const { state } = apply(apply(INITIAL_STATE, older, all).state, first, all);
        expect(apply(state, second, all).state).toBe(state);
      }),
      { numRuns: 2000 },
    );
  });
});

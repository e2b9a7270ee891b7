import fc from 'fast-check';
import { expect, it } from 'vitest';
import { effectOf, isChange } from '../../../shared/domain/effect.ts';
import { INITIAL_STATE } from '../../../shared/domain/project-state.ts';
import { apply, changeIn, registered } from '../../support/project-history.ts';

/** Few profiles, so that operations meet on them. */
const change = changeIn(['APPEND', 'SET', 'REPLACE', 'FILL_PROFILE_GAPS']).filter(
  (made) => 'profileId' in made && made.profileId <= 4,
);

it('what an operation did is still recorded when its page comes again after any others that ran meanwhile', () => {
  fc.assert(
    fc.property(fc.array(change, { minLength: 2, maxLength: 12 }), fc.nat(), (changes, pick) => {
      // All of them are running: none of their pages is recorded yet.
      const history = registered(changes);
      const index = pick % history.length;
      let state = INITIAL_STATE;
      const effects = history.map((registration) => {
        state = apply(state, registration, history).state;
        return effectOf(registration.operationId, state);
      });
      const again = history[index];
      const did = effects[index];
      if (!again || !did) throw new Error('there is one');
      // Where nothing was done, nothing has to be told from what others did: it is decided again.
      if (!isChange(did)) return;
      const rerun = apply(state, again, history);
      const { made, removed } = effectOf(again.operationId, rerun.state);
      expect({ made, removed }).toEqual({ made: did.made, removed: did.removed });
      expect(rerun.outcome.kind).toBe('APPLIED');
    }),
    { numRuns: 3000 },
  );
});

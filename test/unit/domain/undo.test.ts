import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Registration } from '../../../shared/domain/changes/decision.ts';
import { type Effect, effectOf } from '../../../shared/domain/effect.ts';
import type { Change } from '../../../shared/domain/operation.ts';
import { INITIAL_STATE, type ProjectState } from '../../../shared/domain/project-state.ts';
import { apply, changeIn, held, PROFILES, registered } from '../../support/project-history.ts';

const change = changeIn(['APPEND', 'SET', 'REPLACE', 'FILL_PROFILE_GAPS']);

/** States after each operation of a history, the first one before all of them. */
function statesOf(history: readonly Registration[], running: readonly Registration[]): ProjectState[] {
  const states = [INITIAL_STATE];
  for (const registration of history)
    states.push(apply(states.at(-1) ?? INITIAL_STATE, registration, running).state);
  return states;
}

/** A history with undos of earlier operations among its changes. */
const history = fc
  .array(fc.tuple(change, fc.option(fc.nat({ max: 20 }), { freq: 3 })), { minLength: 1, maxLength: 20 })
  .map((steps) =>
    registered(
      steps.map(([made, target], index): Change => {
        if (target === null || index === 0) return made;
        return { kind: 'UNDO', of: `op-${(target % index) + 1}` };
      }),
    ),
  );

function undoOf(of: string, sequence: number): Registration {
  return {
    operationId: `op-${sequence}`,
    rootId: 1,
    sequence,
    change: { kind: 'UNDO', of },
    bulk: true,
  };
}

/** What was attached by whom, however often it was taken away and put back. */
function origins({ attachments }: ProjectState): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attachments).map(([id, { origin, operationId }]) => [id, origin ?? operationId]),
  );
}

/** Whether entries of ended operations are dropped, or all are still running. */
const pruning = fc.boolean();

describe('an operation that is undone at once', () => {
  it('leaves what there was before it, each attachment as what it was', () => {
    fc.assert(
      fc.property(history, pruning, (operations, prunes) => {
        const running = prunes ? [] : operations;
        const states = statesOf(operations, running);
        const [before, after] = [states.at(-2), states.at(-1)];
        const last = operations.at(-1);
        if (!before || !after || !last) throw new Error('there is one');
        const did = effectOf(last.operationId, after);
        const undo = undoOf(last.operationId, operations.length + 1);
        const undone = apply(after, undo, prunes ? [] : [...operations, undo], { did });
        if (undone.outcome.kind === 'FAILED') throw new Error('there was room before');
        expect(origins(undone.state)).toEqual(origins(before));
        const changes = did.made.length + did.removed.length;
        expect(undone.outcome).toEqual(
          changes > 0 ? { kind: 'APPLIED' } : { kind: 'SKIPPED', code: 'CHANGED_SINCE' },
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('is done again by undoing the undo', () => {
    fc.assert(
      fc.property(history, pruning, (operations, prunes) => {
        const states = statesOf(operations, prunes ? [] : operations);
        const after = states.at(-1) ?? INITIAL_STATE;
        const first = undoOf(`op-${operations.length}`, operations.length + 1);
        const second = undoOf(first.operationId, operations.length + 2);
        const all = prunes ? [] : [...operations, first, second];
        const undone = apply(after, first, all).state;
        expect(origins(apply(undone, second, all).state)).toEqual(origins(after));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('an operation that is undone later', () => {
  /** Undoes operation `index` of a history at its end. */
  const late = fc.tuple(history, fc.nat(), pruning).map(([operations, pick, prunes]) => {
    const running = prunes ? [] : operations;
    const states = statesOf(operations, running);
    const index = pick % operations.length;
    const operationId = `op-${index + 1}`;
    const did: Effect = effectOf(operationId, states[index + 1] ?? INITIAL_STATE);
    const undo = undoOf(operationId, operations.length + 1);
    const before = states.at(-1) ?? INITIAL_STATE;
    const undone = apply(before, undo, prunes ? [] : [...operations, undo], { did });
    const since = operations.slice(index + 1).flatMap(({ operationId: id }, offset) => {
      const { made, removed } = effectOf(id, states[index + 2 + offset] ?? INITIAL_STATE);
      return [...made, ...removed];
    });
    return { did, before, undone, since: new Set(since) };
  });

  it('takes back only what it did itself, and leaves all else', () => {
    fc.assert(
      fc.property(late, ({ did, before, undone }) => {
        const differ = [...PROFILES.keys()].filter(
          (id) => held(before).includes(id) !== held(undone.state).includes(id),
        );
        for (const id of differ) {
          if (held(before).includes(id)) expect(did.made).toContain(id);
          else expect(did.removed).toContain(id);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('takes back all of it where nothing else changed the project since, and says so where something did', () => {
    fc.assert(
      fc.property(late, ({ did, before, undone, since }) => {
        if (undone.outcome.kind === 'FAILED') return;
        if (since.size === 0) {
          for (const id of did.made) expect(held(undone.state)).not.toContain(id);
          for (const id of did.removed) expect(held(undone.state)).toContain(id);
        }
        const left = [
          ...did.made.filter((id) => !held(before).includes(id) || held(undone.state).includes(id)),
          ...did.removed.filter((id) => held(before).includes(id) || !held(undone.state).includes(id)),
        ];
        if (undone.outcome.kind === 'APPLIED')
          expect(undone.outcome.code).toBe(left.length > 0 ? 'CHANGED_SINCE' : undefined);
        else expect(undone.outcome).toEqual({ kind: 'SKIPPED', code: 'CHANGED_SINCE' });
      }),
      { numRuns: 2000 },
    );
  });

  it('reports the same outcome when it is decided again at once', () => {
    fc.assert(
      fc.property(history, fc.nat(), (operations, pick) => {
        const states = statesOf(operations, operations);
        const index = pick % operations.length;
        const did = effectOf(`op-${index + 1}`, states[index + 1] ?? INITIAL_STATE);
        const undo = undoOf(`op-${index + 1}`, operations.length + 1);
        const all = [...operations, undo];
        const first = apply(states.at(-1) ?? INITIAL_STATE, undo, all, { did });
        expect(apply(first.state, undo, all, { did })).toEqual(first);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('an undo and what is accepted after it', () => {
  it('the later one decides about its profile, whichever comes first', () => {
    fc.assert(
      fc.property(history, changeIn(['APPEND', 'SET']), (operations, made) => {
        const last = `op-${operations.length}`;
        const undo = undoOf(last, operations.length + 1);
        const later: Registration = {
          ...undo,
          operationId: 'later',
          sequence: undo.sequence + 1,
          change: made,
        };
        const all = [...operations, undo, later];
        const state = statesOf(operations, operations).at(-1) ?? INITIAL_STATE;
        const inOrder = apply(apply(state, undo, all).state, later, all);
        const reversed = apply(apply(state, later, all).state, undo, all);
        if (inOrder.outcome.kind === 'FAILED' || reversed.outcome.kind === 'FAILED') return;
        if (made.kind !== 'ATTACH' && made.kind !== 'DETACH') return;
        const isHeld = (decided: ProjectState): boolean => held(decided).includes(made.profileId);
        expect(isHeld(reversed.state)).toBe(isHeld(inOrder.state));
        expect(isHeld(inOrder.state)).toBe(made.kind === 'ATTACH');
      }),
      { numRuns: 2000 },
    );
  });
});

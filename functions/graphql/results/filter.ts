import type { Totals } from '../../../shared/domain/operation.ts';
import {
  COUNTERS,
  OUTCOME_CODES,
  OUTCOME_KINDS,
  type OutcomeCode,
  type OutcomeKind,
  type RecordedOutcome,
} from '../../../shared/domain/outcome.ts';

/** Which results are asked for. */
export interface ResultFilter {
  readonly outcome?: OutcomeKind | null | undefined;
  readonly code?: OutcomeCode | null | undefined;
}

/** Records that are read one after the other: whole pages, or the exceptions of one kind, which are stored apart. */
export const LISTS = ['PAGES', ...OUTCOME_KINDS] as const;
export type List = (typeof LISTS)[number];

/** The lists that hold what is asked for, as few as can be; none where nothing of the kind was counted. */
export function listsFor({ outcome, code }: ResultFilter, totals: Totals): readonly List[] {
  const kinds = OUTCOME_KINDS.filter((kind) => kind === (outcome ?? kind)).filter(
    (kind) => totals[COUNTERS[kind]] > 0,
  );
  if (code) return kinds.filter((kind) => codesOf(kind).includes(code));
  // Plain successes are not stored apart.
  return outcome && outcome !== 'APPLIED' ? kinds : kinds.slice(0, 1).map(() => 'PAGES');
}

function codesOf(kind: OutcomeKind): readonly OutcomeCode[] {
  return OUTCOME_CODES[kind];
}

export function matches({ outcome, code }: ResultFilter, recorded: RecordedOutcome): boolean {
  return recorded.kind === (outcome ?? recorded.kind) && recorded.code === (code ?? recorded.code);
}

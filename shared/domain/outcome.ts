import type { Totals } from './operation.ts';

/** Every code, by the outcome that it explains. FAILED can be tried again, SKIPPED cannot. */
export const OUTCOME_CODES = {
  /** Part of what was to be undone was changed since, and is left. A plain success has no code. */
  APPLIED: ['CHANGED_SINCE'],
  UNCHANGED: ['ALREADY_ATTACHED', 'NOT_ATTACHED', 'NOTHING_TO_REPLACE', 'ALREADY_COVERED'],
  SKIPPED: [
    'SUPERSEDED',
    'DELETED',
    'MOVED_TO_ANOTHER_ROOT',
    'PROFILE_DELETED',
    'CHANGED_SINCE_PREVIEW',
    'CHANGED_SINCE',
    'CANCELLED',
  ],
  FAILED: ['LIMIT_REACHED', 'CONFLICT', 'INTERNAL'],
} as const;

export type OutcomeKind = keyof typeof OUTCOME_CODES;
type CodeOf<Kind extends OutcomeKind> = (typeof OUTCOME_CODES)[Kind][number];
export type OutcomeCode = CodeOf<OutcomeKind>;

/** What was decided about one project. */
export type Outcome =
  | { readonly kind: 'APPLIED'; readonly code?: CodeOf<'APPLIED'> }
  | { readonly kind: 'UNCHANGED'; readonly code: CodeOf<'UNCHANGED'> }
  | { readonly kind: 'SKIPPED'; readonly code: CodeOf<'SKIPPED'> }
  | { readonly kind: 'FAILED'; readonly code: CodeOf<'FAILED'> };

/** Ids of projects by `KIND/CODE`. Projects of the page that are not listed were APPLIED. */
export type Exceptions = Readonly<Record<string, readonly number[]>>;

/** Groups outcomes under `KIND/CODE`, leaving out plain successes, so that a page's record stays small. */
export function exceptionsOf(outcomes: ReadonlyMap<number, Outcome>): Exceptions {
  const exceptions: Record<string, number[]> = {};
  for (const [projectId, outcome] of outcomes) {
    if (outcome.code === undefined) continue;
    (exceptions[`${outcome.kind}/${outcome.code}`] ??= []).push(projectId);
  }
  return exceptions;
}

const COUNTERS = {
  APPLIED: 'applied',
  UNCHANGED: 'unchanged',
  SKIPPED: 'skipped',
  FAILED: 'failed',
} as const;

export function count(kinds: Iterable<OutcomeKind>): Totals {
  const totals = { applied: 0, unchanged: 0, skipped: 0, failed: 0 };
  for (const kind of kinds) totals[COUNTERS[kind]] += 1;
  return totals;
}

/** A recorded page: its projects and what was not a plain success among them. */
export interface PageRecord {
  readonly projectIds: readonly number[];
  readonly exceptions: Exceptions;
}

const PRECEDENCE: readonly OutcomeKind[] = ['UNCHANGED', 'SKIPPED', 'FAILED', 'APPLIED'];

/**
 * Counts each project once, however many pages it stands in because it moved while the operation ran: what took
 * effect comes before what did not.
 */
export function countDistinct(pages: Iterable<PageRecord>): Totals {
  const kinds = new Map<number, OutcomeKind>();
  const note = (projectId: number, kind: OutcomeKind): void => {
    const known = kinds.get(projectId);
    if (known === undefined || PRECEDENCE.indexOf(kind) > PRECEDENCE.indexOf(known))
      kinds.set(projectId, kind);
  };
  for (const page of pages) {
    const listed = new Set<number>();
    for (const [key, projectIds] of Object.entries(page.exceptions)) {
      const kind = PRECEDENCE.find((candidate) => key.startsWith(`${candidate}/`)) ?? 'FAILED';
      for (const projectId of projectIds) {
        listed.add(projectId);
        note(projectId, kind);
      }
    }
    for (const projectId of page.projectIds) if (!listed.has(projectId)) note(projectId, 'APPLIED');
  }
  return count(kinds.values());
}

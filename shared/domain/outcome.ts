import type { Totals } from './operation.ts';

/** What was decided about one project. FAILED can be tried again, SKIPPED cannot. */
export type Outcome =
  | { readonly kind: 'APPLIED' }
  | { readonly kind: 'UNCHANGED'; readonly code: 'ALREADY_ATTACHED' | 'NOT_ATTACHED' }
  | {
      readonly kind: 'SKIPPED';
      readonly code: 'SUPERSEDED' | 'DELETED' | 'MOVED_TO_ANOTHER_ROOT' | 'PROFILE_DELETED';
    }
  | { readonly kind: 'FAILED'; readonly code: 'LIMIT_REACHED' | 'CONFLICT' | 'INTERNAL' };

/** Outcomes of a page by project id. Projects of the page that are not listed were APPLIED. */
export type Exceptions = Readonly<Record<string, readonly number[]>>;

/** Groups outcomes under `KIND/CODE`, leaving out plain successes, so that a page's record stays small. */
export function exceptionsOf(outcomes: ReadonlyMap<number, Outcome>): Exceptions {
  const exceptions: Record<string, number[]> = {};
  for (const [projectId, outcome] of outcomes) {
    if (outcome.kind === 'APPLIED') continue;
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

export function count(kinds: Iterable<Outcome['kind']>): Totals {
  const totals = { applied: 0, unchanged: 0, skipped: 0, failed: 0 };
  for (const kind of kinds) totals[COUNTERS[kind]] += 1;
  return totals;
}

/** A recorded page: its projects and what was not a plain success among them. */
export interface PageRecord {
  readonly projectIds: readonly number[];
  readonly exceptions: Exceptions;
}

const PRECEDENCE: readonly Outcome['kind'][] = ['UNCHANGED', 'SKIPPED', 'FAILED', 'APPLIED'];

/**
 * Counts each project once, however many pages it stands in because it moved while the operation ran: what took
 * effect comes before what did not.
 */
export function countDistinct(pages: Iterable<PageRecord>): Totals {
  const kinds = new Map<number, Outcome['kind']>();
  const note = (projectId: number, kind: Outcome['kind']): void => {
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

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
export const OUTCOME_KINDS = [
  'APPLIED',
  'UNCHANGED',
  'SKIPPED',
  'FAILED',
] as const satisfies readonly OutcomeKind[];
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

/** The total that counts an outcome. */
export const COUNTERS = {
  APPLIED: 'applied',
  UNCHANGED: 'unchanged',
  SKIPPED: 'skipped',
  FAILED: 'failed',
} as const satisfies Record<OutcomeKind, keyof Totals>;

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

/** What a record says about a project: no code where it was a plain success. */
export interface RecordedOutcome {
  readonly kind: OutcomeKind;
  readonly code: OutcomeCode | undefined;
}

const PLAIN_SUCCESS: RecordedOutcome = { kind: 'APPLIED', code: undefined };

/** What was decided about each project of a page, in the order of the page. */
export function outcomesIn({ projectIds, exceptions }: PageRecord): ReadonlyMap<number, RecordedOutcome> {
  const outcomes = new Map(projectIds.map((projectId) => [projectId, PLAIN_SUCCESS]));
  for (const [key, exceptional] of Object.entries(exceptions)) {
    const outcome = recordedOutcome(key);
    for (const projectId of exceptional) outcomes.set(projectId, outcome);
  }
  return outcomes;
}

/** The outcome that a key of exceptions, `KIND/CODE`, stands for. */
export function recordedOutcome(key: string): RecordedOutcome {
  const kind = PRECEDENCE.find((candidate) => key.startsWith(`${candidate}/`)) ?? 'FAILED';
  const codes: readonly OutcomeCode[] = OUTCOME_CODES[kind];
  return { kind, code: codes.find((code) => key === `${kind}/${code}`) };
}

const PRECEDENCE: readonly OutcomeKind[] = ['UNCHANGED', 'SKIPPED', 'FAILED', 'APPLIED'];

/** Whether an outcome comes before what another page says of the same project: what took effect does. */
function comesBefore(kind: OutcomeKind, known: OutcomeKind | undefined): boolean {
  return known === undefined || PRECEDENCE.indexOf(kind) > PRECEDENCE.indexOf(known);
}

/**
 * The outcome of each project once, with the page that it is from, however many pages it stands in because it moved while
 * the operation ran.
 */
export function distinctOutcomes<Page extends PageRecord>(
  pages: Iterable<Page>,
): ReadonlyMap<number, RecordedOutcome & { readonly page: Page }> {
  const distinct = new Map<number, RecordedOutcome & { readonly page: Page }>();
  for (const page of pages) {
    for (const [projectId, { kind, code }] of outcomesIn(page)) {
      if (comesBefore(kind, distinct.get(projectId)?.kind)) distinct.set(projectId, { kind, code, page });
    }
  }
  return distinct;
}

/** Counts each project once, page by page: of a million projects no more is kept than their ids and outcomes. */
export class DistinctCount {
  private readonly kinds = new Map<number, OutcomeKind>();
  private standing = 0;

  constructor(pages: Iterable<PageRecord> = []) {
    for (const page of pages) this.add(page);
  }

  add(page: PageRecord): void {
    this.standing += page.projectIds.length;
    for (const [projectId, { kind }] of outcomesIn(page))
      if (comesBefore(kind, this.kinds.get(projectId))) this.kinds.set(projectId, kind);
  }

  get totals(): Totals {
    return count(this.kinds.values());
  }

  /** How often projects stand in a further page. */
  get repeats(): number {
    return this.standing - this.kinds.size;
  }
}

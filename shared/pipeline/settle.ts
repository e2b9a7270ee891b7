import { decide } from '../domain/changes/decide.ts';
import type { Context } from '../domain/changes/decision.ts';
import { type Effect, effectOf, packEffects } from '../domain/effect.ts';
import { type Change, finalStatus, type Operation } from '../domain/operation.ts';
import { count, exceptionsOf, type Outcome } from '../domain/outcome.ts';
import type { Place } from '../domain/place.ts';
import type { ProjectNode } from '../storage/nodes.ts';
import { createOperation } from '../storage/operations.ts';
import { recordPage } from '../storage/page-records.ts';
import { END_PAGE, leaveToAnnounce, openPage } from '../storage/pages.ts';
import { writeState } from '../storage/project-states.ts';
import { registerOperation } from '../storage/registrations.ts';
import type { Piece } from '../storage/write.ts';
import type { Acceptance } from './accept.ts';
import { contextIn, type Surroundings } from './context.ts';
import type { PageRun } from './run-page.ts';

/** A project as it was read with its place, in one snapshot. */
export interface Standing extends Place {
  readonly node: ProjectNode;
}

/** An operation that has ended when it is accepted, and the writes that make it so: refused by `state` if a project changed. */
export interface Settled extends PageRun {
  /** By project. */
  readonly effects: ReadonlyMap<number, Effect>;
  readonly pieces: readonly Piece[];
}

/**
 * So few named projects are decided before the acceptance and written with it: a transaction costs two write units an item,
 * and is refused as a whole.
 */
export const MAXIMUM_SETTLED = 10;

/**
 * Decides about the projects of an operation that is being accepted. What it decides on was read before the acceptance, and
 * holds at it: nothing of the root was accepted in between, or its number would be gone; what was accepted earlier and
 * could still come to a project is registered; and a project that was written to refuses. Undefined where that is not all
 * there is to it.
 */
export function settle(
  { operation, pages: [page], end }: Acceptance,
  projects: readonly Standing[],
  surroundings: Surroundings,
): Settled | undefined {
  const { id, createdAt: now, projectIds, change } = operation;
  if (page === undefined || projects.length === 0) return undefined;
  const context = withMade(contextIn(surroundings, operation, now), change, surroundings);
  const outcomes = new Map<number, Outcome>();
  const effects = new Map<number, Effect>();
  const states: Piece[] = [];
  for (const { node, ...place } of projects) {
    const { id: projectId, state } = node;
    const verdict = decide({ id: projectId, state, place }, context);
    if (verdict === 'STALE') return undefined;
    outcomes.set(projectId, verdict.outcome);
    effects.set(projectId, effectOf(id, verdict.state));
    if (verdict.state !== state)
      states.push(writeState({ projectId, before: state.version, state: verdict.state }));
  }
  const totals = count([...outcomes.values()].map(({ kind }) => kind));
  const status = finalStatus(operation, totals);
  const ended: Operation = { ...operation, status, totals, pagesDone: 1, repeats: 0, finishedAt: now };
  const results = { exceptions: exceptionsOf(outcomes), effects: packEffects(effects) };
  const pieces = [
    ...states,
    ...createOperation(ended),
    registerOperation(ended, false),
    ...recordPage(id, page.pageId, { projectIds, isPlanned: false }, results, now),
    leaveToAnnounce(page, now),
    openPage(end),
  ];
  const left = [page, { ...page, pageId: END_PAGE }];
  return { operation: ended, outcomes, effects, left, pieces };
}

/** The recommended profile that an attach names by its template may have been made after all was read. Nobody deletes one. */
function withMade(context: Context, change: Change, { profiles }: Surroundings): Context {
  if (change.kind !== 'ATTACH' || profiles.has(change.profileId)) return context;
  const made = [change.profileId, { scanType: change.scanType }] as const;
  return { ...context, activeProfiles: new Map([...context.activeProfiles, made]) };
}

import type { Acceptance } from './caller.ts';
import { isOver, type Stored, type StoredOperation } from '../stored.ts';
import { OWNER, rootOf, type Town } from './town.ts';

/** What happened in a round, as those know it who asked for it. */
export interface Round {
  readonly town: Town;
  /** Projects that never moved in it. */
  readonly settled: ReadonlySet<number>;
  readonly accepted: readonly Acceptance[];
  /** All that was accepted so far. */
  readonly acceptedBefore: readonly Acceptance[];
  /** The one that was attached to all projects of each root. */
  readonly template: string;
}

/** Nodes that are not where the last event about them put them. */
export function misplaced(
  { parts, projects }: Town,
  { groups, projects: stored }: Stored,
): readonly string[] {
  const wrong = (
    kind: string,
    wanted: ReadonlyMap<number, number>,
    found: Stored['groups'],
  ): readonly string[] =>
    [...wanted].flatMap(([id, parent]) => {
      const is = found.get(id)?.parentId ?? null;
      return is === parent ? [] : [`${kind} ${id} is in ${is}, and its last event put it into ${parent}`];
    });
  return [...wrong('group', parts, groups), ...wrong('project', projects, stored)];
}

/** Everything that must not be, once nothing is under way any more. */
export function judge(round: Round, stored: Stored): readonly string[] {
  return [
    ...misplaced(round.town, stored),
    ...attachmentsOutOfPlace(round, stored),
    ...operationsGoneWrong(round, stored),
    ...stored.open
      .filter((item) => !isOver(item, stored))
      .map(({ operationId, pageId }) => `page ${pageId} of operation ${operationId} is open`),
  ];
}

/**
 * Every project holds what its root gave to all last, and nothing else. One that came into its root after that was done is not
 * covered any more, and one that had left it meanwhile lost it by a later decision: both may hold nothing.
 */
function attachmentsOutOfPlace(round: Round, stored: Stored): readonly string[] {
  const given = new Map(
    stored.profiles
      .filter(({ templateKey }) => templateKey === round.template)
      .map(({ id, rootId }) => [rootId, String(id)]),
  );
  return [...stored.projects].flatMap(([id, { state }]) => {
    const root = rootOf(round.town, id);
    const held = Object.keys(state.attachments).join(', ');
    const expected = given.get(root) ?? '';
    const isRight = held === expected || (held === '' && mayLack(expected, id, root, round, stored));
    return isRight && state.rootId === root
      ? []
      : [`project ${id} of root ${root} (stored: ${state.rootId}) holds [${held}] instead of [${expected}]`];
  });
}

function mayLack(profileId: string, id: number, root: number, round: Round, stored: Stored): boolean {
  const asked = round.accepted.find(({ kind, rootId }) => kind === 'ATTACH' && rootId === root);
  const attach = stored.operations.get(asked?.operationId ?? '');
  const project = stored.projects.get(id);
  if (!attach || !project) return false;
  const group = stored.groups.get(round.town.projects.get(id) ?? 0);
  const cameAt = Math.max(project.changedAt, group?.changedAt ?? 0);
  const { operationId = '', seq = 0 } = project.state.decided[profileId] ?? {};
  const lostBy = stored.operations.get(operationId);
  return (
    cameAt > (attach.finishedAt ?? Infinity) || (lostBy?.change.kind === 'REHOME' && seq > attach.sequence)
  );
}

function operationsGoneWrong(round: Round, stored: Stored): readonly string[] {
  const { operations } = stored;
  const unended = [...operations.values()].filter(
    (one) => one.status !== 'SUCCEEDED' && !isMadeGood(one, stored),
  );
  const all = [...round.acceptedBefore, ...round.accepted].map(({ operationId }) => operationId);
  const ours = new Set(all);
  const doubled = [...operations.values()].filter((one) => isAskedFor(one) && !ours.has(one.id));
  return [
    ...unended.map(({ id, change, status }) => `${change.kind} ${id} is ${status}`),
    ...(ours.size < all.length ? ['two requests got the same operation'] : []),
    ...doubled.map(({ id }) => `operation ${id} was accepted twice: nobody was told of it`),
    ...[...ours]
      .filter((id) => !operations.has(id))
      .map((id) => `operation ${id} was accepted, and is not there`),
    ...round.accepted.flatMap((acceptance) => countedWrong(acceptance, round, stored)),
  ];
}

/** Those that failed for some projects, because others kept writing to them until the time of the page was up. */
export function failedByConflict({ operations, failures }: Stored): readonly StoredOperation[] {
  return [...operations.values()].filter(({ id, status }) => {
    const codes = failures.get(id) ?? [];
    return ['PARTIAL', 'FAILED'].includes(status) && codes.every((code) => code === 'CONFLICT');
  });
}

/** Whether these projects were tried again, with success. */
function isMadeGood({ id }: StoredOperation, stored: Stored): boolean {
  const retries = [...stored.operations.values()].filter(({ source }) => source?.operationId === id);
  const isTriedAgain = retries.some((retry) => retry.status === 'SUCCEEDED' || isMadeGood(retry, stored));
  return isTriedAgain && failedByConflict(stored).some((failed) => failed.id === id);
}

/** What the owner asked for: re-homes and follow-ups are made by the product itself. */
function isAskedFor({ actor, change, followUpOf }: StoredOperation): boolean {
  return actor === OWNER && change.kind !== 'REHOME' && followUpOf === undefined;
}

/** Each project counts once, and those that were there all the time are among them. */
function countedWrong(
  { kind, operationId, rootId }: Acceptance,
  { town, settled }: Round,
  { operations, pages }: Stored,
): readonly string[] {
  const { applied, unchanged, skipped, failed } = operations.get(operationId)?.totals ?? NONE;
  const counted = applied + unchanged + skipped + failed;
  const decided = new Set((pages.get(operationId) ?? []).flat());
  const target = kind === 'RETRY' ? [] : [...settled].filter((id) => rootOf(town, id) === rootId);
  const missing = target.filter((id) => !decided.has(id));
  return [
    ...(counted === decided.size
      ? []
      : [`${kind} ${operationId} counts ${counted} projects of ${decided.size}`]),
    ...missing.map((id) => `${kind} ${operationId} left out project ${id}, which was there all the time`),
  ];
}

const NONE = { applied: 0, unchanged: 0, skipped: 0, failed: 0 };

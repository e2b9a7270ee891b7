import { permissionsOf } from '../domain/access.ts';
import { groupRef, nodeKey, type NodeRef, projectRef } from '../domain/node.ts';
import type { AttachMode, Operation } from '../domain/operation.ts';
import { type Outcome, OUTCOME_CODES } from '../domain/outcome.ts';
import type { ProfileReference } from '../domain/profile.ts';
import type { Environment } from '../environment/environment.ts';
import { readExceptions } from '../storage/page-records.ts';
import { NAMED_PAGE } from '../storage/pages.ts';
import { isVisible, locate, type Located, withChains } from '../tree/locate.ts';
import { askedChange } from './asked-change.ts';
import { type Glance, glance, likelyRootOf } from './glance.ts';
import { launch, type Launched } from './launch.ts';
import { lookAround } from './look-around.ts';
import { sendOrLeave } from './message.ts';
import { orRepeated } from './repeated.ts';
import { type Idempotency, idempotencyOf } from './repetition.ts';
import { runProjects } from './run-page.ts';
import { MAXIMUM_SETTLED, type Standing } from './settle.ts';

/** Projects and groups of one request together, after duplicates were removed. */
export const MAXIMUM_IDS = 100;

export interface AttachmentRequest {
  readonly kind: 'ATTACH' | 'DETACH';
  readonly mode: AttachMode;
  /** User id of the caller. */
  readonly actor: string;
  readonly profile: ProfileReference;
  readonly projectIds: readonly number[];
  readonly groupIds: readonly number[];
  readonly dryRun?: boolean | undefined;
  /** 0 to 100. */
  readonly failureThresholdPercent?: number | undefined;
  readonly idempotencyKey?: string | undefined;
  /** Epoch milliseconds by which the projects that are named should be done. */
  readonly deadline: number;
}

/** A project that was named and could not be changed. */
export interface Failure {
  readonly projectId: number;
  /** Undefined where a request is repeated and the caller does not see the project any longer. */
  readonly project: Located | undefined;
  readonly code: Extract<Outcome, { kind: 'FAILED' }>['code'];
}

/** Either the whole request is refused and nothing was done, or it is an operation. */
export type AttachmentAnswer =
  | { readonly result: 'TOO_MANY_IDS' | 'DENIED' | 'DIFFERENT_ROOTS' }
  | Extract<Launched, { result: 'IDEMPOTENCY_CONFLICT' | 'TOO_MANY_OPERATIONS' }>
  | { readonly result: 'ACCEPTED'; readonly operation: Operation; readonly failures: readonly Failure[] };

/** What was named, and where that stands now, by `nodeKey`. */
interface Named {
  readonly refs: readonly NodeRef[];
  readonly found: ReadonlyMap<string, Located>;
}

/**
 * Attaches or detaches: the projects that are named before it answers, groups by the attach-worker.
 *
 * The checks come in an order that tells nothing about what the caller may not see: count, then access to all of the
 * targets, then whether they share a root, then the profile. A repetition under the same key is answered as before also
 * where they refuse it by now: with the operation as it stands, and with what failed; of a project that the caller does
 * not see any longer only its id is told, which the caller named.
 */
export async function requestAttachment(
  env: Environment,
  request: AttachmentRequest,
): Promise<AttachmentAnswer> {
  const refs = [...new Set(request.projectIds)]
    .map(projectRef)
    .concat([...new Set(request.groupIds)].map(groupRef));
  if (refs.length === 0) return { result: 'DIFFERENT_ROOTS' };
  if (refs.length > MAXIMUM_IDS) return { result: 'TOO_MANY_IDS' };

  const { kind, mode, actor, profile, failureThresholdPercent, idempotencyKey } = request;
  const idempotency = idempotencyOf(idempotencyKey, [
    kind,
    mode,
    profile,
    refs.map(nodeKey).toSorted(),
    failureThresholdPercent ?? null,
  ]);
  const sought = await withChains(env.table, refs);
  const likely = likelyRootOf(sought);
  const [found, glanced] = await Promise.all([
    locate(env, sought, actor, likely),
    likely === undefined ? undefined : glance(env.table, likely, request),
  ]);
  const named = { refs, found };
  const answer = await launchOn(env, request, named, { glanced, idempotency });
  const launched = await orRepeated(env, actor, idempotency, answer);
  if (launched.result === 'EXISTING') {
    const { operation } = launched;
    return {
      result: 'ACCEPTED',
      operation,
      failures: failuresOf(named, await recordedFailures(env, operation)),
    };
  }
  if (launched.result !== 'ACCEPTED') return launched;
  const { operation, named: page, settled } = launched;
  if (!page) return { result: 'ACCEPTED', operation, failures: [] };
  const run = settled ?? (await runProjects(env, operation, page, operation, request.deadline));
  await sendOrLeave(env, run.left);
  return { result: 'ACCEPTED', operation: run.operation, failures: failuresOf(named, codesOf(run.outcomes)) };
}

/** Has it accepted, if the caller may ask for it as things stand. */
async function launchOn(
  env: Environment,
  request: AttachmentRequest,
  { refs, found }: Named,
  {
    glanced,
    idempotency,
  }: { readonly glanced: Glance | undefined; readonly idempotency: Idempotency | undefined },
): Promise<Launched | { readonly result: 'DENIED' | 'DIFFERENT_ROOTS' }> {
  const targets = refs.flatMap((ref) => found.get(nodeKey(ref)) ?? []);
  if (targets.length < refs.length || !targets.every(mayAdminister)) return { result: 'DENIED' };
  const [first] = targets;
  if (first === undefined || targets.some(({ root }) => root.id !== first.root.id))
    return { result: 'DIFFERENT_ROOTS' };

  const rootId = first.root.id;
  const { actor, dryRun, failureThresholdPercent } = request;
  const target = distinctTargets(targets);
  const seen = glanced?.rootId === rootId ? glanced : await glance(env.table, rootId, request);
  // Of one moment with the places: what was accepted since refuses what is decided by them. Unknown is as good as none yet.
  const sequence = Math.min(...targets.map((each) => each.sequence ?? 0));
  const aimed = { actor, target, sequence, idempotency, few: fewProjects(request, targets) };
  const { profile, expectedProjects, look } = await lookAround(env, seen, aimed);
  const change = askedChange(request, profile);
  if (change === undefined) return { result: 'DENIED' };
  return launch(
    env,
    { id: env.newId(), rootId, change, actor, dryRun, failureThresholdPercent, expectedProjects, ...target },
    { idempotency, look },
  );
}

/** The projects that are named, where they are few and nothing else is to be done; else none. */
function fewProjects({ mode, dryRun }: AttachmentRequest, targets: readonly Located[]): readonly Standing[] {
  const projects = targets.flatMap(({ node, ...place }) =>
    node.kind === 'project' ? [{ node, ...place }] : [],
  );
  const isWhole = projects.length === targets.length && projects.length <= MAXIMUM_SETTLED;
  // What else scans a project is not read with it.
  return isWhole && !dryRun && mode !== 'FILL_SCAN_GAPS' ? projects : [];
}

/** One may see the target, and administer the profiles of its root. */
function mayAdminister(target: Located): boolean {
  return isVisible(target) && permissionsOf(target).apply;
}

/** A group inside another target group is visited with that one. A project is named even if a group contains it. */
function distinctTargets(targets: readonly Located[]): {
  readonly projectIds: number[];
  readonly groupIds: number[];
} {
  const groups = targets.filter(({ node }) => node.kind === 'group');
  const ids = new Set(groups.map(({ node }) => node.id));
  const outermost = groups.filter((target) => !target.groups.slice(1).some((above) => ids.has(above.id)));
  return {
    projectIds: targets.filter(({ node }) => node.kind === 'project').map(({ node }) => node.id),
    groupIds: outermost.map(({ node }) => node.id),
  };
}

/** By project. */
type Codes = ReadonlyMap<number, Failure['code']>;

function failuresOf({ refs, found }: Named, codes: Codes): readonly Failure[] {
  return refs.flatMap((ref) => {
    const code = ref.kind === 'project' ? codes.get(ref.id) : undefined;
    if (code === undefined) return [];
    const project = found.get(nodeKey(ref));
    return [{ projectId: ref.id, project: isVisible(project) ? project : undefined, code }];
  });
}

function codesOf(outcomes: ReadonlyMap<number, Outcome>): Codes {
  return new Map([...outcomes].flatMap(([id, one]) => (one.kind === 'FAILED' ? [[id, one.code]] : [])));
}

/** What failed of the projects that were named, by the operation's own records. */
async function recordedFailures({ table }: Environment, { id }: Operation): Promise<Codes> {
  const exceptions = (await readExceptions(table, id, [NAMED_PAGE])).get(NAMED_PAGE) ?? {};
  return new Map(
    OUTCOME_CODES.FAILED.flatMap((code) =>
      (exceptions[`FAILED/${code}`] ?? []).map((projectId) => [projectId, code] as const),
    ),
  );
}

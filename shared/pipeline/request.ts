import { permissionsOf } from '../domain/access.ts';
import { groupRef, nodeKey, projectRef } from '../domain/node.ts';
import { type AttachMode, type Change, NO_PROFILE, type Operation } from '../domain/operation.ts';
import { type Outcome, OUTCOME_CODES } from '../domain/outcome.ts';
import type { ProfileReference } from '../domain/profile.ts';
import { findTemplate } from '../domain/scan-types/templates.ts';
import type { Environment } from '../environment/environment.ts';
import { readExceptions } from '../storage/page-records.ts';
import { NAMED_PAGE } from '../storage/pages.ts';
import { getProfiles } from '../storage/profiles.ts';
import { fullPathOf, isVisible, locate, type Located } from '../tree/locate.ts';
import { expectedOf } from './expected.ts';
import { launch, type Launched } from './launch.ts';
import { sendOrLeave } from './message.ts';
import { findRecommended } from './profiles/recommended-profile.ts';
import { idempotencyOf } from './repetition.ts';
import { runProjects } from './run-page.ts';

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
  readonly project: Located;
  readonly fullPath: string;
  readonly code: Extract<Outcome, { kind: 'FAILED' }>['code'];
}

/** Either the whole request is refused and nothing was done, or it is an operation. */
export type AttachmentAnswer =
  | { readonly result: 'TOO_MANY_IDS' | 'DENIED' | 'DIFFERENT_ROOTS' }
  | Extract<Launched, { result: 'IDEMPOTENCY_CONFLICT' | 'TOO_MANY_OPERATIONS' }>
  | { readonly result: 'ACCEPTED'; readonly operation: Operation; readonly failures: readonly Failure[] };

/**
 * Attaches or detaches: the projects that are named before it answers, groups by the attach-worker.
 *
 * The checks come in an order that tells nothing about what the caller may not see: count, then access to all of the
 * targets, then whether they share a root, then the profile.
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

  const found = await locate(env, refs, request.actor);
  const targets = refs.flatMap((ref) => found.get(nodeKey(ref)) ?? []);
  if (targets.length < refs.length || !targets.every(mayAdminister)) return { result: 'DENIED' };
  const [first] = targets;
  if (first === undefined || targets.some(({ root }) => root.id !== first.root.id))
    return { result: 'DIFFERENT_ROOTS' };

  const rootId = first.root.id;
  const change = await changeOf(env, rootId, request);
  if (change === undefined) return { result: 'DENIED' };
  const { actor, dryRun, failureThresholdPercent, idempotencyKey } = request;
  const target = distinctTargets(targets);
  const expectedProjects = await expectedOf(env.table, rootId, target);
  const launched = await launch(
    env,
    { id: env.newId(), rootId, change, actor, dryRun, failureThresholdPercent, expectedProjects, ...target },
    idempotencyOf(idempotencyKey, [
      request.kind,
      request.mode,
      request.profile,
      refs.map(nodeKey).toSorted(),
      failureThresholdPercent ?? null,
    ]),
  );
  if (launched.result === 'EXISTING') {
    const { operation } = launched;
    return { result: 'ACCEPTED', operation, failures: await recordedFailures(env, operation, targets) };
  }
  if (launched.result !== 'ACCEPTED') return launched;
  const { operation, named } = launched;
  if (!named) return { result: 'ACCEPTED', operation, failures: [] };
  const run = await runProjects(env, operation, named, operation, request.deadline);
  await sendOrLeave(env, run.left);
  return { result: 'ACCEPTED', operation: run.operation, failures: failuresOf(targets, run.outcomes) };
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

/**
 * The change with the profile that it is about; undefined if the root has no such profile. The recommended profile of a
 * template may still have to be made: that comes with the acceptance.
 */
async function changeOf(
  env: Environment,
  rootId: number,
  { kind, mode, profile: reference }: AttachmentRequest,
): Promise<Change | undefined> {
  const template = 'template' in reference ? findTemplate(reference.template) : undefined;
  const profile =
    'id' in reference
      ? (await getProfiles(env.table, rootId, [reference.id])).get(reference.id)
      : template && (await findRecommended(env, rootId, template));
  if (profile === undefined && template) {
    const about = { profileId: NO_PROFILE, scanType: template.scanType, templateKey: template.key };
    return kind === 'ATTACH' ? { kind, mode, ...about } : { kind, ...about };
  }
  if (profile?.status !== 'ACTIVE') return undefined;
  const about = { profileId: profile.id, scanType: profile.scanType };
  return kind === 'ATTACH' ? { kind, mode, ...about } : { kind, ...about };
}

function failuresOf(targets: readonly Located[], outcomes: ReadonlyMap<number, Outcome>): readonly Failure[] {
  return targets.flatMap((project) => {
    const outcome = project.node.kind === 'project' ? outcomes.get(project.node.id) : undefined;
    return outcome?.kind === 'FAILED' ? [{ project, fullPath: fullPathOf(project), code: outcome.code }] : [];
  });
}

/** What failed of the projects that were named, by the operation's own records. */
async function recordedFailures(
  { table }: Environment,
  { id }: Operation,
  targets: readonly Located[],
): Promise<readonly Failure[]> {
  const exceptions = (await readExceptions(table, id, [NAMED_PAGE])).get(NAMED_PAGE) ?? {};
  return targets.flatMap((project) =>
    OUTCOME_CODES.FAILED.filter((code) => exceptions[`FAILED/${code}`]?.includes(project.node.id)).map(
      (code) => ({ project, fullPath: fullPathOf(project), code }),
    ),
  );
}

import { abilities } from '../domain/access.ts';
import { groupRef, nodeKey, projectRef } from '../domain/node.ts';
import { type AttachMode, type Change, NO_PROFILE, type Operation } from '../domain/operation.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { Profile, ProfileReference } from '../domain/profile.ts';
import { findTemplate } from '../domain/scan-types.ts';
import type { Environment } from '../environment/environment.ts';
import { readOperation } from '../storage/operations.ts';
import { NAMED_PAGE } from '../storage/pages.ts';
import { getProfiles } from '../storage/profiles.ts';
import { fullPathOf, isVisible, locate, type Located } from '../tree/locate.ts';
import { accept } from './accept.ts';
import { sendPages } from './message.ts';
import { findOrCreateRecommended, findRecommended } from './recommended-profile.ts';
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

  const change = await changeOf(env, first.root.id, request);
  if (change === undefined) return { result: 'DENIED' };
  const target = { rootId: first.root.id, ...distinctTargets(targets) };
  const accepted = await accept(env, { id: env.newId(), change, actor: request.actor, ...target });
  const { operation } = accepted;
  env.log.info('operation accepted', {
    operationId: operation.id,
    rootId: operation.rootId,
    change: change.kind,
  });

  await sendPages(
    env,
    accepted.pages.filter(({ pageId }) => pageId !== NAMED_PAGE),
  );
  const named = accepted.pages.find(({ pageId }) => pageId === NAMED_PAGE);
  const outcomes = named
    ? await runProjects(env, operation, named, operation.projectIds, request.deadline)
    : new Map<number, Outcome>();
  const current = named ? await readOperation(env.table, operation.id) : operation;
  return { result: 'ACCEPTED', operation: current ?? operation, failures: failuresOf(targets, outcomes) };
}

/** One may see the target, and administer the profiles of its root. */
function mayAdminister(target: Located): boolean {
  return isVisible(target) && abilities(target.rootLevels).has('admin_security_profiles');
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

/** The change with the profile that it is about; undefined if the root has no such profile. */
async function changeOf(
  env: Environment,
  rootId: number,
  request: AttachmentRequest,
): Promise<Change | undefined> {
  const { kind, mode, profile: reference } = request;
  const template = 'template' in reference ? findTemplate(reference.template) : undefined;
  if (kind === 'DETACH' && template && !(await findRecommended(env, rootId, template))) {
    return { kind, profileId: NO_PROFILE, scanType: template.scanType, templateKey: template.key };
  }
  let profile: Profile | undefined;
  if (template) profile = await findOrCreateRecommended(env, rootId, template);
  else if ('id' in reference)
    profile = (await getProfiles(env.table, rootId, [reference.id])).get(reference.id);
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

import type { Change } from '../operation.ts';
import { MAXIMUM_PROFILES, scanTypeKey } from '../project-state.ts';
import { type Context, type Decision, latest, type Subject } from './decision.ts';
import { withAttachment } from './edits.ts';

type Adopt = Extract<Change, { kind: 'ADOPT' }>;

/**
 * Makes again what a re-home took away, by the profiles of the new root that stand for the old ones. All of a project's
 * attachments come together, or, where ten would be exceeded, none.
 */
export function adopt({ state, given }: Subject, { profiles }: Adopt, context: Context): Decision {
  const { sequence, rootId, groupIds } = context.operation;
  const wanted = (given?.did?.removed ?? []).flatMap((profileId) => profiles[String(profileId)] ?? []);
  const active = wanted.filter(({ profileId }) => context.activeProfiles.has(profileId));
  const missing = active.filter(({ profileId }) => !(String(profileId) in state.attachments));
  const open = missing.filter(
    ({ profileId, scanType }) =>
      latest(state, [String(profileId), scanTypeKey(rootId, scanType)]) <= sequence,
  );
  if (open.length === 0) {
    if (missing.length > 0) return { state, outcome: { kind: 'SKIPPED', code: 'SUPERSEDED' } };
    if (active.length === 0) return { state, outcome: { kind: 'SKIPPED', code: 'PROFILE_DELETED' } };
    return { state, outcome: { kind: 'UNCHANGED', code: 'ALREADY_ATTACHED' } };
  }
  if (Object.keys(state.attachments).length + open.length > MAXIMUM_PROFILES)
    return { state, outcome: { kind: 'FAILED', code: 'LIMIT_REACHED' } };
  // Through the group that lost them, wherever in it, or from it, the project is now.
  const [group] = groupIds;
  let next = state;
  for (const { profileId } of open) next = withAttachment(next, profileId, context, group ? { group } : {});
  return { state: next, outcome: { kind: 'APPLIED' } };
}

/**
 * What the answer has to be, by section 8 of the design, docs/api.md and the dialect of GitLab's clients. It knows the tree
 * and who is a member of what, and nothing of the product's code.
 */
import type { Identity } from './world/identities.ts';
import { type OperationName, OPERATIONS } from './world/operations.ts';
import { type PlaceName, placeOf, type ProfileName, PROFILES, rootOf, wayUp } from './world/tree.ts';

/** Why a mutation is not done; `DONE` if it is. */
export type Verdict =
  | 'DONE'
  /** There is no such thing, or the caller has no right to it. */
  | 'NO_ACCESS'
  | 'DIFFERENT_ROOTS'
  | 'TOO_MANY_IDS'
  | 'NOT_A_ROOT'
  | 'INVALID_STATE'
  | 'NEEDS_ISSUER';

const SECURITY_MANAGER = 25;
const DEVELOPER = 30;
const MAINTAINER = 40;

/** Minimal Access and No Access make nobody a member. */
const LOWEST = 10;

function levelsAt(who: Identity, places: readonly PlaceName[]): readonly number[] {
  return who.memberships
    .filter(({ at, ended }) => !ended && places.includes(at))
    .map(({ level }) => level)
    .filter((level) => level >= LOWEST);
}

function exists(place: PlaceName): boolean {
  return placeOf(place).gone === undefined;
}

/** A member of any level sees what is below. */
export function sees(who: Identity, place: PlaceName): boolean {
  return exists(place) && levelsAt(who, wayUp(place)).length > 0;
}

export function reads(who: Identity, place: PlaceName): boolean {
  const levels = levelsAt(who, wayUp(place));
  return exists(place) && levels.some((level) => level >= DEVELOPER || level === SECURITY_MANAGER);
}

/** By a membership of the top-level group alone. */
function applies(who: Identity, place: PlaceName): boolean {
  const levels = levelsAt(who, [rootOf(place)]);
  return exists(place) && levels.some((level) => level >= MAINTAINER || level === SECURITY_MANAGER);
}

function manages(who: Identity, place: PlaceName): boolean {
  return exists(place) && levelsAt(who, [rootOf(place)]).some((level) => level >= MAINTAINER);
}

/** Attach and detach: count, then all of the targets, then their root, then the profile. */
export function changeVerdict(who: Identity, targets: readonly PlaceName[], profile: ProfileName): Verdict {
  const distinct = [...new Set(targets)];
  if (distinct.length === 0) return 'DIFFERENT_ROOTS';
  if (!distinct.every((target) => applies(who, target))) return 'NO_ACCESS';
  const roots = new Set(distinct.map(rootOf));
  if (roots.size > 1) return 'DIFFERENT_ROOTS';
  const { root, state } = PROFILES[profile];
  if (state === 'TEMPLATE') return 'DONE';
  const isThere = (state === 'ACTIVE' || state === 'RECOMMENDED') && roots.has(root);
  return isThere ? 'DONE' : 'NO_ACCESS';
}

/** A profile by its id is for who may read somewhere in its top-level group. */
export function readsProfile(who: Identity, profile: ProfileName, places: readonly PlaceName[]): boolean {
  const { root, state } = PROFILES[profile];
  if (state === 'TEMPLATE') return true;
  if (state === 'ABSENT' || state === 'DELETED' || rootOf(root) !== root) return false;
  return places.some((place) => rootOf(place) === root && reads(who, place));
}

/** `REFUSED_IN_WORDS`: recommended ones stay as they are, which is said in `errors`. */
export function editVerdict(who: Identity, profile: ProfileName): Verdict | 'REFUSED_IN_WORDS' {
  const { root, state } = PROFILES[profile];
  if (state === 'TEMPLATE') return 'REFUSED_IN_WORDS';
  const isThere = (state === 'ACTIVE' || state === 'RECOMMENDED') && rootOf(root) === root;
  if (!isThere || !manages(who, root)) return 'NO_ACCESS';
  return state === 'RECOMMENDED' ? 'REFUSED_IN_WORDS' : 'DONE';
}

/** That a group is no top-level group learns who may see it. */
export function createVerdict(who: Identity, place: PlaceName): Verdict {
  if (!sees(who, place)) return 'NO_ACCESS';
  if (rootOf(place) !== place) return 'NOT_A_ROOT';
  return manages(who, place) ? 'DONE' : 'NO_ACCESS';
}

export function reportVerdict(who: Identity, place: PlaceName): Verdict {
  return reads(who, place) ? 'DONE' : 'NO_ACCESS';
}

export type OperationMutation = 'APPLY' | 'RETRY' | 'UNDO' | 'CANCEL' | 'ADOPT';

/** What each state allows. Nothing failed, so that there is nothing to retry. */
const POSSIBLE: Readonly<Record<OperationMutation, readonly OperationName[]>> = {
  APPLY: ['preview', 'foreignPreview'],
  RETRY: [],
  UNDO: ['first', 'ended', 'foreign', 'rehomed', 'lapsed'],
  CANCEL: ['running'],
  ADOPT: ['lapsed'],
};

/** The right is asked of the top-level group as it is placed now, before the state. */
export function operationVerdict(
  who: Identity,
  mutation: OperationMutation,
  operation: OperationName,
): Verdict {
  const { root } = OPERATIONS[operation];
  if (root === undefined || !applies(who, root)) return 'NO_ACCESS';
  return POSSIBLE[mutation].includes(operation) ? 'DONE' : 'INVALID_STATE';
}

export function readsOperation(who: Identity, operation: OperationName): boolean {
  const { root } = OPERATIONS[operation];
  return root !== undefined && reads(who, root);
}

/** A personal access token makes no other one. */
export function createTokenVerdict({ credential }: Identity): Verdict {
  return credential === 'ISSUER' ? 'DONE' : 'NEEDS_ISSUER';
}

/** What `userPermissions` says. A token that only reads is told that it can do nothing else. */
export function permissions(who: Identity, place: PlaceName): Readonly<Record<string, boolean>> {
  const mayWrite = who.credential !== 'READ_API';
  const manage = mayWrite && manages(who, place);
  return {
    readSecurityScanProfiles: reads(who, place),
    createSecurityScanProfiles: manage,
    updateSecurityScanProfiles: manage,
    deleteSecurityScanProfiles: manage,
    applySecurityScanProfiles: mayWrite && applies(who, place),
  };
}

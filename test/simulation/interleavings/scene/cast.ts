import type { AttachmentRequest } from '../../../../shared/pipeline/request.ts';

/** Profiles of root 1, of one scan type, as the scene makes them. */
export const FIRST_PROFILE = 1;
export const SECOND_PROFILE = 2;

/** Of root 1 both, below group 2; the first one moves to root 9. */
export const MOVING_PROJECT = 11;
export const STAYING_PROJECT = 12;
export const BOTH_PROJECTS: readonly number[] = [MOVING_PROJECT, STAYING_PROJECT];
export const [OLD_ROOT, NEW_ROOT] = [1, 9];

type Wish = Pick<AttachmentRequest, 'kind' | 'mode' | 'profile'>;

/** Who asks for what. */
export const REQUESTS = {
  attach: { kind: 'ATTACH', mode: 'APPEND', profile: { id: FIRST_PROFILE } },
  replace: { kind: 'ATTACH', mode: 'SET', profile: { id: SECOND_PROFILE } },
  detach: { kind: 'DETACH', mode: 'APPEND', profile: { id: FIRST_PROFILE } },
} as const satisfies Record<string, Wish>;

export const REQUESTERS = ['attach', 'replace', 'detach'] as const;
export type Requester = (typeof REQUESTERS)[number];

/** `transfer`: the event that the first project is below the other root from now on. */
export const ROLES = [...REQUESTERS, 'transfer'] as const;
export type Role = (typeof ROLES)[number];

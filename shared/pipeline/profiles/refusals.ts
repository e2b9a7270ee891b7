import type { Operation } from '../../domain/operation.ts';
import type { Profile } from '../../domain/profile.ts';

/** Why an edit is not made: `errors` says everything that is wrong with it, a line each. */
export type EditRefusal =
  { readonly result: 'DENIED' } | { readonly result: 'INVALID'; readonly errors: readonly string[] };

/** `operation` records the edit; undefined where there was nothing to change. */
export interface Edited {
  readonly result: 'DONE';
  readonly profile: Profile;
  readonly operation: Operation | undefined;
}

export function invalid(...errors: string[]): EditRefusal {
  return { result: 'INVALID', errors };
}

export const RECOMMENDED =
  'Recommended scan profiles can be neither changed nor deleted: create one of your own';

export const OVERTAKEN =
  'The scan profile was changed by somebody else in the meantime: read it again and repeat the update';

/** Another profile of the root and scan type has the name. */
export function nameTaken(name: string, scanType: string): string {
  return `name "${name}" is taken by another scan profile of the scan type ${scanType}`;
}

export function tooMany(maximum: number): string {
  return `The top-level group has ${maximum} scan profiles, which is the maximum: delete one that is not needed`;
}

export const CHANGED_SINCE_READ =
  'The scan profile was changed by somebody else in the meantime: read it again before you delete it';

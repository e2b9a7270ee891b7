import type { ScanType, Trigger } from './scan-types/scan-types.ts';

/** DELETED stays for thirty days; only ACTIVE profiles are ever visible, attached or counted. */
export type ProfileStatus = 'ACTIVE' | 'DELETING' | 'DELETED';

/** A scan profile of a root (top-level group). Its id is never reused. Times are epoch milliseconds. */
export interface Profile {
  readonly id: number;
  readonly rootId: number;
  readonly scanType: ScanType;
  /** The template that it was made from, if it is a recommended one. */
  readonly templateKey?: string | undefined;
  readonly name: string;
  readonly description: string;
  readonly triggers: readonly Trigger[];
  readonly status: ProfileStatus;
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** How a caller names a profile: one that exists, or the template of one that may not exist yet. */
export type ProfileReference = { readonly id: number } | { readonly template: string };

import type { ProfileReference } from '../profile.ts';
import type { ScanType } from '../scan-types/scan-types.ts';
import type { AttachmentStatus } from './attachment-status.ts';
import { type ScanStatus, worstOf } from './status.ts';
import { isNamedBy } from './subject.ts';

/** Which projects, by what they show. All that is given has to apply; nothing given is every project. */
export interface ProjectFilter {
  readonly withProfile?: ProfileReference | null | undefined;
  readonly withoutProfile?: ProfileReference | null | undefined;
  readonly withoutScanType?: ScanType | null | undefined;
  /** The worst one. */
  readonly status?: ScanStatus | null | undefined;
}

/** Whether anything is asked for. */
export function narrows({ withProfile, withoutProfile, withoutScanType, status }: ProjectFilter): boolean {
  return [withProfile, withoutProfile, withoutScanType, status].some((each) => each ?? false);
}

/** Whether a filter applies to a project with these attachments. Of their statuses only `status` takes notice. */
export function matches(
  { withProfile, withoutProfile, withoutScanType, status }: ProjectFilter,
  attached: readonly AttachmentStatus[],
): boolean {
  const holds = (reference: ProfileReference): boolean =>
    attached.some(({ profile }) => isNamedBy(profile, reference));
  if (withProfile && !holds(withProfile)) return false;
  if (withoutProfile && holds(withoutProfile)) return false;
  if (withoutScanType && attached.some(({ profile }) => profile.scanType === withoutScanType)) return false;
  return !status || worstOf(attached.map((each) => each.status)) === status;
}

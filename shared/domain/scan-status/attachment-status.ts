import type { VisibleAttachment } from '../visible-attachments.ts';
import { historyOf, type ScanHistories } from './histories.ts';
import { type ProfileStatus, statusOf } from './status.ts';

/** An attached profile with its status. */
export interface AttachmentStatus extends ProfileStatus {
  readonly profile: VisibleAttachment['profile'];
}

/** The statuses of a project's attachments at a time in epoch milliseconds, in their order. */
export function statusesOf(
  attachments: readonly VisibleAttachment[],
  histories: ScanHistories | undefined,
  now: number,
): readonly AttachmentStatus[] {
  return attachments.map((attached) => ({
    profile: attached.profile,
    ...statusOf(historyOf(histories ?? {}, attached), now),
  }));
}

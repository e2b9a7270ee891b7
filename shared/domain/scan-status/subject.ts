import type { Profile, ProfileReference } from '../profile.ts';
import type { ScanType, Trigger } from '../scan-types/scan-types.ts';
import type { VisibleAttachment } from '../visible-attachments.ts';

/**
 * What a report is about: a profile, or whatever profiles of a scan type made the scanner run; or, if it is `external`,
 * something else that did.
 */
export type ScanSubject =
  { readonly scanType: ScanType; readonly external?: boolean | undefined } | ProfileReference;

/** Those of a project's visible attachments that a report is about: only such as have the trigger. */
export function addressed(
  visible: readonly VisibleAttachment[],
  subject: ScanSubject,
  trigger: Trigger,
): readonly VisibleAttachment[] {
  return visible.filter(({ profile }) => profile.triggers.includes(trigger) && isAddressed(profile, subject));
}

function isAddressed(profile: Profile, subject: ScanSubject): boolean {
  return 'scanType' in subject ? profile.scanType === subject.scanType : isNamedBy(profile, subject);
}

/** Whether it is the profile that a reference names: by its id, or as the recommended one of a template. */
export function isNamedBy(profile: Profile, reference: ProfileReference): boolean {
  return 'id' in reference ? profile.id === reference.id : profile.templateKey === reference.template;
}

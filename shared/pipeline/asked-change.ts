import { type AttachMode, type Change, NO_PROFILE } from '../domain/operation.ts';
import type { Profile, ProfileReference } from '../domain/profile.ts';
import { findTemplate } from '../domain/scan-types/templates.ts';

/** What is asked for, of which profile. */
interface Asked {
  readonly kind: 'ATTACH' | 'DETACH';
  readonly mode: AttachMode;
  readonly profile: ProfileReference;
}

/**
 * The change with the profile that it is about, as far as the root has it; undefined if the root has no such profile. The
 * recommended profile of a template may still have to be made: that comes with the acceptance.
 */
export function askedChange(
  { kind, mode, profile: reference }: Asked,
  profile: Profile | undefined,
): Change | undefined {
  const template = 'template' in reference ? findTemplate(reference.template) : undefined;
  if (profile === undefined && template) {
    const about = { profileId: NO_PROFILE, scanType: template.scanType, templateKey: template.key };
    return kind === 'ATTACH' ? { kind, mode, ...about } : { kind, ...about };
  }
  if (profile?.status !== 'ACTIVE') return undefined;
  const about = { profileId: profile.id, scanType: profile.scanType };
  return kind === 'ATTACH' ? { kind, mode, ...about } : { kind, ...about };
}

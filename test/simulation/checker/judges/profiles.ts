import type { Step } from '../../observed.ts';
import { type Judge, Observer } from '../judge.ts';
import type { Read } from '../stored/change.ts';
import type { Profile } from '../stored/profile.ts';

/** Triggers of recommended profiles, by scan type. */
const TRIGGERS: Readonly<Record<string, readonly string[]>> = {
  SAST: ['DEFAULT_BRANCH_PIPELINE', 'MERGE_REQUEST_PIPELINE'],
  SECRET_DETECTION: ['GIT_PUSH_EVENT', 'DEFAULT_BRANCH_PIPELINE', 'MERGE_REQUEST_PIPELINE'],
  DEPENDENCY_SCANNING: ['DEFAULT_BRANCH_PIPELINE', 'MERGE_REQUEST_PIPELINE'],
  DEPENDENCY_SCANNING_POST_PROCESSING: ['SBOM_INGESTED'],
  TRIAGE_AND_REMEDIATION: [
    'SBOM_INGESTED',
    'SAST_FALSE_POSITIVE',
    'SAST_VULNERABILITY_RESOLUTION',
    'SECRET_DETECTION_FALSE_POSITIVE',
    'VULNERABILITY_ENRICHMENT',
  ],
};

/** Stages of a profile's life: it only goes on. */
const STAGES = ['ACTIVE', 'DELETING', 'DELETED'];

/** S3: a root has one recommended profile of a template, whole from the first; and what holds of every profile. */
export class Profiles extends Observer implements Judge {
  wrote(step: Step, reads: readonly Read[]): void {
    for (const read of reads) {
      if (read.of === 'PROFILE' && read.after) {
        this.look(step, read.after);
        if (read.before) this.compare(step, read.before, read.after);
      }
      if (read.of === 'NAME') this.lookAtName(step, read);
    }
  }

  private look(step: Step, profile: Profile): void {
    const { id, rootId, templateKey, status } = profile;
    if (this.world.pointers.get(id) !== rootId)
      this.report('S3', step, `nothing leads from profile ${id} to its root ${rootId}`);
    if (status !== 'ACTIVE') return;
    if (this.nameOf(profile) !== id)
      this.report('S3', step, `profile ${id} does not hold the name ${profile.name}`);
    for (const digest of profile.digests) {
      if (!this.world.configurations.has(`${id} ${digest}`))
        this.report('S3', step, `profile ${id} has no configuration ${digest}`);
    }
    if (templateKey !== undefined) this.lookAtRecommended(step, profile, templateKey);
  }

  private lookAtRecommended(step: Step, { id, rootId, scanType, triggers }: Profile, key: string): void {
    const others = [...this.world.profiles.values()].filter(
      (other) =>
        other.id !== id && other.rootId === rootId && other.templateKey === key && other.status === 'ACTIVE',
    );
    if (others.length > 0)
      this.report('S3', step, `root ${rootId} has ${id} and ${others[0]?.id} of template ${key}`);
    const wanted = TRIGGERS[scanType] ?? [];
    if (triggers.length !== wanted.length || !wanted.every((trigger) => triggers.includes(trigger)))
      this.report('S3', step, `recommended profile ${id} has the triggers ${triggers.join()}`);
  }

  private compare(step: Step, before: Profile, after: Profile): void {
    const isOther =
      before.id !== after.id ||
      before.rootId !== after.rootId ||
      before.scanType !== after.scanType ||
      before.templateKey !== after.templateKey;
    if (isOther) this.report('S3', step, `profile ${before.id} has become another`);
    if (STAGES.indexOf(after.status) < STAGES.indexOf(before.status))
      this.report('S4', step, `profile ${before.id} was ${before.status} and is ${after.status}`);
    if (after.lockVersion < before.lockVersion)
      this.report('S3', step, `profile ${before.id} has gone back to version ${after.lockVersion}`);
  }

  /** A name may be free, or held by an ACTIVE profile of the root: nobody else's. */
  private lookAtName(step: Step, { rootId, key, after, before }: Extract<Read, { of: 'NAME' }>): void {
    const holder = after === undefined ? undefined : this.world.profiles.get(after);
    if (after !== undefined && (holder?.rootId !== rootId || holder.status !== 'ACTIVE'))
      this.report(
        'S3',
        step,
        `the name ${key} of root ${rootId} is held by ${after}, which is not ACTIVE there`,
      );
    if (before === undefined || before === after) return;
    const loser = this.world.profiles.get(before);
    if (loser?.status === 'ACTIVE' && this.nameOf(loser) !== before)
      this.report('S3', step, `profile ${before} has lost its name ${key}`);
  }

  private nameOf({ rootId, scanType, name }: Profile): number | undefined {
    return this.world.names.get(`${rootId} NAME#${scanType}#${name.trim().normalize('NFC').toLowerCase()}`);
  }
}

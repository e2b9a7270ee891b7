import type { Observation, Published, Step } from '../../observed.ts';
import { type Judge, Observer, type Report } from '../judge.ts';
import { numbersOf, optionalNumber, optionalText } from '../stored/fields.ts';
import type { Operation } from '../stored/operation.ts';
import type { World } from '../world.ts';

const FINISHED = 'SecurityScanProfileOperationFinished';
const ATTACHED = 'security_scan_profile_attached_to_project';
const DETACHED = 'security_scan_profile_detached_from_project';
const REPLACED = 'security_scan_profile_replaced_on_project';

/** What is said of a profile at the end of what was done to it. */
const OF_PROFILES: Readonly<Record<string, string>> = {
  CREATE_PROFILE: 'security_scan_profile_create',
  UPDATE_PROFILE: 'security_scan_profile_update',
  DELETE_PROFILE: 'security_scan_profile_delete',
};

/**
 * S7, S11: what happened is told on the bus, at least once: that an operation has ended, and every attachment that it is
 * recorded to have made or taken away; and nothing is told of attachments that is not recorded.
 */
export class Announcements extends Observer implements Judge {
  /** `operation detail-type profile`; the last is empty where there is none. */
  private readonly ends = new Set<string>();
  /** By operation: `project made profile`. */
  private readonly changes = new Map<string, Set<string>>();
  /** Operations of before the history began: what was told of them nobody has heard. */
  private readonly unheard: ReadonlySet<string>;

  constructor(world: World, report: Report) {
    super(world, report);
    this.unheard = new Set(world.operations.keys());
  }

  observe(observation: Observation): void {
    if (observation.kind === 'PUBLISHED') this.hear(observation);
  }

  private hear({ detailType, detail }: Published): void {
    const operationId = optionalText(detail, 'operation_id') ?? '';
    this.ends.add(`${operationId} ${detailType} ${optionalNumber(detail, 'profile_id') ?? ''}`);
    if (detailType === ATTACHED) this.note(operationId, detail, 'made', 'profile_ids');
    if (detailType === DETACHED) this.note(operationId, detail, 'removed', 'profile_ids');
    if (detailType !== REPLACED) return;
    this.note(operationId, detail, 'made', 'profile_ids');
    this.note(operationId, detail, 'removed', 'replaced_profile_ids');
  }

  private note(operationId: string, detail: Published['detail'], did: string, field: string): void {
    const known = this.changes.get(operationId) ?? new Set<string>();
    for (const projectId of numbersOf(detail, 'project_ids'))
      for (const profileId of numbersOf(detail, field)) known.add(`${projectId} ${did} ${profileId}`);
    this.changes.set(operationId, known);
  }

  atRest(step: Step): void {
    for (const operation of this.world.operations.values()) {
      if (this.unheard.has(operation.id) || !operation.hasEnded) continue;
      this.judgeEnd(step, operation);
      this.judgeChanges(step, operation);
    }
  }

  private judgeEnd(step: Step, { id, kind, profileId, isPreview, followUpOf }: Operation): void {
    // What completes a deletion is told of as what it does to projects.
    const ofProfile = isPreview || followUpOf !== undefined ? undefined : OF_PROFILES[kind];
    const isEdit = kind === 'CREATE_PROFILE' || kind === 'UPDATE_PROFILE';
    const wanted = [
      ...(isEdit ? [] : [`${id} ${FINISHED} `]),
      ...(ofProfile === undefined ? [] : [`${id} ${ofProfile} ${profileId}`]),
    ];
    for (const end of wanted)
      if (!this.ends.has(end)) this.report('S7', step, `nobody was told of the end of ${kind}: ${end}`);
  }

  private judgeChanges(step: Step, { id, kind, isPreview }: Operation): void {
    const told = this.changes.get(id) ?? new Set();
    const recorded = new Set<string>();
    if (!isPreview) {
      for (const [projectId, pages] of this.world.saidBy(id)) {
        for (const profileId of pages.flatMap(({ effect }) => effect.made))
          recorded.add(`${projectId} made ${profileId}`);
        for (const profileId of pages.flatMap(({ effect }) => effect.removed))
          recorded.add(`${projectId} removed ${profileId}`);
      }
    }
    for (const change of recorded)
      if (!told.has(change)) this.report('S11', step, `${kind} ${id} has not told: project ${change}`);
    for (const change of told)
      if (!recorded.has(change))
        this.report('S11', step, `${kind} ${id} told without a record: project ${change}`);
  }
}

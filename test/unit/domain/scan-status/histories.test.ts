import { describe, expect, it } from 'vitest';
import type { Profile } from '../../../../shared/domain/profile.ts';
import type { Attachment } from '../../../../shared/domain/project-state.ts';
import {
  historyOf,
  type ScanHistories,
  withoutSurplus,
  withReports,
} from '../../../../shared/domain/scan-status/histories.ts';
import type { ScanReport } from '../../../../shared/domain/scan-status/report.ts';
import { addressed } from '../../../../shared/domain/scan-status/subject.ts';
import { type VisibleAttachment, visibleAttachments } from '../../../../shared/domain/visible-attachments.ts';

function profile(id: number, more: Partial<Profile> = {}): Profile {
  return {
    id,
    rootId: 1,
    scanType: 'SAST',
    name: `Profile ${id}`,
    description: '',
    triggers: ['DEFAULT_BRANCH_PIPELINE'],
    configurationDigests: {},
    lockVersion: 1,
    status: 'ACTIVE',
    createdAt: 0,
    updatedAt: 0,
    ...more,
  };
}

function attachment(operationId: string, more: Partial<Attachment> = {}): Attachment {
  return { seq: 1, at: 0, by: 'owner', operationId, ...more };
}

function report(at: number): ScanReport {
  return { trigger: 'DEFAULT_BRANCH_PIPELINE', buildId: `b${at}`, result: 'SUCCESS', at };
}

const one: VisibleAttachment = { profile: profile(1), attachment: attachment('A') };
const two: VisibleAttachment = { profile: profile(2), attachment: attachment('B') };

describe('what a project shows', () => {
  const state = {
    rootId: 1,
    attachments: {
      1: attachment('A', { seq: 5 }),
      2: attachment('B', { seq: 3 }),
      3: attachment('C', { seq: 4 }),
      4: attachment('D', { seq: 1 }),
    },
  };
  const profiles = new Map([
    [1, profile(1)],
    [2, profile(2)],
    [3, profile(3, { status: 'DELETING' })],
  ]);

  it('is what is ACTIVE, in the order in which it was attached', () => {
    const visible = visibleAttachments(1, state, profiles);
    expect(visible.map((each) => each.profile.id)).toEqual([2, 1]);
  });

  it('is nothing below another root than the one that it was attached under', () => {
    expect(visibleAttachments(9, state, profiles)).toEqual([]);
    expect(visibleAttachments(9, { ...state, rootId: null }, profiles)).toEqual([]);
  });
});

describe('a report', () => {
  const push: VisibleAttachment = {
    profile: profile(3, {
      triggers: ['GIT_PUSH_EVENT'],
      scanType: 'SECRET_DETECTION',
      templateKey: 'secret',
    }),
    attachment: attachment('C'),
  };
  const all = [one, two, push];

  it('by scan type is about every profile of it that has the trigger', () => {
    expect(addressed(all, { scanType: 'SAST' }, 'DEFAULT_BRANCH_PIPELINE')).toEqual([one, two]);
    expect(addressed(all, { scanType: 'SAST' }, 'GIT_PUSH_EVENT')).toEqual([]);
    expect(addressed(all, { scanType: 'SECRET_DETECTION' }, 'GIT_PUSH_EVENT')).toEqual([push]);
  });

  it('by profile is about that one, if it has the trigger', () => {
    expect(addressed(all, { id: 2 }, 'DEFAULT_BRANCH_PIPELINE')).toEqual([two]);
    expect(addressed(all, { id: 2 }, 'SBOM_INGESTED')).toEqual([]);
    expect(addressed(all, { template: 'secret' }, 'SBOM_INGESTED')).toEqual([]);
    expect(addressed(all, { id: 4 }, 'DEFAULT_BRANCH_PIPELINE')).toEqual([]);
    expect(addressed(all, { template: 'secret' }, 'GIT_PUSH_EVENT')).toEqual([push]);
  });
});

describe('the histories of a project', () => {
  it('get a report for each attachment that it is about', () => {
    const histories = withReports({}, [one, two], report(1), 'SAID');
    expect(historyOf(histories, one)).toEqual({ attachment: 'A', recent: [report(1)] });
    expect(historyOf(histories, two)).toEqual({ attachment: 'B', recent: [report(1)] });
  });

  it('are the very same where nothing changes', () => {
    const histories = withReports({}, [one], report(1), 'SAID');
    expect(withReports(histories, [one], report(1), 'SAID')).toBe(histories);
  });

  it('begin anew with another attachment of the same profile', () => {
    const histories = withReports({}, [one], report(1), 'SAID');
    const again = { ...one, attachment: attachment('LATER') };
    expect(historyOf(histories, again)).toBeUndefined();
    expect(historyOf(withReports(histories, [again], report(2), 'SAID'), again)).toEqual({
      attachment: 'LATER',
      recent: [report(2)],
    });
  });

  it('go on with an attachment that was taken away and put back by an undo', () => {
    const histories = withReports({}, [one], report(1), 'SAID');
    const back = { ...one, attachment: attachment('UNDO', { origin: 'A' }) };
    expect(historyOf(histories, back)?.recent).toEqual([report(1)]);
  });

  it('are at most twenty: of those whose attachment is gone the ones with the latest scans stay', () => {
    let histories: ScanHistories = {};
    for (let id = 1; id <= 25; id += 1) {
      const attached = { profile: profile(id), attachment: attachment('A') };
      histories = withReports(histories, [attached], report(id), 'SAID');
    }
    const held = { 1: attachment('A'), 2: attachment('OTHER') };
    const kept = Object.keys(withoutSurplus(histories, { attachments: held })).map(Number);
    expect(kept.toSorted((a, b) => a - b)).toEqual([1, ...Array.from({ length: 19 }, (_, i) => i + 7)]);
  });
});

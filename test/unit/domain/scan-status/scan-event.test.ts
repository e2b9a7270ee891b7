import { describe, expect, it } from 'vitest';
import { parseScanFinished } from '../../../../shared/domain/scan-status/scan-event.ts';
import { SCAN_EVENTS } from '../../../../shared/names.ts';

const DETAIL = {
  project_id: 7,
  scan_type: 'SAST',
  trigger: 'DEFAULT_BRANCH_PIPELINE',
  result: 'success',
  build_id: 101,
};

function event(detail: Record<string, unknown>, detailType = 'SecurityScanFinishedEvent'): unknown {
  return { id: 'event-1', 'detail-type': detailType, time: '2026-11-22T10:00:00Z', source: 'ci', detail };
}

describe('an event about the end of a scan', () => {
  it.each(SCAN_EVENTS.scanFinished)('is understood as %s', (detailType) => {
    expect(parseScanFinished(event(DETAIL, detailType))).toEqual({
      eventId: 'event-1',
      projectId: 7,
      subject: { scanType: 'SAST' },
      report: {
        trigger: 'DEFAULT_BRANCH_PIPELINE',
        buildId: '101',
        result: 'SUCCESS',
        at: Date.parse('2026-11-22T10:00:00Z'),
      },
      timeSource: 'ARRIVAL',
    });
  });

  it('takes enums in either case', () => {
    const spelled = {
      ...DETAIL,
      scan_type: 'secret_detection',
      trigger: 'git_push_event',
      result: 'Failed',
    };
    expect(parseScanFinished(event(spelled))).toMatchObject({
      subject: { scanType: 'SECRET_DETECTION' },
      report: { trigger: 'GIT_PUSH_EVENT', result: 'FAILED' },
    });
  });

  it('is about the time that it says itself, if it does', () => {
    const { report, timeSource } = parseScanFinished(
      event({ ...DETAIL, occurred_at: '2026-11-20T10:00:00.250+02:00' }),
    );
    expect(report.at).toBe(Date.parse('2026-11-20T08:00:00.250Z'));
    expect(timeSource).toBe('SAID');
  });

  it('may name a profile instead of a scan type, and a pipeline instead of a build', () => {
    const { scan_type: _type, build_id: _build, ...rest } = DETAIL;
    expect(parseScanFinished(event({ ...rest, profile_id: 42, pipeline_id: 'p-9' }))).toMatchObject({
      subject: { id: 42 },
      report: { buildId: 'p-9' },
    });
  });

  it('may be about a scan by something else than a profile, then by scan type alone', () => {
    const external = { ...DETAIL, external: true };
    expect(parseScanFinished(event(external))).toMatchObject({
      subject: { scanType: 'SAST', external: true },
    });
    const { scan_type: _type, ...rest } = external;
    expect(() => parseScanFinished(event({ ...rest, profile_id: 42 }))).toThrow(
      'external goes with scan_type',
    );
  });

  it('goes by the build where it names a pipeline too', () => {
    expect(parseScanFinished(event({ ...DETAIL, pipeline_id: 5 }))).toMatchObject({
      report: { buildId: '101' },
    });
  });

  it.each([
    ['another detail-type', DETAIL, 'ProjectCreatedEvent', /detail-type "ProjectCreatedEvent" is not known/],
    ['no project', { ...DETAIL, project_id: undefined }, undefined, /project_id/],
    ['a project that is a text', { ...DETAIL, project_id: '7' }, undefined, /project_id/],
    ['a scan type that there is not', { ...DETAIL, scan_type: 'FUZZING' }, undefined, /scan_type/],
    ['a trigger that there is not', { ...DETAIL, trigger: 'NEVER' }, undefined, /trigger/],
    ['another result', { ...DETAIL, result: 'skipped' }, undefined, /result/],
    ['neither scan type nor profile', { ...DETAIL, scan_type: undefined }, undefined, /either scan_type or/],
    ['both of them', { ...DETAIL, profile_id: 3 }, undefined, /either scan_type or profile_id/],
    ['neither build nor pipeline', { ...DETAIL, build_id: undefined }, undefined, /build_id or pipeline_id/],
    ['a build without characters', { ...DETAIL, build_id: '' }, undefined, /build_id/],
    ['a build of 101 characters', { ...DETAIL, build_id: 'x'.repeat(101) }, undefined, /build_id/],
    ['a time without a zone', { ...DETAIL, occurred_at: '2026-11-20T10:00:00' }, undefined, /occurred_at/],
  ])('is refused with %s', (_name, detail, detailType, reason) => {
    expect(() => parseScanFinished(event(detail, detailType))).toThrow(reason);
  });
});

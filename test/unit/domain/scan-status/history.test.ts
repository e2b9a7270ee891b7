import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  latestRun,
  type Run,
  type ScanHistory,
  WINDOW,
  withReport,
} from '../../../../shared/domain/scan-status/history.ts';
import {
  inOrder,
  isOfSameScan,
  replaces,
  type ScanReport,
} from '../../../../shared/domain/scan-status/report.ts';

const NEW: ScanHistory = { attachment: 'operation-1', recent: [] };

function told(history: ScanHistory, report: ScanReport): ScanHistory {
  return withReport(history, report, 'SAID');
}

function after(reports: readonly ScanReport[]): ScanHistory {
  return reports.reduce(told, NEW);
}

/** The `at`-th scan of a project. */
function scan(at: number, result: ScanReport['result'] = 'SUCCESS', buildId = `build-${at}`): ScanReport {
  return { trigger: 'DEFAULT_BRANCH_PIPELINE', buildId, result, at };
}

const report = (builds: number): fc.Arbitrary<ScanReport> =>
  fc.record({
    trigger: fc.constantFrom('DEFAULT_BRANCH_PIPELINE', 'MERGE_REQUEST_PIPELINE'),
    buildId: fc.integer({ min: 1, max: builds }).map(String),
    result: fc.constantFrom('SUCCESS', 'FAILED'),
    at: fc.integer({ min: 0, max: 8 }),
  });

/** Reports of at most `WINDOW` scans, in two orders, each as often as it pleases. */
const toldTwice = fc.array(report(WINDOW / 2), { maxLength: 30 }).chain((reports) =>
  fc.tuple(
    fc.constant(reports),
    fc
      .shuffledSubarray(reports, { minLength: reports.length })
      .chain((shuffled) =>
        fc
          .array(fc.nat({ max: Math.max(0, reports.length - 1) }), { maxLength: 20 })
          .map((again) => [...shuffled, ...again.flatMap((index) => shuffled[index] ?? [])]),
      ),
  ),
);

/** What should be remembered: of each scan the report that holds, and how many of the latest ended alike. */
function runIn(reports: readonly ScanReport[]): Run | undefined {
  const holding = reports.filter(
    (each) => !reports.some((other) => isOfSameScan(each, other) && each !== other && replaces(other, each)),
  );
  const inTime = holding.toSorted(inOrder).toReversed();
  const [last] = inTime;
  if (last === undefined) return undefined;
  const different = inTime.findIndex(({ result }) => result !== last.result);
  return { result: last.result, count: different === -1 ? inTime.length : different };
}

/** Scans of which none comes later than `WINDOW` - 1 that ended after it. */
const aLittleLate = fc
  .array(
    fc.tuple(fc.constantFrom<ScanReport['result'][]>('SUCCESS', 'FAILED'), fc.nat({ max: WINDOW - 1 })),
    {
      maxLength: 60,
    },
  )
  .map((scans) => {
    const inTime = scans.map(([result, delay], at) => ({ report: scan(at, result), arrives: at + delay }));
    const arriving = inTime.toSorted((one, other) => one.arrives - other.arrives);
    return { inTime: inTime.map((each) => each.report), arriving: arriving.map((each) => each.report) };
  });

/** Results of scans that are told in turn, each followed by how far back those stand that are told again. */
const toldAgain = fc.array(
  fc.tuple(
    fc.constantFrom<ScanReport['result'][]>('SUCCESS', 'FAILED'),
    fc.array(fc.nat({ max: WINDOW - 1 }), { maxLength: 5 }),
  ),
  { maxLength: 30 },
);

describe('the history of an attachment', () => {
  it('is the same in whatever order the reports of ten scans come, and however often', () => {
    fc.assert(
      fc.property(toldTwice, ([reports, again]) => {
        expect(after(again)).toEqual(after(reports));
      }),
      { numRuns: 3000 },
    );
  });

  it('counts exactly, however many scans there were, where none comes later than nine others', () => {
    fc.assert(
      fc.property(aLittleLate, ({ inTime, arriving }) => {
        expect(latestRun(after(arriving))).toEqual(runIn(inTime));
      }),
      { numRuns: 2000 },
    );
  });

  it('does not count twice what comes again long after it was forgotten', () => {
    fc.assert(
      fc.property(aLittleLate, fc.array(fc.nat({ max: 59 })), ({ arriving }, again) => {
        const known = after(arriving);
        const repeated = again.flatMap((index) => arriving[index] ?? []);
        expect(repeated.reduce(told, known)).toEqual(known);
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps ten reports, and of what is before only how long the run was', () => {
    const { recent, before } = after(
      Array.from({ length: 25 }, (_, at) => scan(at, at < 3 ? 'FAILED' : 'SUCCESS')),
    );
    expect(recent.map(({ at }) => at)).toEqual([15, 16, 17, 18, 19, 20, 21, 22, 23, 24]);
    expect(before).toEqual({ result: 'SUCCESS', count: 12 });
  });

  it('drops a report that is older than ten others', () => {
    const full = after(Array.from({ length: 10 }, (_, at) => scan(at + 1)));
    expect(told(full, scan(0, 'FAILED'))).toBe(full);
  });

  it('takes the later of two reports of one build and trigger, and of one moment the failure', () => {
    expect(after([scan(1, 'FAILED', 'a'), scan(2, 'SUCCESS', 'a')]).recent).toEqual([
      scan(2, 'SUCCESS', 'a'),
    ]);
    expect(after([scan(2, 'FAILED', 'a'), scan(1, 'SUCCESS', 'a')]).recent).toEqual([scan(2, 'FAILED', 'a')]);
    expect(after([scan(1, 'FAILED', 'a'), scan(1, 'SUCCESS', 'a')]).recent).toEqual([scan(1, 'FAILED', 'a')]);
    expect(after([scan(1, 'SUCCESS', 'a'), scan(1, 'FAILED', 'a')]).recent).toEqual([scan(1, 'FAILED', 'a')]);
  });

  it('is the same however often what does not say when it ended is told again, at whatever later time', () => {
    fc.assert(
      fc.property(toldAgain, (scans) => {
        let now = 0;
        let history = NEW;
        const first: ScanReport[] = [];
        const arrives = (buildId: string, result: ScanReport['result']): ScanReport => {
          now += 1;
          const report = scan(now, result, buildId);
          history = withReport(history, report, 'ARRIVAL');
          return report;
        };
        for (const [result, again] of scans) {
          first.push(arrives(`build-${first.length}`, result));
          for (const back of again) {
            const known = first.at(-1 - back);
            if (known) arrives(known.buildId, known.result);
          }
        }
        expect(history).toEqual(after(first));
      }),
      { numRuns: 1000 },
    );
  });

  it('lets the time that was said stand where the same is told again without one', () => {
    const known = after([scan(1, 'FAILED', 'a'), scan(2)]);
    expect(withReport(known, scan(3, 'FAILED', 'a'), 'ARRIVAL')).toBe(known);
  });

  it('takes another result of the same build that comes without a time as a scan that ran again', () => {
    const known = after([scan(1, 'FAILED', 'a'), scan(2)]);
    const again = withReport(known, scan(3, 'SUCCESS', 'a'), 'ARRIVAL');
    expect(again.recent).toEqual([scan(2), scan(3, 'SUCCESS', 'a')]);
  });

  it('holds scans of one build on two triggers apart', () => {
    const other = { ...scan(1, 'FAILED', 'a'), trigger: 'GIT_PUSH_EVENT' } as const;
    expect(latestRun(after([scan(1, 'FAILED', 'a'), other]))).toEqual({ result: 'FAILED', count: 2 });
  });

  it('is the very same where nothing changes, so that nothing has to be written', () => {
    const known = after([scan(1), scan(2, 'FAILED')]);
    expect(told(known, scan(1))).toBe(known);
    expect(told(known, scan(0, 'FAILED', 'build-2'))).toBe(known);
  });
});

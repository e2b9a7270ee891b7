import { describe, expect, it } from 'vitest';
import { operation, results, resultsOf, totals } from './support/data.ts';
import { Deployment, status } from './support/deployment.ts';
import { runAt } from './support/run.ts';

type States = readonly Readonly<Record<string, unknown>>[];

/** An operation that is in the next of these states whenever it is looked at, and stays in the last. */
async function going(states: States): Promise<Deployment> {
  let looks = 0;
  return Deployment.of({
    securityScanProfileOperation: () => operation(states[Math.min(looks++, states.length - 1)] ?? {}),
  });
}

const RUNNING = { status: 'RUNNING', finishedAt: null, totals: totals({ applied: 10 }) };
const watch = ['operations', 'show', 'OP1', '--watch'];

describe('an operation that is watched', () => {
  it('is looked at until it ends, in growing pauses, and then shown', async () => {
    const states = [...Array.from({ length: 30 }, () => ({ ...RUNNING, expectedProjects: 40 })), {}];
    await using deployment = await going(states);
    const { code, data, notes, pauses } = await runAt(deployment, watch);
    expect(code).toBe(0);
    expect(data).toContain('Status     SUCCEEDED');
    expect(notes).toContain('3 of 3');
    expect(pauses.length).toBeGreaterThan(20);
    expect(pauses.toSorted((one, other) => one - other)).toEqual(pauses);
    expect(pauses.at(-1)).toBe(2_000);
  });

  it('tells its outcomes by code, and names the first that failed', async () => {
    const all = [
      ...results(150, 'APPLIED'),
      ...results(5, 'APPLIED', 'CHANGED_SINCE', 200),
      ...results(120, 'UNCHANGED', 'ALREADY_ATTACHED', 300),
      ...results(2_500, 'UNCHANGED', 'NOT_ATTACHED', 5_000),
      ...results(12, 'FAILED', 'CONFLICT', 500),
      ...results(4_000, 'FAILED', 'LIMIT_REACHED', 600),
    ];
    const end = {
      status: 'PARTIAL',
      totals: totals({ applied: 155, unchanged: 2_620, failed: 4_012 }),
      results: resultsOf(all),
    };
    await using deployment = await going([RUNNING, end]);
    const { code, data, notes } = await runAt(deployment, watch);
    expect(code).toBe(2);
    expect(data).toContain(
      [
        'Outcome    Code              Projects',
        'APPLIED                           150',
        'APPLIED    CHANGED_SINCE            5',
        'UNCHANGED  ALREADY_ATTACHED       120',
        'UNCHANGED  NOT_ATTACHED         2,500',
        'FAILED     LIMIT_REACHED        4,000',
        'FAILED     CONFLICT                12',
      ].join('\n'),
    );
    expect(data).toContain('The first 10 that failed:\n  top/p500  CONFLICT  because of CONFLICT');
    expect(data).toContain('and 4,002 more');
    expect(notes).toContain('operations retry OP1');
    // The most frequent code is the rest of the total: it is not read through.
    expect(deployment.asked.length).toBeLessThan(25);
  });

  it('says that the total is not known, where it is not', async () => {
    await using deployment = await going([RUNNING, RUNNING, { ...RUNNING, stalled: true }]);
    const { notes } = await runAt(deployment, watch);
    expect(notes.match(/not known yet/g)).toHaveLength(1);
    expect(notes).toContain('projects 10');
  });

  it('is left where it has stalled, with what can be done', async () => {
    await using deployment = await going([RUNNING, { ...RUNNING, stalled: true }]);
    const { code, data, notes } = await runAt(deployment, watch);
    expect(code).toBe(1);
    expect(data).toContain('RUNNING, STALLED');
    expect(notes).toContain('operations cancel OP1');
  });

  it('goes on after Ctrl-C, and it is said how to look at it again and how to cancel it', async () => {
    await using deployment = await going([RUNNING]);
    const interruption = new AbortController();
    const { code, data, notes } = await runAt(deployment, watch, {
      signal: interruption.signal,
      onPause: (count) => count === 3 && interruption.abort(),
    });
    expect({ code, data }).toEqual({ code: 130, data: '' });
    expect(notes).toContain('goes on');
    expect(notes).toContain('operations show OP1 --watch');
    expect(notes).toContain('operations cancel OP1');
  });

  it('goes on where the deployment stays away, and that is said', async () => {
    await using deployment = await going([RUNNING]);
    const { code, notes } = await runAt(deployment, watch, {
      onPause: (count) =>
        count === 1 && deployment.mishaps.push(...Array.from({ length: 6 }, () => status(503))),
    });
    expect(code).toBe(1);
    expect(notes).toContain('answers HTTP 503');
    expect(notes).toContain('The operation OP1 goes on');
  });

  it('is followed through an outage that passes', async () => {
    await using deployment = await going([RUNNING, RUNNING, {}]);
    deployment.mishaps.push(status(503), status(502), status(429));
    expect(await runAt(deployment, watch)).toMatchObject({ code: 0 });
  });

  it('that has been previewed can be applied', async () => {
    await using deployment = await going([RUNNING, { status: 'PREVIEWED', dryRun: true }]);
    const { code, data, notes } = await runAt(deployment, watch);
    expect(code).toBe(0);
    expect(data).toContain('preview: nothing is written');
    expect(notes).toContain('operations apply OP1');
  });

  it('is data and nothing else as JSON', async () => {
    await using deployment = await going([RUNNING, {}]);
    const { data } = await runAt(deployment, [...watch, '--json']);
    expect(JSON.parse(data)).toMatchObject({
      id: 'OP1',
      outcomes: [{ outcome: 'APPLIED', code: null, projects: 3 }],
    });
  });
});

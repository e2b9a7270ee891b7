import { describe, expect, it } from 'vitest';
import { changeApi } from './support/change-api.ts';
import { operation, totals } from './support/data.ts';
import { lostAnswer, refusal, status } from './support/deployment.ts';
import { runAt, TOKEN } from './support/run.ts';

describe('a change', () => {
  const attach = ['attach', 'top', '--profile', '7'];

  it('says how it is to be made, and has a key', async () => {
    await using deployment = await changeApi();
    await runAt(deployment, [...attach, '--mode', 'fill-profile-gaps', '--failure-threshold', '5']);
    await runAt(deployment, [...attach, '--idempotency-key', 'mine']);
    await runAt(deployment, ['detach', 'top', '--profile', '7']);
    expect(deployment.inputs).toMatchObject([
      { mode: 'FILL_PROFILE_GAPS', failureThresholdPercent: 5, idempotencyKey: 'key-1', dryRun: false },
      { idempotencyKey: 'mine' },
      { idempotencyKey: 'key-1' },
    ]);
    expect(deployment.inputs[1]).not.toHaveProperty('mode');
  });

  it.each([
    [[...attach, '--dry-run']],
    [['preview', ...attach]],
    [['preview', ...attach, '--watch']],
    [['preview', 'detach', ...attach.slice(1)]],
  ])('that is tried only has none: %j', async (typed) => {
    await using deployment = await changeApi();
    await runAt(deployment, typed);
    expect(deployment.inputs).toMatchObject([{ dryRun: true }]);
    expect(deployment.inputs[0]).not.toHaveProperty('idempotencyKey');
  });

  it.each([
    [['apply', 'OP1'], { id: 'OP1', idempotencyKey: 'key-1' }],
    [['retry', 'OP1', '--failure-threshold', '0'], { id: 'OP1', failureThresholdPercent: 0 }],
    [['undo', 'OP1'], { id: 'OP1', idempotencyKey: 'key-1', dryRun: false }],
    [['undo', 'OP1', '--dry-run'], { id: 'OP1', dryRun: true }],
    [['adopt', 'OP1'], { operationId: 'OP1', idempotencyKey: 'key-1' }],
    [['cancel', 'OP1'], { id: 'OP1' }],
  ])('of an operation is asked for: %j', async (typed, input) => {
    await using deployment = await changeApi();
    expect(await runAt(deployment, ['operations', ...typed])).toMatchObject({ code: 0 });
    expect(deployment.inputs).toMatchObject([input]);
    expect(deployment.asked[0]?.query).toContain(`${typed[0] ?? ''}SecurityScanProfile`);
  });

  it('is sent again with the same key where its answer is lost', async () => {
    await using deployment = await changeApi();
    deployment.mishaps.push(lostAnswer, status(503), status(429, { 'retry-after': '3' }));
    const { code, pauses } = await runAt(deployment, ['operations', 'undo', 'OP1']);
    expect(code).toBe(0);
    expect(deployment.inputs).toMatchObject([{ idempotencyKey: 'key-1' }, { idempotencyKey: 'key-1' }]);
    expect(deployment.asked.filter(({ query }) => query.startsWith('mutation'))).toHaveLength(4);
    expect(pauses).toEqual([250, 500, 3_000]);
  });

  it.each([[['cancel', 'OP1']], [['undo', 'OP1', '--dry-run']]])(
    'that takes no key is sent once, whatever happens: %j',
    async (typed) => {
      await using deployment = await changeApi();
      deployment.mishaps.push(lostAnswer);
      const { code, notes } = await runAt(deployment, ['operations', ...typed]);
      expect(code).toBe(1);
      expect(deployment.inputs).toHaveLength(1);
      expect(notes).toContain('It may have been accepted all the same');
    },
  );

  it('that stays without an answer names its key', async () => {
    await using deployment = await changeApi();
    deployment.mishaps.push(...Array.from({ length: 6 }, () => lostAnswer));
    const { code, notes } = await runAt(deployment, ['operations', 'retry', 'OP1']);
    expect(code).toBe(1);
    expect(notes).toContain('--idempotency-key key-1');
  });

  it('that is interrupted may have been accepted, and that is said', async () => {
    await using deployment = await changeApi();
    const interruption = new AbortController();
    deployment.mishaps.push(async (_, answer) => {
      await answer();
      interruption.abort();
    });
    const { code, notes } = await runAt(deployment, ['operations', 'undo', 'OP1'], {
      signal: interruption.signal,
    });
    expect(code).toBe(130);
    expect(notes).toContain('--idempotency-key key-1');
  });

  it('that is refused is not sent again', async () => {
    await using deployment = await changeApi();
    deployment.mishaps.push(refusal('INVALID_STATE', 'It is RUNNING: wait, or cancel it'));
    const { code, notes, data } = await runAt(deployment, ['operations', 'undo', 'OP1']);
    expect({ code, data }).toEqual({ code: 1, data: '' });
    expect(notes).toBe('It is RUNNING: wait, or cancel it\n');
    expect(deployment.asked).toHaveLength(1);
  });
});

describe('what comes of a change', () => {
  it.each([
    ['SUCCEEDED', { applied: 3 }, 0],
    ['PARTIAL', { applied: 2, failed: 1 }, 2],
    ['FAILED', { failed: 3 }, 1],
    ['CANCELLED', { applied: 2, skipped: 1 }, 1],
    ['PREVIEWED', { applied: 3 }, 0],
    ['PREVIEWED', { applied: 2, failed: 1 }, 2],
    ['PREVIEWED', { failed: 1 }, 1],
    ['PENDING', {}, 0],
  ])('%s with %j is told by the exit code', async (state, counts, code) => {
    await using deployment = await changeApi({
      errors: [],
      operation: operation({ status: state, totals: totals(counts) }),
    });
    const ran = await runAt(deployment, ['operations', 'apply', 'OP1', '--json']);
    expect(ran.code).toBe(code);
    expect(JSON.parse(ran.data)).toMatchObject({ id: 'OP1', status: state, totals: totals(counts) });
  });

  it('is a success of a cancel if it ends cancelled', async () => {
    const cancelled = operation({ status: 'CANCELLED', stopReason: 'CANCELLED_BY_USER' });
    await using deployment = await changeApi({ errors: [], operation: cancelled });
    const { code, data } = await runAt(deployment, ['operations', 'cancel', 'OP1']);
    expect(code).toBe(0);
    expect(data).toContain('CANCELLED_BY_USER');
  });

  it('is shown, with the projects that could not be changed, and what can be done next', async () => {
    await using deployment = await changeApi({
      errors: ['app (top/app): it is full'],
      operation: operation(),
    });
    const { data, notes } = await runAt(deployment, ['attach', 'top', '--profile', '7']);
    expect(data).toContain('ATTACH (APPEND) of Our SAST on 1 group');
    expect(data).toContain('2026-11-22 08:50:01Z to 2026-11-22 08:50:03Z (2.5 s)');
    expect(data).toMatch(/^APPLIED +3$/m);
    expect(notes).toContain('app (top/app): it is full');
    expect(notes).toContain('npx scan-profiles operations undo OP1');
  });

  it('is nothing where the deployment gives no operation', async () => {
    await using deployment = await changeApi({ errors: ['no'], operation: null });
    expect(await runAt(deployment, ['attach', 'top', '--profile', '7', '--json'])).toMatchObject({
      code: 1,
      data: '',
      notes: 'no\n',
    });
  });

  it('is never written with the token, and never without it asked', async () => {
    await using deployment = await changeApi();
    const { data, notes } = await runAt(deployment, ['attach', 'top', '--profile', '7', '--json']);
    expect(deployment.asked.every(({ authorization }) => authorization === `Bearer ${TOKEN}`)).toBe(true);
    expect(data + notes).not.toContain(TOKEN);
  });
});

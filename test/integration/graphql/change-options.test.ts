import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TEMPLATES } from '../../../shared/domain/scan-types/templates.ts';
import { customProfiles } from '../../support/custom-profiles.ts';
import type { TestApi } from '../../support/graphql-api.ts';
import { done, operationIn, operationOf } from './support/operations.ts';
import {
  ATTACH,
  call,
  DETACH,
  DETACH_ALIAS,
  type Mutation,
  SET,
  startSmallTree,
} from './support/small-tree.ts';

let api: TestApi;

beforeEach(async () => {
  api = await startSmallTree('PROCESS');
});
afterEach(async () => api.stop());

const KEY = { idempotencyKey: 'mine' };

describe('an option that is none is refused before anything is read', () => {
  it.each([
    [{ dryRun: true, ...KEY }, /preview.*"idempotencyKey".*"dryRun"/],
    [{ failureThresholdPercent: -1 }, /"failureThresholdPercent".*0 to 100.*-1/],
    [{ failureThresholdPercent: 101 }, /"failureThresholdPercent".*0 to 100.*101/],
    [{ idempotencyKey: '' }, /"idempotencyKey".*1 to 255/],
    [{ idempotencyKey: 'x'.repeat(256) }, /"idempotencyKey".*1 to 255/],
    [{ idempotencyKey: '\ud800' }, /"idempotencyKey".*1 to 255/],
  ])('%o', async (options, message) => {
    for (const mutation of [ATTACH, SET, DETACH, DETACH_ALIAS]) {
      api.commands.length = 0;
      const answer = await call(api, mutation, { projects: [10], options });
      expect(answer.data).toEqual({ [mutation[0]]: null });
      expect(answer.errors).toMatchObject([
        { message: expect.stringMatching(message), extensions: { code: 'BAD_USER_INPUT' } },
      ]);
      expect(api.commands).toEqual([]);
    }
  });

  it('an unknown mode, and a mode of a detach', async () => {
    for (const [mutation, mode] of [
      [ATTACH, 'OTHER'],
      [DETACH, 'SET'],
    ] as const) {
      const answer = await call(api, mutation, { projects: [10], options: { mode } });
      expect(answer.errors).toMatchObject([
        { message: expect.stringContaining('mode'), extensions: { code: 'BAD_USER_INPUT' } },
      ]);
    }
  });
});

describe('the mode of an attach', () => {
  it.each([
    [ATTACH, null, 'APPEND'],
    [SET, null, 'SET'],
    [ATTACH, 'REPLACE', 'REPLACE'],
    [SET, 'FILL_PROFILE_GAPS', 'FILL_PROFILE_GAPS'],
    [SET, 'FILL_SCAN_GAPS', 'FILL_SCAN_GAPS'],
    [SET, 'APPEND', 'APPEND'],
  ] as const)('of %o with %s is %s', async (mutation, given, mode) => {
    const id = operationIn(await call(api, mutation, { projects: [10], options: { mode: given } }));
    expect(await operationOf(api, id, 'mode')).toEqual({ mode });
  });

  it('decides whom it is for', async () => {
    const [held = 0, other = 0] = await customProfiles(api.env.table, 1, 2);
    await api.world.accepted({ projectIds: [10], profile: { id: held } });
    const totals = async (mode: string): Promise<unknown> => {
      const options = { mode, dryRun: true };
      const id = await done(api, ATTACH, { profile: String(other), groups: [1], options });
      return operationOf(api, id, 'totals { applied unchanged }');
    };
    expect(await totals('REPLACE')).toEqual({ totals: { applied: 1, unchanged: 2 } });
    expect(await totals('FILL_PROFILE_GAPS')).toEqual({ totals: { applied: 2, unchanged: 1 } });
  });

  it('is nothing of a detach', async () => {
    const id = operationIn(await call(api, DETACH, { projects: [10] }));
    expect(await operationOf(api, id, 'mode')).toEqual({ mode: null });
  });
});

describe('a preview', () => {
  it('of projects has ended with the answer, says what would fail and writes no project', async () => {
    for (const id of await customProfiles(api.env.table, 1, 10))
      await api.world.accepted({ projectIds: [10], profile: { id } });
    api.commands.length = 0;
    const answer = await call(api, ATTACH, { projects: [10, 11], options: { dryRun: true } });
    expect(answer.errors).toEqual([]);
    expect(answer.data).toMatchObject({
      attachSecurityScanProfile: {
        errors: ['project-10 (group-1/project-10): the maximum of 10 scan profiles is reached'],
        operation: { status: 'PREVIEWED', totals: { projects: 2, applied: 1, failed: 1 } },
      },
    });
    expect(api.commands).not.toContain('BatchExecuteStatementCommand');
    expect(await api.world.visible(11)).toEqual([]);
  });

  it('by a template makes no profile, and shows the template', async () => {
    const id = await done(api, ATTACH, { profile: 'Sast', groups: [1], options: { dryRun: true } });
    expect(await operationOf(api, id, 'status dryRun profile { id name createdAt }')).toEqual({
      status: 'PREVIEWED',
      dryRun: true,
      profile: { id: 'gid://gitlab/Security::ScanProfile/sast', name: 'SAST (default)', createdAt: null },
    });
    const answer = await api.ask(
      '{ group(fullPath: "group-1") { availableSecurityScanProfiles { createdAt } } }',
    );
    expect(answer.data).toEqual({
      group: { availableSecurityScanProfiles: Array(TEMPLATES.length).fill({ createdAt: null }) },
    });
  });
});

describe('an idempotency key', () => {
  const TARGETS = { projects: [10, 11], groups: [2] };

  it.each<[Mutation]>([[ATTACH], [DETACH]])(
    'gives the same operation again, and its errors, for the same request by %s',
    async (mutation) => {
      const first = await call(api, mutation, { ...TARGETS, options: KEY });
      await api.world.drain();
      const second = await call(api, mutation, { groups: [2], projects: [11, 10, 11], options: KEY });
      expect(operationIn(second)).toBe(operationIn(first));
      expect(await operationOf(api, operationIn(first), 'status')).toEqual({ status: 'SUCCEEDED' });
    },
  );

  it('repeats the lines of what failed', async () => {
    for (const id of await customProfiles(api.env.table, 1, 10))
      await api.world.accepted({ projectIds: [10], profile: { id } });
    const answers = [
      await call(api, ATTACH, { projects: [10, 11], options: KEY }),
      await call(api, ATTACH, { projects: [10, 11], options: KEY }),
    ];
    expect(answers[1]?.data).toEqual(answers[0]?.data);
    expect(answers[0]?.text).toContain('maximum of 10');
    await api.world.event('ProjectDeletedEvent', { project_id: 10, namespace_id: 1 });
    // Of one that is not seen any longer only the id is told.
    expect((await call(api, ATTACH, { projects: [10, 11], options: KEY })).data).toMatchObject({
      attachSecurityScanProfile: {
        errors: ['gid://gitlab/Project/10: the maximum of 10 scan profiles is reached'],
      },
    });
  });

  it.each([
    ['another mutation', DETACH, TARGETS],
    ['another mode', SET, TARGETS],
    ['other targets', ATTACH, { projects: [10] }],
    ['another profile', ATTACH, { ...TARGETS, profile: 'sast' }],
    ['another threshold', ATTACH, { ...TARGETS, options: { ...KEY, failureThresholdPercent: 1 } }],
  ] as const)('is refused for %s', async (_name, mutation, targets) => {
    await call(api, ATTACH, { ...TARGETS, options: KEY });
    await api.world.drain();
    const answer = await call(api, mutation, { options: KEY, ...targets });
    expect(answer.errors).toMatchObject([
      { message: expect.stringContaining('another key'), extensions: { code: 'IDEMPOTENCY_CONFLICT' } },
    ]);
    expect(api.env.attachQueue.messages).toEqual([]);
  });

  it('is each caller’s own, and tells nothing to who may not change the target', async () => {
    await call(api, ATTACH, { ...TARGETS, options: KEY });
    const answer = await call(api, ATTACH, { ...TARGETS, options: KEY }, 'stranger');
    expect(answer.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});

describe('running operations', () => {
  it('are twenty of a root at most; one more names them', async () => {
    const ids: string[] = [];
    for (let index = 0; index < 20; index += 1) {
      const mutation = index % 2 === 0 ? ATTACH : DETACH;
      ids.push(operationIn(await call(api, mutation, { groups: [1] })));
    }
    const refused = await call(api, ATTACH, { groups: [2] });
    expect(refused.errors).toMatchObject([{ extensions: { code: 'TOO_MANY_OPERATIONS' } }]);
    for (const id of ids) expect(refused.errors[0]?.message).toContain(id);
    expect((await call(api, ATTACH, { projects: [10] })).errors).toEqual([]);
    await api.world.drain();
    expect((await call(api, ATTACH, { groups: [2] })).errors).toEqual([]);
  });

  it('give their handle to who asks for the same while it is the newest', async () => {
    const first = operationIn(await call(api, ATTACH, { groups: [1] }));
    expect(operationIn(await call(api, ATTACH, { groups: [1] }))).toBe(first);
    await call(api, ATTACH, { groups: [2] });
    expect(operationIn(await call(api, ATTACH, { groups: [1] }))).not.toBe(first);
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import type { OperationAnswer } from '../../../shared/pipeline/permitted.ts';
import type { AttachmentAnswer, AttachmentRequest } from '../../../shared/pipeline/request.ts';
import { listLog } from '../../../shared/storage/operation-log.ts';
import { Crash, injectFaults } from '../../support/faults.ts';
import { flatGroup, letHold } from '../../support/flat-group.ts';
import { customProfiles } from '../../support/custom-profiles.ts';
import { useTables } from '../../support/tables.ts';
import { testEnvironment } from '../../support/test-environment.ts';
import { world, type World } from '../../support/world.ts';

const DAY = 24 * 60 * 60 * 1000;

const newTable = useTables('PROCESS');
let w: World;

beforeEach(async () => {
  w = world(testEnvironment(await newTable()));
  await w.group(1, null);
  await w.group(2, 1);
  await w.group(3, 1);
  await flatGroup(w.env.table, [1], [11, 12]);
  await flatGroup(w.env.table, [2, 1], [21, 22]);
  await w.event('MemberAddedEvent', { user_id: 'colleague', access_level: 50, group_id: 1 });
});

function idIn(answer: AttachmentAnswer | OperationAnswer): string {
  if (answer.result !== 'ACCEPTED') throw new Error(`refused: ${answer.result}`);
  return answer.operation.id;
}

async function logged(): Promise<number> {
  return (await listLog(w.env.table, 1, { limit: 100 })).entries.length;
}

const KEYED = { projectIds: [11, 12], groupIds: [2, 3], idempotencyKey: 'key' } as const;

describe('a request under an idempotency key', () => {
  it('gives the same operation again, at once and after its end, whatever the order of its ids', async () => {
    const first = idIn(await w.request(KEYED));
    expect(idIn(await w.request(KEYED))).toBe(first);
    await w.drain();
    const again = { ...KEYED, projectIds: [12, 11, 12], groupIds: [3, 2] };
    const answer = await w.request(again);
    expect(answer).toMatchObject({ operation: { id: first, status: 'SUCCEEDED', totals: { applied: 4 } } });
    expect(await logged()).toBe(1);
    expect(w.env.attachQueue.messages).toEqual([]);
  });

  it.each<[string, Partial<AttachmentRequest>]>([
    ['kind', { kind: 'DETACH' }],
    ['mode', { mode: 'SET' }],
    ['profile', { profile: { template: 'sast' } }],
    ['projects', { projectIds: [11] }],
    ['groups', { groupIds: [2] }],
    ['threshold', { failureThresholdPercent: 50 }],
  ])('is refused where its %s is another than before', async (_, change) => {
    await w.request(KEYED);
    expect(await w.request({ ...KEYED, ...change })).toEqual({ result: 'IDEMPOTENCY_CONFLICT' });
    expect(await logged()).toBe(1);
  });

  it('of another caller is another', async () => {
    const first = idIn(await w.request({ ...KEYED, projectIds: [11], groupIds: [] }));
    const other = await w.request({ ...KEYED, projectIds: [12], groupIds: [], actor: 'colleague' });
    expect(idIn(other)).not.toBe(first);
  });

  it('is authorised like any other, before anything is said of an earlier one', async () => {
    await w.request(KEYED);
    await w.event('MemberRemovedEvent', { user_id: 'owner', group_id: 1 });
    expect(await w.request(KEYED)).toEqual({ result: 'DENIED' });
  });

  it('is forgotten after 24 hours, not before', async () => {
    const first = idIn(await w.request({ ...KEYED, groupIds: [] }));
    w.env.clock.advance(DAY - 1);
    expect(idIn(await w.request({ ...KEYED, groupIds: [] }))).toBe(first);
    expect(await w.request(KEYED)).toEqual({ result: 'IDEMPOTENCY_CONFLICT' });
    w.env.clock.advance(1);
    const second = idIn(await w.request({ ...KEYED, groupIds: [] }));
    expect(second).not.toBe(first);
    w.env.clock.advance(DAY - 1);
    expect(idIn(await w.request({ ...KEYED, groupIds: [] }))).toBe(second);
  });

  it('that comes many times at once is one operation', async () => {
    const keyed = { ...KEYED, groupIds: [], kind: 'DETACH' } as const;
    const answers = await Promise.all(Array.from({ length: 8 }, async () => w.request(keyed)));
    expect(new Set(answers.map(idIn)).size).toBe(1);
    expect(await logged()).toBe(1);
  });

  it('and comes with two different ones at once, is one of them, and the other is refused', async () => {
    const answers = await Promise.all([
      w.request({ ...KEYED, groupIds: [2] }),
      w.request({ ...KEYED, groupIds: [3] }),
    ]);
    expect(answers.map(({ result }) => result).toSorted()).toEqual(['ACCEPTED', 'IDEMPOTENCY_CONFLICT']);
    expect(await logged()).toBe(1);
  });

  it('tells again what failed, without trying it again', async () => {
    const ids = await customProfiles(w.env.table, 1, 11);
    await letHold(w.env.table, 1, [11], ids.slice(0, 10));
    const keyed = { projectIds: [11, 12], profile: { id: ids[10] ?? 0 }, idempotencyKey: 'key' };
    const failures = [{ projectId: 11, project: { node: { slug: 'p11' } }, code: 'LIMIT_REACHED' }];
    const first = await w.request(keyed);
    expect(first).toMatchObject({ failures });
    if (!('failures' in first)) throw new Error('it was refused');
    // Its place is read again, and with it the number of what was accepted last.
    const now = first.failures.map((each) => ({ ...each, project: { ...each.project, sequence: 1 } }));
    expect(await w.request(keyed)).toEqual({ ...first, failures: now });
  });

  it.each([
    ['before', 0],
    ['after', 1],
  ])(
    'stands for what was accepted where the function died %s it had written that',
    async (when, accepted) => {
      // So that the acceptance is all that is written.
      await customProfiles(w.env.table, 1, 1);
      const keyed = { ...KEYED, profile: { id: 1 } };
      const die = (): never => {
        throw new Crash('the function dies here');
      };
      const faults = injectFaults(w.env.table, (command) =>
        command === 'TransactWriteItemsCommand' ? { [when]: die } : undefined,
      );
      await expect(w.request(keyed)).rejects.toThrow(Crash);
      faults.stop();
      expect(await logged()).toBe(accepted);
      const id = idIn(await w.request(keyed));
      expect(await logged()).toBe(1);
      // What was not sent then is sent now, without waiting for the janitor.
      await w.drain();
      expect(await w.operation(id)).toMatchObject({ status: 'SUCCEEDED', totals: { applied: 4 } });
    },
  );
});

describe('an idempotency key of an undo', () => {
  it('gives the same undo again; of another operation, or for another purpose, it is refused', async () => {
    const one = idIn(await w.request({ projectIds: [11] }));
    const other = idIn(await w.request({ projectIds: [12] }));
    const keyed = { idempotencyKey: 'key' };
    const undo = idIn(await w.undo(one, keyed));
    expect(idIn(await w.undo(one, keyed))).toBe(undo);
    await w.drain();
    expect(idIn(await w.undo(one, keyed))).toBe(undo);
    expect(await w.undo(other, keyed)).toEqual({ result: 'IDEMPOTENCY_CONFLICT' });
    expect(await w.undo(one, { ...keyed, failureThresholdPercent: 1 })).toEqual({
      result: 'IDEMPOTENCY_CONFLICT',
    });
    expect(await w.request({ ...keyed, projectIds: [11] })).toEqual({ result: 'IDEMPOTENCY_CONFLICT' });
    expect(idIn(await w.undo(one, { ...keyed, actor: 'colleague' }))).not.toBe(undo);
  });

  it('that comes many times at once is one undo', async () => {
    const id = idIn(await w.request({ projectIds: [11] }));
    const answers = await Promise.all(
      Array.from({ length: 6 }, async () => w.undo(id, { idempotencyKey: 'key' })),
    );
    expect(new Set(answers.map(idIn)).size).toBe(1);
  });
});

describe('the same change on the same targets', () => {
  it('is one operation while it runs, whoever asks for it', async () => {
    const first = idIn(await w.request({ groupIds: [2, 3] }));
    expect(idIn(await w.request({ groupIds: [3, 2] }))).toBe(first);
    expect(idIn(await w.request({ groupIds: [2, 3], actor: 'colleague' }))).toBe(first);
    expect(w.env.attachQueue.messages).toHaveLength(1);
    await w.drain();
    expect(idIn(await w.request({ groupIds: [2, 3] }))).not.toBe(first);
  });

  it('under a key of its own is that operation too, and stays it', async () => {
    const first = idIn(await w.request({ groupIds: [2] }));
    const keyed = { groupIds: [2], idempotencyKey: 'key' };
    expect(idIn(await w.request(keyed))).toBe(first);
    await w.drain();
    expect(idIn(await w.request(keyed))).toBe(first);
    expect(await w.request({ ...keyed, groupIds: [3] })).toEqual({ result: 'IDEMPOTENCY_CONFLICT' });
  });

  it.each<[string, Partial<AttachmentRequest>]>([
    ['kind', { kind: 'DETACH' }],
    ['mode', { mode: 'SET' }],
    ['profile', { profile: { template: 'sast' } }],
    ['target', { groupIds: [3] }],
    ['threshold', { failureThresholdPercent: 50 }],
    ['being a preview', { dryRun: true }],
  ])('is another where it differs by its %s', async (_, change) => {
    const first = idIn(await w.request({ groupIds: [2] }));
    expect(idIn(await w.request({ groupIds: [2], ...change }))).not.toBe(first);
  });

  it('is a second run where something was accepted in between, so that it is the last again', async () => {
    const first = idIn(await w.request({ groupIds: [2] }));
    await w.request({ kind: 'DETACH', groupIds: [2] });
    expect(idIn(await w.request({ groupIds: [2] }))).not.toBe(first);
    await w.drain();
    expect(await w.visible(21)).toEqual(['SECRET_DETECTION']);
  });

  it('is a second run where the first is being cancelled', async () => {
    const first = idIn(await w.request({ groupIds: [2] }));
    await w.cancel(first);
    expect(idIn(await w.request({ groupIds: [2] }))).not.toBe(first);
    await w.drain();
    expect(await w.visible(21)).toEqual(['SECRET_DETECTION']);
  });

  it('asked for many times at once is one operation', async () => {
    const ask = async (): Promise<AttachmentAnswer> => w.request({ kind: 'DETACH', groupIds: [2] });
    const answers = await Promise.all(Array.from({ length: 8 }, ask));
    expect(new Set(answers.map(idIn)).size).toBe(1);
  });

  it('holds for undo, retry and apply', async () => {
    const attach = idIn(await w.request({ projectIds: [11] }));
    const first = idIn(await w.undo(attach));
    expect(idIn(await w.undo(attach))).toBe(first);
    const preview = idIn(await w.request({ projectIds: [12], dryRun: true }));
    const applied = idIn(await w.apply(preview));
    expect(idIn(await w.apply(preview))).toBe(applied);
  });
});

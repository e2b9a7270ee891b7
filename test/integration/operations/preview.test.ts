import { beforeEach, describe, expect, it } from 'vitest';
import { afterOf } from '../../../shared/domain/effect.ts';
import { ATTACH_MODES } from '../../../shared/domain/operation.ts';
import type { AttachmentRequest } from '../../../shared/pipeline/request.ts';
import { expectTruth, heldByAll, recordsOf } from '../../support/operation-records.ts';
import { projectItems } from '../../support/raw-items.ts';
import { SITUATED, situate, type Situations } from '../../support/situations.ts';
import { useTables } from '../../support/tables.ts';
import { testEnvironment } from '../../support/test-environment.ts';
import { world, type World } from '../../support/world.ts';

const newTable = useTables('PROCESS');
let w: World;
let made: Situations;

beforeEach(async () => {
  w = world(testEnvironment(await newTable()));
  made = await situate(w);
});

/** Some of them named, the others in a group: so both ways are in one operation. */
const TARGETS = { groupIds: [3], projectIds: SITUATED.filter((id) => id % 2 === 0) };

const REQUESTS: readonly (readonly [string, Partial<AttachmentRequest>])[] = [
  ...ATTACH_MODES.map((mode) => [`attach ${mode}`, { kind: 'ATTACH', mode, ...TARGETS }] as const),
  ['detach', { kind: 'DETACH', ...TARGETS }],
];

async function preview(request: Partial<AttachmentRequest>): Promise<string> {
  const { id } = await w.accepted({ profile: { id: made.target }, ...request, dryRun: true });
  await w.drain();
  return id;
}

describe.each(REQUESTS)('a preview of %s', (_, request) => {
  it('changes nothing, says what the operation then does, and is done exactly by applying it', async () => {
    const { table } = w.env;
    const before = await projectItems(table);
    expect(before.size).toBe(SITUATED.length);
    const id = await preview(request);
    expect(await projectItems(table)).toEqual(before);
    const foreseen = await recordsOf(table, id);
    const operation = await w.operation(id);
    expect(operation).toMatchObject({ status: 'PREVIEWED', pagesKnown: 2, pagesDone: 2 });

    const applied = await w.ended(await w.apply(id));
    expect(applied).toMatchObject({ totals: operation.totals, expectedProjects: SITUATED.length });
    expect(await recordsOf(table, applied.id)).toEqual(foreseen);
    await expectTruth(table, applied.id, SITUATED);
    const held = SITUATED.map((projectId) => afterOf(foreseen.get(projectId)?.effect ?? never()));
    expect(await heldByAll(table, SITUATED)).toEqual(held);
  });

  it('has the outcomes and effects of the same operation without a preview', async () => {
    const foreseen = await recordsOf(w.env.table, await preview(request));
    const { id } = await w.accepted({ profile: { id: made.target }, ...request });
    await w.drain();
    expect(await recordsOf(w.env.table, id)).toEqual(foreseen);
  });
});

function never(): never {
  throw new Error('a project was not decided');
}

describe('a preview of projects alone', () => {
  it('has ended before the answer is given', async () => {
    const before = await projectItems(w.env.table);
    const operation = await w.accepted({
      profile: { id: made.target },
      projectIds: SITUATED,
      dryRun: true,
    });
    expect(operation).toMatchObject({ status: 'PREVIEWED', totals: { applied: 3, unchanged: 3, failed: 2 } });
    expect(await projectItems(w.env.table)).toEqual(before);
  });
});

describe('a preview of an undo', () => {
  it('changes nothing, and applying it takes back what it said', async () => {
    const { table } = w.env;
    const { none, same, rival } = made.projects;
    const held = await heldByAll(table, SITUATED);
    const attach = await w.accepted({ mode: 'SET', profile: { id: made.target }, ...TARGETS });
    await w.drain();
    // Of what it did to this one half is left to be taken back.
    await w.accepted({ kind: 'DETACH', profile: { id: made.target }, projectIds: [rival] });
    const before = await projectItems(table);
    const previewed = await w.ended(await w.undo(attach.id, { dryRun: true }));
    expect(previewed).toMatchObject({ status: 'PREVIEWED', totals: { applied: 5 } });
    expect(await projectItems(table)).toEqual(before);
    const foreseen = await recordsOf(table, previewed.id);
    expect(foreseen.has(same)).toBe(false);
    expect(foreseen.get(rival)).toMatchObject({ outcome: 'APPLIED/CHANGED_SINCE' });

    await w.accepted({ profile: { id: made.rival }, projectIds: [none] });
    const applied = await w.ended(await w.apply(previewed.id));
    const records = new Map(await recordsOf(table, applied.id));
    expect(records.get(none)).toMatchObject({ outcome: 'SKIPPED/CHANGED_SINCE_PREVIEW' });
    const others = [...foreseen].filter(([id]) => id !== none);
    expect([...records].filter(([id]) => id !== none)).toEqual(others);
    await expectTruth(table, applied.id, SITUATED);
    expect(await heldByAll(table, SITUATED)).toEqual([[made.target, made.rival], ...held.slice(1)]);
  });
});

describe('a preview that is itself stopped', () => {
  it('ends CANCELLED and cannot be applied, since it is not complete', async () => {
    const { id } = await w.accepted({ profile: { id: made.target }, groupIds: [2], dryRun: true });
    const cancelled = await w.ended(await w.cancel(id));
    expect(cancelled).toMatchObject({ status: 'CANCELLED', dryRun: true });
    expect(await w.apply(id)).toMatchObject({
      result: 'INVALID_STATE',
      reason: expect.stringContaining('CANCELLED'),
    });
  });
});

describe('apply', () => {
  it('is refused for what is no preview, for one that still runs, for strangers and for what is absent', async () => {
    const real = await w.accepted({ profile: { id: made.target }, projectIds: [made.projects.none] });
    expect(await w.apply(real.id)).toMatchObject({
      result: 'INVALID_STATE',
      reason: expect.stringContaining('SUCCEEDED'),
    });
    const running = await w.accepted({ profile: { id: made.target }, groupIds: [2], dryRun: true });
    expect(await w.apply(running.id)).toMatchObject({
      result: 'INVALID_STATE',
      reason: expect.stringContaining('PENDING'),
    });
    await w.drain();
    expect(await w.apply(running.id, { actor: 'stranger' })).toEqual({ result: 'DENIED' });
    expect(await w.apply('absent')).toEqual({ result: 'DENIED' });
  });

  it('is refused once the records of the preview may be gone', async () => {
    const id = await preview({ groupIds: [2] });
    w.env.clock.advance(30 * 24 * 60 * 60 * 1000 - 1);
    const last = await w.apply(id);
    expect(last.result).toBe('ACCEPTED');
    w.env.clock.advance(1);
    const late = await w.apply(id);
    expect(late.result).toBe('EXPIRED');
  });

  it('a second time leaves everything that the first time changed', async () => {
    const id = await preview({ groupIds: [2] });
    const first = await w.ended(await w.apply(id));
    const second = await w.ended(await w.apply(id));
    expect(second.totals).toEqual({
      applied: 0,
      unchanged: first.totals.unchanged,
      skipped: first.totals.applied,
      failed: first.totals.failed,
    });
  });
});

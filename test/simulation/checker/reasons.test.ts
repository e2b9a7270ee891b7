import { expect, test } from 'vitest';
import { ended, exceptions, group, operation, page, placement, profile, project } from './support/items.ts';
import { sequence } from './support/items.ts';
import { type MadeUp, madeUp } from './support/made-up.ts';

const ten = Array.from({ length: 10 }, (_, index) => 21 + index);
const full = Object.fromEntries(ten.map((id) => [id, 'A']));

/** Operation B, which attaches profile 1 to project 101, was accepted. */
function begun(attachments: Readonly<Record<number, string>> = {}): MadeUp {
  const history = madeUp(
    group(1, null),
    group(2, null),
    ...[1, ...ten].flatMap((id) => profile(id, 1)),
    ended(operation('A', 1), {}),
    project(101, 1, { version: 1, rootId: 1, attachments }),
  );
  history.put(sequence(1, 1), operation('B', 1));
  return history;
}

/** What is called when B records that it did nothing about project 101, for this reason. */
function called(history: MadeUp, outcome: 'SKIPPED' | 'FAILED', code: string, more = {}): readonly string[] {
  const totals = outcome === 'SKIPPED' ? { skipped: 1 } : { failed: 1 };
  const header = ended(operation('B', 1), totals, more);
  history.put(header, page('B', [101]), exceptions('B', outcome, { [code]: [101] }));
  history.rest();
  return history.called;
}

const attachments = { 1: 'A' };

test('S6: what is said to be gone, or to be elsewhere, was', () => {
  for (const code of ['DELETED', 'MOVED_TO_ANOTHER_ROOT'])
    expect(called(begun(), 'SKIPPED', code)).toEqual(['S6']);
  const moved = begun();
  moved.put(placement(1), project(101, 2, { version: 2, rootId: 1 }, 1));
  expect(called(moved, 'SKIPPED', 'MOVED_TO_ANOTHER_ROOT')).toEqual([]);
  const rootless = begun();
  rootless.put(placement(1), project(101, 99, { version: 2, rootId: 1 }, 1));
  expect(called(rootless, 'SKIPPED', 'DELETED')).toEqual([]);
});

test('S6: a profile that is said to be deleted is', () => {
  expect(called(begun(), 'SKIPPED', 'PROFILE_DELETED')).toEqual(['S6']);
  const deleted = begun();
  deleted.put({ ...(profile(1, 1)[0] ?? {}), status: 'DELETING' });
  expect(called(deleted, 'SKIPPED', 'PROFILE_DELETED')).toEqual([]);
});

test('S6: an operation that is said to be cancelled was stopped', () => {
  expect(called(begun(), 'SKIPPED', 'CANCELLED')).toEqual(['S6']);
  expect(called(begun(), 'SKIPPED', 'CANCELLED', { status: 'CANCELLED', stop: {} })).toEqual([]);
});

test('S6: a project that is said to hold ten held ten', () => {
  expect(called(begun(attachments), 'FAILED', 'LIMIT_REACHED')).toEqual(['S6']);
  expect(called(begun(full), 'FAILED', 'LIMIT_REACHED')).toEqual([]);
  const room = begun(full);
  room.put({ ...(profile(21, 1)[0] ?? {}), status: 'DELETING' });
  expect(called(room, 'FAILED', 'LIMIT_REACHED')).not.toContain('S6');
});

test('S6: nothing fails for a reason that nobody knows', () => {
  expect(called(begun(), 'FAILED', 'INTERNAL')).toEqual(['S6']);
  expect(called(begun(), 'FAILED', 'CONFLICT')).toEqual([]);
});

test('S5: who comes too late comes after somebody', () => {
  expect(called(begun(), 'SKIPPED', 'SUPERSEDED')).toEqual(['S5']);
  const later = begun();
  const detach = { change: { kind: 'DETACH', profileId: 1, scanType: 'SAST' } };
  later.put(sequence(1, 2), operation('C', 2, detach));
  const nothing = exceptions('C', 'UNCHANGED', { NOT_ATTACHED: [101] });
  later.put(ended(operation('C', 2, detach), { unchanged: 1 }), page('C', [101]), nothing);
  expect(called(later, 'SKIPPED', 'SUPERSEDED')).toEqual([]);
});

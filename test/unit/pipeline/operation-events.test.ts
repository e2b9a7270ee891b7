import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EventEntry } from '../../../shared/environment/event-bus.ts';
import { EVENTS_OUT } from '../../../shared/names.ts';
import {
  attachmentEvents,
  finishedEvent,
  type ProfileChanges,
  progressedEvent,
  startedEvent,
} from '../../../shared/pipeline/operation-events.ts';

const ACCEPTED = Date.parse('2026-11-22T10:00:00.123Z');
const LATER = Date.parse('2026-11-22T10:00:05.000Z');

const operation = {
  id: '01JD9Z0000000000000000000A',
  rootId: 9970,
  change: { kind: 'ATTACH', profileId: 42, scanType: 'SAST', mode: 'SET' },
  actor: '7',
  status: 'PARTIAL',
  createdAt: ACCEPTED,
  totals: { applied: 4, unchanged: 3, skipped: 2, failed: 1 },
  pagesKnown: 5,
  pagesDone: 2,
} as const;

const HEADER = {
  version: 1,
  operation_id: operation.id,
  kind: 'ATTACH',
  root_namespace_id: 9970,
  actor: '7',
  accepted_at: '2026-11-22T10:00:00.123Z',
  dry_run: false,
  event_id: expect.stringMatching(/^[0-9a-f]{32}$/),
};
const MEASURES = {
  totals: { projects: 10, applied: 4, unchanged: 3, skipped: 2, failed: 1 },
  pages_known: 5,
  pages_done: 2,
};

describe('events about an operation', () => {
  it('say that it started when it was accepted', () => {
    expect(startedEvent(operation)).toEqual({
      detailType: 'SecurityScanProfileOperationStarted',
      detail: { ...HEADER, occurred_at: '2026-11-22T10:00:00.123Z' },
    });
  });

  it('say how far it is', () => {
    expect(progressedEvent(operation, LATER)).toEqual({
      detailType: 'SecurityScanProfileOperationProgressed',
      detail: { ...HEADER, ...MEASURES, occurred_at: '2026-11-22T10:00:05.000Z' },
    });
  });

  it('say how it ended, at the time of its end', () => {
    expect(finishedEvent({ ...operation, finishedAt: LATER })).toEqual({
      detailType: 'SecurityScanProfileOperationFinished',
      detail: { ...HEADER, ...MEASURES, status: 'PARTIAL', occurred_at: '2026-11-22T10:00:05.000Z' },
    });
  });

  it('do not say that it ended before it has', () => {
    expect(() => finishedEvent(operation)).toThrow(operation.id);
  });

  it('name the system where an event caused it', () => {
    const rehome = { ...operation, actor: 'system', change: { kind: 'REHOME' } } as const;
    expect(startedEvent(rehome).detail).toMatchObject({ kind: 'REHOME', actor: 'system' });
  });
});

function eventsOf(effects: Record<number, ProfileChanges>, now = LATER): readonly EventEntry[] {
  const byProject = Object.entries(effects).map(([id, effect]) => [Number(id), effect] as const);
  return attachmentEvents(operation, '0.1', new Map(byProject), now);
}

describe('events about attachments', () => {
  it('gather the projects of a page by what happened to them', () => {
    const events = eventsOf({
      30: { made: [42], removed: [] },
      4: { made: [42], removed: [] },
      5: { made: [42], removed: [8] },
      6: { made: [], removed: [9, 8] },
      7: { made: [], removed: [] },
    });
    const common = { ...HEADER, occurred_at: '2026-11-22T10:00:05.000Z', page_id: '0.1' };
    expect(events).toEqual([
      {
        detailType: 'security_scan_profile_attached_to_project',
        detail: { ...common, profile_ids: [42], project_ids: [4, 30] },
      },
      {
        detailType: 'security_scan_profile_replaced_on_project',
        detail: { ...common, profile_ids: [42], replaced_profile_ids: [8], project_ids: [5] },
      },
      {
        detailType: 'security_scan_profile_detached_from_project',
        detail: { ...common, profile_ids: [8, 9], project_ids: [6] },
      },
    ]);
  });

  it('are none where nothing changed', () => {
    expect(eventsOf({ 7: { made: [], removed: [] } })).toEqual([]);
  });

  it('stay well under 256 kB, however many projects they are about', () => {
    const first = Number.MAX_SAFE_INTEGER - 12_000;
    const ids = Array.from({ length: 12_000 }, (_, index) => first + index);
    const events = eventsOf(Object.fromEntries(ids.map((id) => [id, { made: [42], removed: [8] }])));
    expect(events.length).toBeGreaterThan(1);
    for (const { detail } of events) expect(JSON.stringify(detail).length).toBeLessThan(128 * 1024);
    expect(events.flatMap(({ detail }) => detail['project_ids'])).toEqual(ids);
    expect(new Set(idsOf(events)).size).toBe(events.length);
  });
});

describe('the id of an event', () => {
  const effects = { 4: { made: [42], removed: [8] }, 5: { made: [42], removed: [8] } };

  it('is the same when the page is run again', () => {
    expect(idsOf(eventsOf(effects, LATER))).toEqual(idsOf(eventsOf(effects, LATER + 60_000)));
  });

  it('is another when the page turns out to have done more', () => {
    const more = { ...effects, 6: { made: [42], removed: [8] } };
    expect(idsOf(eventsOf(more))).not.toEqual(idsOf(eventsOf(effects)));
  });

  it('tells pages, operations and kinds of event apart', () => {
    const effect = new Map([[4, { made: [42], removed: [] }]]);
    const undone = new Map([[4, { made: [], removed: [42] }]]);
    const ids = idsOf([
      startedEvent(operation),
      progressedEvent(operation, LATER),
      finishedEvent({ ...operation, finishedAt: LATER }),
      ...attachmentEvents(operation, '0.1', effect, LATER),
      ...attachmentEvents(operation, '0.2', effect, LATER),
      ...attachmentEvents(operation, '0.1', undone, LATER),
      ...attachmentEvents({ ...operation, id: 'another' }, '0.1', effect, LATER),
    ]);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

it('every change of a page is in exactly one event of its own kind, in whatever order it was read', () => {
  const ids = fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { maxLength: 3 });
  const page = fc.dictionary(
    fc.integer({ min: 1, max: 40 }).map(String),
    fc.record({ made: ids, removed: ids }),
  );
  fc.assert(
    fc.property(page, (effects) => {
      const told = eventsOf(effects).flatMap(({ detailType, detail }) =>
        [detail['project_ids']].flat().map((id) => {
          const { profile_ids: profiles, replaced_profile_ids: replaced = [] } = detail;
          const changes =
            detailType === EVENTS_OUT.detached
              ? { made: [], removed: profiles }
              : { made: profiles, removed: replaced };
          return [String(id), changes] as const;
        }),
      );
      const changed = Object.entries(effects).flatMap(([id, { made, removed }]) =>
        made.length + removed.length === 0
          ? []
          : [[id, { made: made.toSorted(), removed: removed.toSorted() }] as const],
      );
      expect(told).toHaveLength(changed.length);
      expect(Object.fromEntries(told)).toEqual(Object.fromEntries(changed));
      const reversed = Object.fromEntries(
        Object.entries(effects).map(([id, { made, removed }]) => [
          id,
          { made: made.toReversed(), removed: removed.toReversed() },
        ]),
      );
      expect(eventsOf(reversed)).toEqual(eventsOf(effects));
    }),
  );
});

function idsOf(events: readonly EventEntry[]): readonly unknown[] {
  return events.map(({ detail }) => detail['event_id']);
}

import { beforeEach, describe, expect, it } from 'vitest';
import { EVENTS_OUT } from '../../../shared/names.ts';
import { listAllPages } from '../../../shared/storage/page-records.ts';
import { customProfiles } from '../../support/custom-profiles.ts';
import { injectFaults } from '../../support/faults.ts';
import { letHold } from '../../support/flat-group.ts';
import { heldBy } from '../../support/operation-records.ts';
import { useTables } from '../../support/tables.ts';
import { testEnvironment } from '../../support/test-environment.ts';
import { world, type World } from '../../support/world.ts';

const newTable = useTables('ENGINE');
let w: World;

beforeEach(async () => {
  w = world(testEnvironment(await newTable()));
  await w.group(1, null);
  await w.group(2, 1);
  await w.group(3, 1);
  for (const id of [21, 22]) await w.project(id, 2);
  await w.project(31, 3);
});

describe('a page that two workers have at once', () => {
  it.each([
    ['ended', [2]],
    ['is still running', [2, 3]],
  ])(
    'tells what the second of them did when the first had found a project full, and the operation %s',
    async (_, groupIds) => {
      const [first = 0, ...others] = await customProfiles(w.env.table, 1, 11);
      const last = others.at(-1) ?? 0;
      await letHold(w.env.table, 1, [21], [first, ...others.slice(0, -1)]);
      const { id } = await w.accepted({ profile: { id: last }, groupIds });
      const [message] = w.env.attachQueue.messages;
      if (!message) throw new Error('nothing was sent');
      // Delivered twice: this run is paused before it reads the projects, until the other one is through.
      let paused = false;
      const faults = injectFaults(w.env.table, (command) => {
        if (paused || command !== 'BatchGetItemCommand') return undefined;
        paused = true;
        return {
          before: async () => {
            w.env.attachQueue.messages.push(message);
            await w.deliver();
            await w.accepted({ kind: 'DETACH', profile: { id: first }, projectIds: [21] });
          },
        };
      });
      await w.deliver();
      faults.stop();
      expect(paused).toBe(true);
      await w.drain();
      expect(await w.operation(id)).toMatchObject({
        status: 'SUCCEEDED',
        totals: { applied: groupIds.length + 1, failed: 0 },
        repeats: 1,
      });
      expect(await heldBy(w.env.table, 21)).toContain(last);
      const pages = await listAllPages(w.env.table, id);
      const told = pages.flatMap(({ effects }) => effects.get(21)?.made ?? []);
      expect(told).toEqual([last]);
      const attached = w.env.events.published.filter(({ detailType }) => detailType === EVENTS_OUT.attached);
      expect(attached.flatMap(({ detail }) => detail['project_ids'])).toContain(21);
    },
  );
});

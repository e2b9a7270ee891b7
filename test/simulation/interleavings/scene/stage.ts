import type { Table } from '../../../../shared/environment/environment.ts';
import { customProfiles } from '../../../support/custom-profiles.ts';
import { testEnvironment } from '../../../support/test-environment.ts';
import { world } from '../../../support/world.ts';
import type { RawItem } from '../../observed.ts';
import { type Footprint, footprint } from '../../table/footprint.ts';
import { inProcessTable } from '../../table/in-process-table.ts';
import type { Change, Snapshot, Store } from '../../table/store/store.ts';
import {
  FIRST_PROFILE,
  MOVING_PROJECT,
  NEW_ROOT,
  OLD_ROOT,
  SECOND_PROFILE,
  STAYING_PROJECT,
} from './cast.ts';
import { NOON } from './surroundings.ts';

/** The table on which the schedules of a scene are run, one after the other, and what a step does to it. */
export interface Stage {
  readonly table: Table;
  readonly store: Store;
  readonly base: readonly RawItem[];
  /** Everything is again as at the beginning; from now on `onWrite` is told of what is written. */
  reset(onWrite: (changes: readonly Change[]) => void): void;
  /** What the commands touched since this was asked last: writes are those that changed something. */
  touched(): Footprint;
}

const GROUP = 2;

export async function newStage(): Promise<Stage> {
  let reads: Footprint['reads'] = [];
  let changed: Change[] = [];
  const { table, store } = inProcessTable({
    now: () => NOON,
    onCommand(name, input) {
      const found = footprint(name, input);
      const written = found.writes.map(({ PK, SK }) => ({ PK, from: SK, to: SK }));
      reads = found.reads === 'EVERYTHING' ? found.reads : [...found.reads, ...written];
    },
  });
  const base = await furnish(table, store);
  return {
    table,
    store,
    base: [...store.items()],
    reset(onWrite) {
      store.restore(base);
      store.onWrite = (changes): void => {
        changed.push(...changes);
        onWrite(changes);
      };
    },
    touched() {
      const found = { reads, writes: changed.map(({ PK, SK }) => ({ PK, SK })) };
      [reads, changed] = [[], []];
      return found;
    },
  };
}

async function furnish(table: Table, store: Store): Promise<Snapshot> {
  const tree = world(testEnvironment(table, { now: NOON }));
  await tree.group(OLD_ROOT, null);
  await tree.group(GROUP, OLD_ROOT);
  await tree.group(NEW_ROOT, null);
  for (const id of [MOVING_PROJECT, STAYING_PROJECT]) await tree.project(id, GROUP);
  const ids = await customProfiles(table, OLD_ROOT, 2);
  if (ids.join() !== [FIRST_PROFILE, SECOND_PROFILE].join())
    throw new Error('the profiles have other numbers');
  return store.snapshot();
}

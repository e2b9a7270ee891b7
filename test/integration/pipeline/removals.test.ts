import { beforeEach, describe, expect, it } from 'vitest';
import { groupRef } from '../../../shared/domain/node.ts';
import { removalsIn } from '../../../shared/domain/removals.ts';
import { readNode } from '../../../shared/storage/nodes.ts';
import { listAllPages } from '../../../shared/storage/page-records.ts';
import { Crash, injectFaults } from '../../support/faults.ts';
import { useTables } from '../../support/tables.ts';
import { testEnvironment } from '../../support/test-environment.ts';
import { world, type World } from '../../support/world.ts';

const newTable = useTables('PROCESS');
let w: World;

beforeEach(async () => {
  w = await newWorld();
});

/** Below group 2, of root 1: 21 holds profiles 1 and 2, 22 profile 1, 23 none. Root 9 is elsewhere. */
async function newWorld(): Promise<World> {
  const fresh = world(testEnvironment(await newTable()));
  await fresh.group(1, null);
  await fresh.group(2, 1);
  await fresh.group(9, null);
  for (const id of [21, 22, 23]) await fresh.project(id, 2);
  await fresh.accepted({ projectIds: [21, 22] });
  await fresh.accepted({ profile: { template: 'sast' }, projectIds: [21] });
  return fresh;
}

/** Moves group 2 to root 9. Answers the id of the re-home. */
async function move(): Promise<string> {
  await w.event('GroupTransferredEvent', { group_id: 2, new_root_namespace_id: 9, new_parent_id: 9 });
  const id = (await readNode(w.env.table, groupRef(2)))?.transfer?.operationId;
  if (id === undefined) throw new Error('nothing was moved');
  return id;
}

async function removed(id: string): Promise<unknown> {
  const pages = await listAllPages(w.env.table, id);
  return Object.fromEntries(removalsIn(pages.map(({ effects }) => effects)));
}

const EVERYTHING = { 21: [1, 2], 22: [1] };

describe('a re-home', () => {
  it('records what it removed, by project', async () => {
    const id = await move();
    expect(await removed(id)).toEqual({});
    await w.drain();
    expect(await removed(id)).toEqual(EVERYTHING);
  });

  it('records it once where its pages come again', async () => {
    const id = await move();
    const messages = [...w.env.attachQueue.messages];
    await w.drain();
    const recorded = await listAllPages(w.env.table, id);
    w.env.attachQueue.messages.push(...messages);
    await w.drain();
    expect(await listAllPages(w.env.table, id)).toEqual(recorded);
    expect(await removed(id)).toEqual(EVERYTHING);
  });

  it('records what another handler removed in its name', async () => {
    const id = await move();
    await w.accepted({ profile: { template: 'sast' }, projectIds: [21] });
    await w.drain();
    expect(await removed(id)).toEqual(EVERYTHING);
  });

  it('records the same at whichever call its worker dies', async () => {
    for (let fatal = 1; ; fatal += 1) {
      w = await newWorld();
      const id = await move();
      const messages = [...w.env.attachQueue.messages];
      const die = (): never => {
        throw new Crash('the function dies here');
      };
      const faults = injectFaults(w.env.table, (_command, call) =>
        call === fatal ? { after: die } : undefined,
      );
      const survived = await w.drain().then(
        () => true,
        (error: unknown) => {
          if (error instanceof Crash) return false;
          throw error;
        },
      );
      faults.stop();
      w.env.attachQueue.messages.push(...messages);
      await w.drain();
      expect(await removed(id), `died at call ${fatal}`).toEqual(EVERYTHING);
      if (survived) break;
    }
  });
});

describe('a page of an attach', () => {
  it('records nothing where nothing was removed', async () => {
    const { id } = await w.accepted({ profile: { template: 'dependency_scanning' }, groupIds: [2] });
    await w.drain();
    expect(await removed(id)).toEqual({});
  });
});

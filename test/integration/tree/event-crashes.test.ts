import { beforeEach, describe, expect, it } from 'vitest';
import { projectRef } from '../../../shared/domain/node.ts';
import { listEdges } from '../../../shared/storage/edges.ts';
import { readProjects } from '../../../shared/storage/nodes.ts';
import { applyEvent } from '../../../shared/tree/apply-event.ts';
import { findByPath } from '../../../shared/tree/find-by-path.ts';
import { Crash, type Fault, injectFaults } from '../../support/faults.ts';
import { useTables } from '../../support/tables.ts';
import { testEnvironment } from '../../support/test-environment.ts';
import { world, type World } from '../../support/world.ts';

const newTable = useTables('PROCESS');
let w: World;

beforeEach(async () => {
  w = await newWorld();
});

async function newWorld(): Promise<World> {
  const made = world(testEnvironment(await newTable()));
  await made.group(1, null);
  await made.group(2, 1);
  await made.group(9, null);
  for (const id of [11, 12]) await made.project(id, 2);
  await made.accepted({ groupIds: [1] });
  await made.drain();
  return made;
}

const crash = (): never => {
  throw new Crash('the function dies here');
};

const FAULTS: [string, Fault][] = [
  ['before a call takes effect', { before: crash }],
  ['after a call took effect', { after: crash }],
];

/** One event, with one id, however often it is received. */
const TRANSFER = {
  id: 'the-event',
  'detail-type': 'GroupTransferredEvent',
  time: '2026-11-22T12:00:00Z',
  detail: { group_id: 2, old_root_namespace_id: 1, new_root_namespace_id: 9 },
};

describe.each(FAULTS)('a clean-up worker that dies %s', (_, fault) => {
  it('ends with the group moved and cleaned up once, at whichever call it dies', async () => {
    let died = 0;
    for (let fatal = 1; ; fatal += 1) {
      w = await newWorld();
      const faults = injectFaults(w.env.table, (_command, call) => (call === fatal ? fault : undefined));
      const survived = await applyEvent(w.env, TRANSFER).then(
        () => true,
        (error: unknown) => {
          if (error instanceof Crash) return false;
          throw error;
        },
      );
      faults.stop();
      if (survived) break;
      died += 1;

      await applyEvent(w.env, TRANSFER);
      await w.drain();
      const projects = [...(await readProjects(w.env.table, [11, 12])).values()];
      expect(
        projects.map(({ state }) => [state.rootId, state.attachments]),
        `died at call ${fatal}`,
      ).toEqual([
        [9, {}],
        [9, {}],
      ]);
      expect(await findByPath(w.env.table, 'project', 'group-9/group-2/project-11')).toMatchObject(
        projectRef(11),
      );
    }
    expect(died).toBeGreaterThan(5);
  });
});

/** Runs `meanwhile` once, just before the first transaction is sent. */
async function interrupted(work: () => Promise<void>, meanwhile: () => Promise<void>): Promise<void> {
  let due = true;
  const faults = injectFaults(w.env.table, (command) => {
    if (!due || command !== 'TransactWriteItemsCommand') return undefined;
    due = false;
    return { before: meanwhile };
  });
  await work();
  faults.stop();
  expect(due).toBe(false);
}

describe('a deletion that crosses a rename', () => {
  it('leaves no child behind that is not there, and gives way to what is later', async () => {
    await interrupted(
      async () => w.event('ProjectDeletedEvent', { project_id: 12 }, '2026-11-22T12:00:05Z'),
      async () => w.event('ProjectRenamedEvent', { project_id: 12, path: 'renamed' }, '2026-11-22T12:00:04Z'),
    );
    const { edges } = await listEdges(w.env.table, { groupId: 2 });
    expect(edges.map(({ child }) => child.id)).toEqual([11]);
  });
});

describe('two moves of one second', () => {
  it('are not undone by the first of them received again', async () => {
    const move = (id: string, from: number, to: number) => ({
      ...TRANSFER,
      id,
      'detail-type': 'ProjectTransferredEvent',
      detail: { project_id: 12, old_namespace_id: from, new_namespace_id: to },
    });
    for (const event of [move('there', 2, 9), move('back', 9, 2), move('there', 2, 9)])
      await applyEvent(w.env, event);
    expect(await findByPath(w.env.table, 'project', 'group-1/group-2/project-12')).toMatchObject(
      projectRef(12),
    );
    expect(await w.visible(12)).toEqual(['SECRET_DETECTION']);
  });
});

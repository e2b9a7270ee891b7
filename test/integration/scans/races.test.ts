import { beforeEach, describe, expect, it } from 'vitest';
import { injectFaults } from '../../support/faults.ts';
import { type Scans, scansOf } from '../../support/scans.ts';
import { useTables } from '../../support/tables.ts';
import { testEnvironment } from '../../support/test-environment.ts';
import { world, type World } from '../../support/world.ts';

const newTable = useTables('ENGINE');
let w: World;
let scans: Scans;

/** Project 11 in group 2 of root 1, with the recommended profile of SAST. */
const SAST = { profile: { template: 'sast' }, projectIds: [11] };

beforeEach(async () => {
  w = world(testEnvironment(await newTable()));
  scans = scansOf(w.env);
  await w.group(1, null);
  await w.group(2, 1);
  await w.group(9, null);
  await w.project(11, 2);
  await w.accepted(SAST);
});

/** Does something else right before the first write of a report. */
async function meanwhile(other: () => Promise<unknown>, report: () => Promise<void>): Promise<void> {
  let isDone = false;
  const faults = injectFaults(w.env.table, (command) => {
    if (isDone || !/Put|TransactWrite/.test(command)) return undefined;
    isDone = true;
    return {
      before: async () => {
        await other();
      },
    };
  });
  await report();
  faults.stop();
  expect(isDone).toBe(true);
}

async function detach(): Promise<void> {
  await w.ended(await w.request({ ...SAST, kind: 'DETACH' }));
}

describe('reports of one project at once', () => {
  it('all count: the one that comes second reads again', async () => {
    await Promise.all(
      Array.from({ length: 10 }, async (_, index) =>
        scans.finished(11, { build_id: index + 1, result: 'failed' }),
      ),
    );
    expect(await scans.statuses(11)).toEqual([[1, 'FAILED', 10, 0]]);
  });

  it('all count where one comes between reading and writing, the first of all and a later one', async () => {
    for (const length of [2, 4]) {
      await meanwhile(
        async () => scans.finished(11),
        async () => scans.finished(11),
      );
      expect(await scans.statuses(11)).toEqual([[1, 'ACTIVE', 0, length]]);
    }
  });

  it('count once where the reply to a write was lost', async () => {
    await scans.finished(11);
    let lost = 0;
    const faults = injectFaults(w.env.table, (command) =>
      command === 'PutItemCommand' && (lost += 1) === 1
        ? {
            after: () => {
              throw new Error('the reply was lost');
            },
          }
        : undefined,
    );
    await expect(scans.finished(11, { build_id: 'x' })).rejects.toThrow('the reply was lost');
    await scans.finished(11, { build_id: 'x' });
    faults.stop();
    expect(await scans.statuses(11)).toEqual([[1, 'ACTIVE', 0, 2]]);
  });
});

describe('a report while the profile is detached', () => {
  it('shows nothing', async () => {
    await meanwhile(detach, async () => scans.finished(11));
    expect(await scans.statuses(11)).toEqual([]);
  });

  it('is nothing to an attachment that is made later: it starts with PENDING', async () => {
    await meanwhile(detach, async () => scans.finished(11));
    await w.accepted(SAST);
    expect(await scans.statuses(11)).toEqual([[1, 'PENDING', 0, 0]]);
    await scans.finished(11, { result: 'failed' });
    expect(await scans.statuses(11)).toEqual([[1, 'WARNING', 1, 0]]);
  });

  it('is nothing to an attachment that is made in the meantime', async () => {
    await scans.finished(11);
    await meanwhile(
      async () => {
        await detach();
        await w.accepted(SAST);
      },
      async () => scans.finished(11),
    );
    expect(await scans.statuses(11)).toEqual([[1, 'PENDING', 0, 0]]);
  });

  it('creates nothing once it is detached', async () => {
    await detach();
    await scans.finished(11);
    expect(await scans.stored(11)).toBeUndefined();
  });
});

describe('an attachment that was taken away', () => {
  beforeEach(async () => {
    await scans.finished(11, { result: 'failed' });
  });

  it('and is made anew starts with PENDING', async () => {
    await detach();
    expect(await scans.statuses(11)).toEqual([]);
    await w.accepted(SAST);
    expect(await scans.statuses(11)).toEqual([[1, 'PENDING', 0, 0]]);
  });

  it('and is put back by an undo goes on where it was', async () => {
    const { id } = await w.ended(await w.request({ ...SAST, kind: 'DETACH' }));
    await w.ended(await w.undo(id));
    expect(await scans.statuses(11)).toEqual([[1, 'WARNING', 1, 0]]);
  });

  it('keeps what was reported when it is attached again while it is attached', async () => {
    await w.accepted(SAST);
    await w.accepted({ ...SAST, mode: 'SET' });
    expect(await scans.statuses(11)).toEqual([[1, 'WARNING', 1, 0]]);
  });
});

describe('a project that moves to another root', () => {
  const move = async (): Promise<void> =>
    w.event('ProjectTransferredEvent', { project_id: 11, old_namespace_id: 2, new_namespace_id: 9 });

  it('takes no report for what it had, before and after the clean-up', async () => {
    await move();
    await scans.finished(11);
    await w.drain();
    await scans.finished(11);
    expect(await scans.stored(11)).toBeUndefined();
  });

  it('shows nothing of a report that crosses the move, also when it comes back', async () => {
    await meanwhile(move, async () => scans.finished(11));
    await w.drain();
    await w.event('ProjectTransferredEvent', { project_id: 11, new_namespace_id: 2 });
    await w.drain();
    await w.accepted(SAST);
    expect(await scans.statuses(11)).toEqual([[1, 'PENDING', 0, 0]]);
  });

  it('whose group moves shows nothing of the root that it left', async () => {
    await scans.finished(11);
    await w.event('GroupTransferredEvent', { group_id: 2, new_parent_id: 9 });
    expect(await scans.statuses(11)).toEqual([]);
  });
});

describe('a project that is deleted while a report is under way', () => {
  const remove = async (): Promise<void> => {
    w.env.clock.advance(1_000);
    await w.event('ProjectDeletedEvent', { project_id: 11 });
  };

  it('leaves nothing behind of the first one', async () => {
    await meanwhile(remove, async () => scans.finished(11));
    expect(await scans.stored(11)).toBeUndefined();
  });

  it('leaves nothing behind of later ones', async () => {
    await scans.finished(11);
    await meanwhile(remove, async () => scans.finished(11));
    expect(await scans.stored(11)).toBeUndefined();
  });

  it('has nothing of its former life when it is created again', async () => {
    await scans.finished(11, { result: 'failed' });
    await meanwhile(
      async () => {
        await remove();
        w.env.clock.advance(1_000);
        await w.event('ProjectCreatedEvent', { project_id: 11, namespace_id: 2, path: 'again' });
        await w.accepted(SAST);
        await scans.finished(11);
      },
      async () => scans.finished(11, { result: 'failed' }),
    );
    const { histories = {} } = (await scans.stored(11)) ?? {};
    expect(histories[1]?.recent.map(({ result }) => result)).toEqual(['FAILED', 'SUCCESS']);
  });
});

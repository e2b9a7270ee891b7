import { beforeEach, describe, expect, it } from 'vitest';
import { projectRef } from '../../../shared/domain/node.ts';
import { readNode } from '../../../shared/storage/nodes.ts';
import { inProcessTable } from '../../simulation/table/in-process-table.ts';
import { testEnvironment } from '../../support/test-environment.ts';
import { world, type World } from '../../support/world.ts';

const MINUTE = 60_000;

let w: World;

/** Root 1 with group 10 and project 11 in it. */
beforeEach(async () => {
  w = world(testEnvironment(inProcessTable().table));
  await w.group(1, null);
  await w.group(10, 1);
  await w.project(11, 10);
});

function inMinutes(minutes: number): string {
  return new Date(w.env.clock.now() + minutes * MINUTE).toISOString();
}

async function parent(): Promise<number | null | undefined> {
  return (await readNode(w.env.table, projectRef(11)))?.parentId;
}

describe('an event that is dated ahead', () => {
  const move = { project_id: 11, new_namespace_id: 1 };

  it('fails, says why, and holds against nothing that happens until then', async () => {
    await expect(w.event('ProjectTransferred', move, inMinutes(6))).rejects.toThrow('correct the clock');
    await expect(
      w.event('ProjectDeleted', { project_id: 11, occurred_at: '9999-12-31T23:59:59Z' }),
    ).rejects.toThrow('9999-12-31T23:59:59.000Z');
    expect(await parent()).toBe(10);
    await w.event('ProjectTransferred', move);
    expect(await parent()).toBe(1);
  });

  it('takes effect when it is sent again at its time', async () => {
    const time = inMinutes(6);
    await expect(w.event('ProjectTransferred', move, time)).rejects.toThrow();
    w.env.clock.advance(2 * MINUTE);
    await w.event('ProjectTransferred', move, time);
    expect(await parent()).toBe(1);
  });

  it('by no more than clocks differ is taken', async () => {
    await w.event('ProjectTransferred', move, inMinutes(4));
    expect(await parent()).toBe(1);
  });
});

import { describe, expect, it } from 'vitest';
import { readProjects } from '../../../shared/storage/nodes.ts';
import { Crash, type Fault, injectFaults } from '../../support/faults.ts';
import { useTables } from '../../support/tables.ts';
import { testEnvironment } from '../../support/test-environment.ts';
import { world, type World } from '../../support/world.ts';

const newTable = useTables('PROCESS');

const PROJECTS = [11, 12, 13, 14];

async function newWorld(): Promise<World> {
  const w = world(testEnvironment(await newTable()));
  await w.group(1, null);
  await w.group(2, 1);
  for (const id of PROJECTS) await w.project(id, id % 2 === 0 ? 1 : 2);
  return w;
}

const crash = (): never => {
  throw new Crash('the function dies here');
};

const FAULTS: Record<string, Fault> = {
  'before a call takes effect': { before: crash },
  'after a call took effect': { after: crash },
};

describe.each(Object.entries(FAULTS))('a worker that dies %s', (_, fault) => {
  it('ends with the same attachments and totals, at whichever call it dies', async () => {
    let died = 0;
    for (let fatal = 1; ; fatal += 1) {
      const w = await newWorld();
      await w.accepted({ groupIds: [2] });
      await w.drain();
      const { id } = await w.accepted({ groupIds: [1] });
      const [message] = w.env.attachQueue.messages;
      if (!message) throw new Error('no message was sent');

      const faults = injectFaults(w.env.table, (_command, call) => (call === fatal ? fault : undefined));
      const survived = await w.drain().then(
        () => true,
        (error: unknown) => {
          if (error instanceof Crash) return false;
          throw error;
        },
      );
      faults.stop();
      if (survived) break;
      died += 1;

      w.env.attachQueue.messages.push(message);
      await w.drain();
      w.env.clock.advance(241_000);
      await w.janitor();
      await w.drain();
      const operation = await w.operation(id);
      expect(operation, `died at call ${fatal}`).toMatchObject({
        status: 'SUCCEEDED',
        totals: { applied: 2, unchanged: 2, skipped: 0, failed: 0 },
      });
      const held = [...(await readProjects(w.env.table, PROJECTS)).values()];
      expect(held.map(({ state }) => Object.keys(state.attachments).length)).toEqual([1, 1, 1, 1]);
    }
    expect(died).toBeGreaterThan(8);
  });
});

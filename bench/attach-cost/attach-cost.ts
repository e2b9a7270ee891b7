import type { Table } from '../../shared/environment/environment.ts';
import { setMember } from '../../shared/tree/set-member.ts';
import { newTable, startEngine } from '../../test/support/engine.ts';
import { testEnvironment } from '../../test/support/test-environment.ts';
import { world } from '../../test/support/world.ts';
import type { Bench } from '../bench.ts';
import { type Consumption, meter } from '../meter.ts';
import { plant, type Shape, SHAPES, SHORT_SHAPES } from './trees.ts';

interface Row {
  readonly tree: string;
  readonly operation: string;
  readonly projects: number;
  readonly consumed: Consumption;
  /** Published on the bus. */
  readonly events: number;
}

/**
 * What operations cost at the table: calls, write units and read units a project, counted from the engine's answers. The
 * product's own code runs in this process; messages are delivered one after the other.
 */
export const attachCost: Bench = {
  name: 'attach-cost',
  about: 'calls and capacity units a project, of each kind of operation, on trees of several shapes',
  async run({ progress, short }) {
    const engine = await startEngine();
    try {
      const rows: Row[] = [];
      for (const shape of short ? SHORT_SHAPES : SHAPES) {
        progress(shape.name);
        rows.push(...(await costsOn(shape, await newTable(engine.endpoint))));
      }
      return [{ title: 'What an operation costs at the table', columns: COLUMNS, rows: rows.map(cellsOf) }];
    } finally {
      await engine.stop();
    }
  },
};

/** A top-level group below which the tree is moved in the end. */
const ELSEWHERE = 1_000_000;

const COLUMNS = [
  'Tree',
  'Operation',
  'Projects',
  'Calls each',
  'Write units each',
  'Read units each',
  'Events',
];

function cellsOf({ tree, operation, projects, consumed, events }: Row): readonly (string | number)[] {
  const { calls, writeUnits, readUnits } = consumed;
  const each = [calls, writeUnits, readUnits].map((units) => units / projects);
  return [tree, operation, projects, ...each, events];
}

async function costsOn(shape: Shape, table: Table): Promise<readonly Row[]> {
  const env = testEnvironment(table);
  const projectIds = await plant(env, shape);
  const at = env.clock.now();
  await setMember(env, { ref: { kind: 'group', id: 1 }, userId: 'owner', accessLevel: 50, at });
  const w = world(env);
  const rows: Row[] = [];
  /** Has an operation done to its end. The next one comes when it has been settled for long. */
  const done = async <Asked>(request: () => Promise<Asked>): Promise<Asked> => {
    const asked = await request();
    await w.drain();
    env.clock.advance(2 * 60 * 60 * 1000);
    return asked;
  };
  const measure = async <Asked>(
    operation: string,
    request: () => Promise<Asked>,
    projects = projectIds.length,
  ): Promise<Asked> => {
    const metered = meter(env.table);
    const before = env.events.published.length;
    const asked = await done(request);
    const events = env.events.published.length - before;
    rows.push({ tree: shape.name, operation, projects, consumed: metered.read(), events });
    return asked;
  };
  const root = { groupIds: [1] };
  const one = { projectIds: projectIds.slice(0, 1) };
  // The first with a template makes its profile.
  await measure('the first attach to one project', async () => w.accepted(one), 1);
  await measure('detach from one project', async () => w.accepted({ ...one, kind: 'DETACH' }), 1);
  await measure('attach to one project', async () => w.accepted(one), 1);
  await done(async () => w.accepted({ ...one, kind: 'DETACH' }));
  await measure('preview of the next', async () => w.accepted({ ...root, dryRun: true }));
  await measure('attach to the root', async () => w.accepted(root));
  await measure('the same again', async () => w.accepted(root));
  const detach = await measure('detach from the root', async () => w.accepted({ ...root, kind: 'DETACH' }));
  const undone = await measure('undo of the detach', async () => w.undo(detach.id));
  if (undone.result !== 'ACCEPTED') throw new Error(`refused: ${undone.result}`);
  await w.group(ELSEWHERE, null);
  await measure('re-home of the root', async () =>
    w.event('GroupTransferredEvent', {
      group_id: 1,
      old_root_namespace_id: 1,
      new_root_namespace_id: ELSEWHERE,
      new_parent_id: ELSEWHERE,
    }),
  );
  return rows;
}

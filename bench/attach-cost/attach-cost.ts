import type { Table } from '../../shared/environment/environment.ts';
import { runMessage } from '../../functions/attach-worker/run-message.ts';
import { pageMessage } from '../../shared/pipeline/message.ts';
import { type AttachmentRequest, requestAttachment } from '../../shared/pipeline/request.ts';
import { requestUndo } from '../../shared/pipeline/request-undo.ts';
import { setMember } from '../../shared/tree/set-member.ts';
import { newTable, startEngine } from '../../test/support/engine.ts';
import { testEnvironment, type TestEnvironment } from '../../test/support/test-environment.ts';
import type { Bench } from '../bench.ts';
import { type Consumption, meter } from '../meter.ts';
import { plant, type Shape, SHAPES, SHORT_SHAPES } from './trees.ts';

interface Row {
  readonly tree: string;
  readonly operation: string;
  readonly projects: number;
  readonly consumed: Consumption;
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

const COLUMNS = ['Tree', 'Operation', 'Projects', 'Calls each', 'Write units each', 'Read units each'];

function cellsOf({ tree, operation, projects, consumed }: Row): readonly (string | number)[] {
  const { calls, writeUnits, readUnits } = consumed;
  return [tree, operation, projects, ...[calls, writeUnits, readUnits].map((units) => units / projects)];
}

async function costsOn(shape: Shape, table: Table): Promise<readonly Row[]> {
  const env = testEnvironment(table);
  const projectIds = await plant(env, shape);
  const at = env.clock.now();
  await setMember(env, { ref: { kind: 'group', id: 1 }, userId: 'owner', accessLevel: 50, at });
  const rows: Row[] = [];
  const measure = async (
    operation: string,
    request: () => Promise<string>,
    projects = projectIds.length,
  ): Promise<string> => {
    const metered = meter(env.table);
    const id = await done(env, request);
    rows.push({ tree: shape.name, operation, projects, consumed: metered.read() });
    return id;
  };
  const root = { groupIds: [1] };
  const one = { projectIds: projectIds.slice(0, 1) };
  await measure('attach to one project', async () => change(env, 'ATTACH', one), 1);
  await done(env, async () => change(env, 'DETACH', one));
  await measure('preview of the next', async () => change(env, 'ATTACH', { ...root, dryRun: true }));
  await measure('attach to the root', async () => change(env, 'ATTACH', root));
  await measure('the same again', async () => change(env, 'ATTACH', root));
  const detach = await measure('detach from the root', async () => change(env, 'DETACH', root));
  await measure('undo of the detach', async () => undo(env, detach));
  return rows;
}

async function change(
  env: TestEnvironment,
  kind: 'ATTACH' | 'DETACH',
  target: Partial<AttachmentRequest>,
): Promise<string> {
  const answer = await requestAttachment(env, {
    kind,
    mode: 'APPEND',
    actor: 'owner',
    profile: { template: 'secret_detection' },
    projectIds: [],
    groupIds: [],
    deadline: env.clock.now() + 20_000,
    ...target,
  });
  if (answer.result !== 'ACCEPTED') throw new Error(`refused: ${answer.result}`);
  return answer.operation.id;
}

async function undo(env: TestEnvironment, operationId: string): Promise<string> {
  const answer = await requestUndo(env, { operationId, actor: 'owner' });
  if (answer.result !== 'ACCEPTED') throw new Error(`refused: ${answer.result}`);
  return answer.operation.id;
}

/** Requests an operation and delivers all its messages. */
async function done(env: TestEnvironment, request: () => Promise<string>): Promise<string> {
  const id = await request();
  for (let message = env.attachQueue.messages.shift(); message; message = env.attachQueue.messages.shift()) {
    await runMessage(env, pageMessage.parse(JSON.parse(message.body)), env.clock.now() + 20_000);
  }
  // The next operation comes when the last one has been settled for long.
  env.clock.advance(2 * 60 * 60 * 1000);
  return id;
}

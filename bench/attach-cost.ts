import { runMessage } from '../functions/attach-worker/run-message.ts';
import { pageMessage } from '../shared/pipeline/message.ts';
import { type AttachmentRequest, requestAttachment } from '../shared/pipeline/request.ts';
import { requestUndo } from '../shared/pipeline/request-undo.ts';
import { setMember } from '../shared/tree/set-member.ts';
import { newTable, startEngine } from '../test/support/engine.ts';
import { testEnvironment, type TestEnvironment } from '../test/support/test-environment.ts';
import { type Consumption, meter } from './meter.ts';
import { plant, SHAPES } from './trees.ts';

/**
 * What operations cost at the table: calls, write units and read units a project, counted from the engine's answers. The
 * product's own code runs in this process; messages are delivered one after the other.
 */
interface Row {
  readonly tree: string;
  readonly operation: string;
  readonly projects: number;
  readonly consumed: Consumption;
}

const rows: Row[] = [];
const engine = await startEngine();
for (const shape of SHAPES) {
  process.stderr.write(`${shape.name} …\n`);
  const env = testEnvironment(await newTable(engine.endpoint));
  const projectIds = await plant(env, shape);
  const at = env.clock.now();
  await setMember(env, { ref: { kind: 'group', id: 1 }, userId: 'owner', accessLevel: 50, at });
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
}
await engine.stop();
print();

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

function print(): void {
  const each = (units: number, projects: number): string => (units / projects).toFixed(3);
  process.stdout.write('| Tree | Operation | Projects | Calls each | Write units each | Read units each |\n');
  process.stdout.write('|---|---|--:|--:|--:|--:|\n');
  for (const { tree, operation, projects, consumed } of rows) {
    const { calls, writeUnits, readUnits } = consumed;
    const figures = [calls, writeUnits, readUnits].map((units) => each(units, projects));
    process.stdout.write(`| ${tree} | ${operation} | ${projects} | ${figures.join(' | ')} |\n`);
  }
}

import { runMessage } from '../functions/attach-worker/run-message.ts';
import { pageMessage } from '../shared/pipeline/message.ts';
import { requestAttachment } from '../shared/pipeline/request.ts';
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
    kind: 'ATTACH' | 'DETACH',
    projects?: readonly number[],
  ): Promise<void> => {
    const metered = meter(env.table);
    await run(env, kind, projects);
    const consumed = metered.read();
    rows.push({ tree: shape.name, operation, projects: projects?.length ?? projectIds.length, consumed });
  };
  await measure('attach to one project', 'ATTACH', projectIds.slice(0, 1));
  await run(env, 'DETACH', projectIds.slice(0, 1));
  await measure('attach to the root', 'ATTACH');
  await measure('the same again', 'ATTACH');
  await measure('detach from the root', 'DETACH');
}
await engine.stop();
print();

async function run(
  env: TestEnvironment,
  kind: 'ATTACH' | 'DETACH',
  projects?: readonly number[],
): Promise<void> {
  const answer = await requestAttachment(env, {
    kind,
    mode: 'APPEND',
    actor: 'owner',
    profile: { template: 'secret_detection' },
    projectIds: projects ?? [],
    groupIds: projects ? [] : [1],
    deadline: env.clock.now() + 20_000,
  });
  if (answer.result !== 'ACCEPTED') throw new Error(`refused: ${answer.result}`);
  for (let message = env.attachQueue.messages.shift(); message; message = env.attachQueue.messages.shift()) {
    await runMessage(env, pageMessage.parse(JSON.parse(message.body)), env.clock.now() + 20_000);
  }
  // The next operation comes when the last one has been settled for long.
  env.clock.advance(2 * 60 * 60 * 1000);
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

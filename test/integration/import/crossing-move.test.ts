import { afterAll, beforeAll, expect, it } from 'vitest';
import { importTree } from '../../../shared/import/import-tree.ts';
import { readProjects } from '../../../shared/storage/nodes.ts';
import { startEngine, type TestEngine } from '../../support/engine.ts';
import { injectFaults } from '../../support/faults.ts';
import { groupLineOf, importFiles } from '../../support/import-files.ts';
import { testEnvironment } from '../../support/test-environment.ts';
import { world } from '../../support/world.ts';

let engine: TestEngine;

beforeAll(async () => {
  engine = await startEngine();
});
afterAll(async () => engine.stop());

it('cleans up what a move put below a group while the import was about to create it', async () => {
  const w = world(testEnvironment(engine.table));
  await w.group(1, null);
  await w.group(9, null);
  await w.project(12, 1);
  await w.accepted({ projectIds: [12] });
  let due = true;
  const faults = injectFaults(w.env.table, (command) => {
    if (!due || command !== 'TransactWriteItemsCommand') return undefined;
    due = false;
    return {
      before: async () => w.event('ProjectTransferredEvent', { project_id: 12, new_namespace_id: 70 }),
    };
  });
  const files = await importFiles({ groups: [groupLineOf(9, null), groupLineOf(70, 9)] });
  await importTree(w.env, files);
  faults.stop();
  expect(due).toBe(false);
  await w.drain();
  const project = (await readProjects(w.env.table, [12])).get(12);
  expect(project?.state).toMatchObject({ rootId: 9, attachments: {} });
});

import { beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { customProfiles } from '../../support/custom-profiles.ts';
import { type Calls, callsOf } from '../support/calls.ts';
import { eventually } from '../support/eventually.ts';
import { groupGid, type Operations, operationsOf } from '../support/operations.ts';
import { shared } from '../support/shared-stack.ts';
import { type PlantedTree, plantTree } from '../support/tree.ts';

const PATHS = ['adopt-small/team/one', 'adopt-small/two'];

let tree: PlantedTree;
let calls: Calls;
let owner: Operations;

beforeAll(async () => {
  calls = callsOf(shared, 'adopt-owner');
  owner = operationsOf(shared, 'adopt-owner');
  tree = await plantTree(shared, {
    projects: [...PATHS, 'adopt-big/three'],
    members: { 'adopt-owner': { 'adopt-small': 50, 'adopt-big': 50 } },
  });
});

const log = z.object({
  group: z.object({
    securityScanProfileOperations: z.object({
      nodes: z.array(z.object({ id: z.string(), status: z.string(), actor: z.object({ id: z.string() }) })),
    }),
  }),
});

/** The re-home in the log that the former root keeps. */
async function rehome(): Promise<string> {
  return eventually(async () => {
    const query = `{ group(fullPath: "adopt-big/adopt-small") {
      securityScanProfileOperations(kind: REHOME) { nodes { id status actor { id } } }
    } }`;
    const { nodes } = (await owner.ask(log, query)).group.securityScanProfileOperations;
    expect(nodes).toMatchObject([{ status: 'SUCCEEDED', actor: { id: 'system' } }]);
    return nodes[0]?.id ?? '';
  });
}

it('what lapsed when a root became a subgroup is adopted by its new root, after a look at it', async () => {
  const small = tree.groups.get('adopt-small');
  const big = tree.groups.get('adopt-big');
  const [custom = 0] = await customProfiles(shared.table, small ?? 0, 1, { name: 'Nightly' });
  const projects = PATHS.map((path) => tree.projects.get(path));
  await calls.attach('secret_detection', { projects });
  await calls.attach(custom, { projects: projects.slice(0, 1) });
  await shared.putEvents({
    detailType: 'GroupTransferredEvent',
    detail: {
      group_id: small,
      old_root_namespace_id: small,
      new_root_namespace_id: big,
      new_parent_id: big,
    },
  });
  const operationId = await rehome();
  expect(await calls.attached('adopt-big/adopt-small/two')).toEqual([]);

  const preview = await owner.run('adoptSecurityScanProfiles', { operationId, dryRun: true });
  expect(preview).toMatchObject({ kind: 'ADOPT', status: 'PREVIEWED', totals: { applied: 2 } });
  expect((await calls.available('adopt-big'))?.map(({ id }) => id).join()).not.toMatch(/\d$/u);
  const adopted = await owner.run('applySecurityScanProfileOperation', { id: preview.id });
  expect(adopted).toMatchObject({
    kind: 'ADOPT',
    status: 'SUCCEEDED',
    adoptOf: { id: operationId },
    previewOf: { id: preview.id },
    totals: { projects: 2, applied: 2 },
  });
  const held = await calls.attached('adopt-big/adopt-small/team/one');
  expect(held?.map(({ name }) => name).toSorted()).toEqual(['Nightly', 'Secret Detection (default)']);
  expect(await calls.attached('adopt-big/adopt-small/two')).toHaveLength(1);
  const again = await owner.run('adoptSecurityScanProfiles', { operationId });
  expect(again.totals).toMatchObject({ projects: 2, unchanged: 2 });
  const refused = await owner.send('adoptSecurityScanProfiles', { operationId: adopted.id });
  expect(refused.errors).toMatchObject([{ extensions: { code: 'INVALID_STATE' } }]);
  const moved = await owner.send('attachSecurityScanProfile', {
    securityScanProfileId: `gid://gitlab/Security::ScanProfile/${custom}`,
    groupIds: [groupGid(big)],
  });
  expect(moved.errors[0]?.message).toContain('does not exist');
});

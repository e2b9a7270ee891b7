import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { groupRef, type NodeRef, projectRef } from '../../../shared/domain/node.ts';
import { TEMPLATES } from '../../../shared/domain/scan-types/templates.ts';
import { profileKey } from '../../../shared/storage/keys.ts';
import { readProjects } from '../../../shared/storage/nodes.ts';
import { placeNode } from '../../../shared/tree/place-node.ts';
import { injectFaults } from '../../support/faults.ts';
import type { TestApi } from '../../support/graphql-api.ts';
import { startSmallTree } from './support/small-tree.ts';

let api: TestApi;

beforeEach(async () => {
  api = await startSmallTree();
  await api.world.accepted({ projectIds: [20] });
});
afterEach(async () => {
  // Whatever was shown: nothing has been cleaned up.
  const project = (await readProjects(api.env.table, [20])).get(20);
  expect(Object.keys(project?.state.attachments ?? {})).toEqual(['1']);
  await api.stop();
});

/** Moves a node as an event does, but leaves the clean-up undone. */
async function move(ref: NodeRef, parentId: number): Promise<void> {
  const slug = `${ref.kind}-${ref.id}`;
  const placed = await placeNode(api.env, { ref, parentId, slug, name: slug, at: api.env.clock.now() });
  expect(placed.result).toBe('PLACED');
}

async function shown(path: string): Promise<unknown> {
  const answer = await api.ask(`{ project(fullPath: "${path}") { attachedSecurityScanProfiles { id } } }`);
  return answer.data;
}

const NOTHING = { project: { attachedSecurityScanProfiles: [] } };
const SECRETS = {
  project: { attachedSecurityScanProfiles: [{ id: 'gid://gitlab/Security::ScanProfile/1' }] },
};

it('a project shows what is attached to it', async () => {
  expect(await shown('group-1/group-2/project-20')).toEqual(SECRETS);
});

it('a project that has moved shows nothing of its old root', async () => {
  await move(projectRef(20), 9);
  expect(await shown('group-9/project-20')).toEqual(NOTHING);
});

it('a project whose group has moved shows nothing of its old root', async () => {
  await move(groupRef(2), 9);
  expect(await shown('group-9/group-2/project-20')).toEqual(NOTHING);
});

it('what was a root shows the profiles of the one that it is in, and its own are as absent as any', async () => {
  await move(groupRef(1), 9);
  expect(await shown('group-9/group-1/group-2/project-20')).toEqual(NOTHING);
  const own = await api.ask('{ securityScanProfile(id: "gid://gitlab/Security::ScanProfile/1") { id } }');
  expect(own.errors).toMatchObject([{ path: ['securityScanProfile'], extensions: { code: 'FORBIDDEN' } }]);
  const group = await api.ask(
    '{ group(fullPath: "group-9/group-1") { availableSecurityScanProfiles { createdAt } } }',
  );
  expect(group.data).toEqual({
    group: { availableSecurityScanProfiles: TEMPLATES.map(() => ({ createdAt: null })) },
  });
});

it.each([
  ['the project', projectRef(20), []],
  ['its group', groupRef(2), [{ fullPath: 'group-9/group-2/project-20', attachedSecurityScanProfiles: [] }]],
] as const)(
  'a page shows nothing of the old root where %s moves while it is read',
  async (_name, ref, nodes) => {
    let snapshots = 0;
    const { stop } = injectFaults(api.env.table, (command) => {
      snapshots += command === 'TransactGetItemsCommand' ? 1 : 0;
      if (command !== 'TransactGetItemsCommand' || snapshots !== 2) return undefined;
      // The group is found, its projects are listed: what is known to be above them is wrong from now on.
      stop();
      return { before: async () => move(ref, 9) };
    });
    const list = 'projects { nodes { fullPath attachedSecurityScanProfiles { id } } }';
    const answer = await api.ask(`{ group(fullPath: "group-1/group-2") { ${list} } }`);
    expect(answer).toMatchObject({ errors: [], data: { group: { projects: { nodes } } } });
  },
);

it.each(['DELETING', 'DELETED'])('a profile that is %s is shown nowhere', async (status) => {
  const { client, name } = api.env.table;
  const { PK, SK } = profileKey(1, 1);
  await client.send(
    new UpdateCommand({
      TableName: name,
      Key: { PK, SK },
      UpdateExpression: 'SET #status = :status',
      ExpressionAttributeNames: { '#status': 'status' },
      ExpressionAttributeValues: { ':status': status },
    }),
  );
  expect(await shown('group-1/group-2/project-20')).toEqual(NOTHING);
  const answer = await api.ask(`{
    group(fullPath: "group-1") { availableSecurityScanProfiles { createdAt } }
  }`);
  expect(answer.data).toEqual({
    group: { availableSecurityScanProfiles: TEMPLATES.map(() => ({ createdAt: null })) },
  });
  expect(
    (await api.ask('{ securityScanProfile(id: "gid://gitlab/Security::ScanProfile/1") { id } }')).errors,
  ).toHaveLength(1);
});

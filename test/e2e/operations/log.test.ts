import { beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { groupGid, type Operations, operationsOf, profileGid, projectGid } from '../support/operations.ts';
import { shared } from '../support/shared-stack.ts';
import { type PlantedTree, plantTree } from '../support/tree.ts';

let tree: PlantedTree;
let owner: Operations;

beforeAll(async () => {
  owner = operationsOf(shared, 'log-owner');
  tree = await plantTree(shared, {
    projects: ['log/team/one', 'log/team/two'],
    members: { 'log-owner': { log: 50 } },
  });
});

const logged = z.object({
  group: z.object({
    securityScanProfileOperations: z.object({
      nodes: z.array(z.object({ id: z.string(), kind: z.string() })),
      pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
    }),
  }),
});

async function log(filter: string): Promise<readonly string[]> {
  const query = `{ group(fullPath: "log") { securityScanProfileOperations(${filter}) {
    nodes { id kind } pageInfo { hasNextPage endCursor }
  } } }`;
  return (await owner.ask(logged, query)).group.securityScanProfileOperations.nodes.map(({ id }) => id);
}

const attachments = z.object({
  project: z.object({
    securityScanProfileAttachments: z.array(
      z.object({
        profile: z.object({ scanType: z.string() }),
        attachedBy: z.object({ id: z.string() }),
        operation: z.object({ id: z.string() }),
        via: z.string(),
        group: z.object({ fullPath: z.string() }).nullable(),
      }),
    ),
  }),
});

async function provenance(fullPath: string): Promise<readonly unknown[]> {
  const query = `query ($fullPath: ID!) { project(fullPath: $fullPath) { securityScanProfileAttachments {
    profile { scanType } attachedBy { id } operation { id } via group { fullPath }
  } } }`;
  return (await owner.ask(attachments, query, { fullPath })).project.securityScanProfileAttachments;
}

it('every change is in the log, newest first, and on the project with who and how', async () => {
  const team = groupGid(tree.groups.get('log/team'));
  const attach = await owner.run('attachSecurityScanProfile', {
    securityScanProfileId: profileGid('sast'),
    groupIds: [team],
  });
  const named = await owner.run('attachSecurityScanProfile', {
    securityScanProfileId: profileGid('secret_detection'),
    projectIds: [projectGid(tree.projects.get('log/team/one'))],
  });
  const undo = await owner.run('undoSecurityScanProfileOperation', { id: attach.id });
  expect(await log('first: 10')).toEqual([undo.id, named.id, attach.id]);
  expect(await log('kind: UNDO')).toEqual([undo.id]);
  expect(await log('actorId: "somebody-else"')).toEqual([]);
  expect(await log('status: SUCCEEDED, first: 1')).toEqual([undo.id]);
  expect(await log('createdBefore: "2026-01-01T00:00:00Z"')).toEqual([]);
  await owner.run('undoSecurityScanProfileOperation', { id: undo.id });
  const by = { attachedBy: { id: 'log-owner' } };
  expect(await provenance('log/team/one')).toMatchObject([
    {
      ...by,
      profile: { scanType: 'SECRET_DETECTION' },
      operation: { id: named.id },
      via: 'DIRECT',
      group: null,
    },
    { ...by, profile: { scanType: 'SAST' }, via: 'GROUP', group: { fullPath: 'log/team' } },
  ]);
});

it('the same key gives the same operation, another request with it an error', async () => {
  const input = {
    securityScanProfileId: profileGid('dependency_scanning'),
    projectIds: [projectGid(tree.projects.get('log/team/two'))],
    idempotencyKey: 'log-key',
  };
  const first = await owner.run('attachSecurityScanProfile', input);
  const second = await owner.run('attachSecurityScanProfile', input);
  expect(second.id).toBe(first.id);
  const other = await owner.send('detachSecurityScanProfile', input);
  expect(other.errors).toMatchObject([{ extensions: { code: 'IDEMPOTENCY_CONFLICT' } }]);
  const preview = await owner.send('attachSecurityScanProfile', { ...input, dryRun: true });
  expect(preview.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
});

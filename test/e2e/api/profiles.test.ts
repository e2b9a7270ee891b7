import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { readProjects } from '../../../shared/storage/nodes.ts';
import { groupGid, type Operations, operationsOf } from '../support/operations.ts';
import { shared } from '../support/shared-stack.ts';
import { type PlantedTree, plantTree } from '../support/tree.ts';

const ROOT = 'api-profiles';
const PATHS = ['one', 'sub/two', 'sub/deep/three'].map((path) => `${ROOT}/${path}`);
let tree: PlantedTree;
let operations: Operations;

beforeAll(async () => {
  tree = await plantTree(shared, { projects: PATHS, members: { 'profiles-maintainer': { [ROOT]: 40 } } });
  operations = operationsOf(shared, 'profiles-maintainer');
});

const profile = z.object({ id: z.string(), lockVersion: z.number() });
const payload = z.object({
  done: z.object({
    errors: z.array(z.string()),
    scanProfile: profile.nullable().optional(),
    operation: z.object({ id: z.string() }).nullable(),
  }),
});

async function edit(
  mutation: 'Create' | 'Update' | 'Delete',
  input: Record<string, unknown>,
): Promise<z.infer<typeof payload>['done']> {
  const own = mutation === 'Delete' ? 'deletedScanProfileId' : 'scanProfile { id lockVersion }';
  const query = `mutation ($input: SecurityScanProfile${mutation}Input!) {
    done: securityScanProfile${mutation}(input: $input) { errors operation { id } ${own} }
  }`;
  return (await operations.ask(payload, query, { input })).done;
}

function newProfile(name: string, configuration: object): Record<string, unknown> {
  return {
    namespaceId: groupGid(tree.groups.get(ROOT)),
    scanType: 'SECRET_DETECTION',
    name,
    description: 'For tests',
    triggers: [{ triggerType: 'GIT_PUSH_EVENT' }, { triggerType: 'DEFAULT_BRANCH_PIPELINE', configuration }],
  };
}

async function made(name: string): Promise<string> {
  const { errors, scanProfile } = await edit(
    'Create',
    newProfile(name, { secretDetection: { historicScan: true } }),
  );
  expect(errors).toEqual([]);
  return scanProfile?.id ?? '';
}

/** What each project shows of its profiles. */
async function attached(): Promise<unknown> {
  const fields = `attachedSecurityScanProfiles { name triggerSettings { triggerType configuration {
    ... on SecretDetectionConfiguration { historicScan excludedPaths logOptions } } } }`;
  const projects = PATHS.map((path, index) => `p${index}: project(fullPath: "${path}") { ${fields} }`);
  const shown = z.record(z.string(), z.object({ attachedSecurityScanProfiles: z.unknown() }));
  return Object.values(await operations.ask(shown, `{ ${projects.join(' ')} }`)).map(
    (project) => project.attachedSecurityScanProfiles,
  );
}

const everywhere = (shown: object): readonly object[] => PATHS.map(() => [shown]);

describe('a profile of one’s own', () => {
  it('is made with its configuration, attached to a group, changed, deleted, and all of it is in the log', async () => {
    const id = await made('Own');
    const target = { securityScanProfileId: id, groupIds: [groupGid(tree.groups.get(ROOT))] };
    const ran = await operations.run('attachSecurityScanProfile', target);
    expect(ran.totals).toMatchObject({ projects: 3, applied: 3 });
    const settings = (values: object): readonly object[] => [
      { triggerType: 'GIT_PUSH_EVENT', configuration: null },
      {
        triggerType: 'DEFAULT_BRANCH_PIPELINE',
        configuration: { historicScan: false, excludedPaths: [], logOptions: null, ...values },
      },
    ];
    expect(await attached()).toEqual(
      everywhere({ name: 'Own', triggerSettings: settings({ historicScan: true }) }),
    );

    const { triggers } = newProfile('', { secretDetection: { logOptions: '--since=1.year' } });
    const updates = await Promise.all(
      ['A', 'B'].map(async (name) => edit('Update', { id, name, triggers, lockVersion: 1 })),
    );
    const winner = updates[0]?.errors.length === 0 ? 'A' : 'B';
    expect(updates.map(({ errors }) => errors.length).toSorted()).toEqual([0, 1]);
    expect(updates.flatMap(({ errors }) => errors)[0]).toMatch(/changed by somebody else in the meantime/);
    expect(await attached()).toEqual(
      everywhere({ name: winner, triggerSettings: settings({ logOptions: '--since=1.year' }) }),
    );

    const preview = await edit('Delete', { id, dryRun: true });
    expect(await operations.ended(preview.operation?.id ?? '')).toMatchObject({
      status: 'PREVIEWED',
      totals: { applied: 3 },
    });
    const { operation } = await edit('Delete', { id });
    expect(await attached()).toEqual(PATHS.map(() => []));
    expect(await operations.ended(operation?.id ?? '')).toMatchObject({
      status: 'SUCCEEDED',
      totals: { projects: 3, applied: 3 },
    });

    const log = `query ($path: ID!, $id: SecurityScanProfileID!) { group(fullPath: $path) { securityScanProfileOperations(profileId: $id) { nodes {
      kind profileChange { before { name lockVersion } after { name lockVersion } }
    } } } }`;
    const version = (name: string, lockVersion: number): object => ({ name, lockVersion });
    const [first, second] = [version('Own', 1), version(winner, 2)];
    expect(await operations.ask(z.unknown(), log, { path: ROOT, id })).toMatchObject({
      group: {
        securityScanProfileOperations: {
          nodes: [
            { kind: 'DELETE_PROFILE', profileChange: { before: second, after: null } },
            { kind: 'DELETE_PROFILE', profileChange: { before: second, after: null } },
            { kind: 'UPDATE_PROFILE', profileChange: { before: first, after: second } },
            { kind: 'ATTACH', profileChange: null },
            { kind: 'CREATE_PROFILE', profileChange: { before: null, after: first } },
          ],
        },
      },
    });
  });

  it('that is deleted while it is attached is nowhere, and stored nowhere', async () => {
    const id = await made('Short-lived');
    const number = id.split('/').at(-1) ?? '';
    const input = { securityScanProfileId: id, groupIds: [groupGid(tree.groups.get(ROOT))] };
    const attach = async () => operations.send('attachSecurityScanProfile', input);
    const [before, { operation }, during] = await Promise.all([attach(), edit('Delete', { id }), attach()]);
    expect(await attached()).toEqual(PATHS.map(() => []));
    await operations.ended(operation?.id ?? '');
    const accepted = z.object({ done: z.object({ operation: z.object({ id: z.string() }) }) });
    for (const { data } of [before, during]) {
      const found = accepted.safeParse(data);
      if (found.success) await operations.ended(found.data.done.operation.id);
    }
    const projects = [...(await readProjects(shared.table, [...tree.projects.values()])).values()];
    expect(projects).toHaveLength(3);
    expect(projects.filter(({ state }) => number in state.attachments)).toEqual([]);
    expect(await attached()).toEqual(PATHS.map(() => []));
    expect((await attach()).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  it('may have configurations of nearly 64 KB for each of its pipelines', async () => {
    const excludedPaths = Array.from({ length: 63 }, (_, index) => `${index}/`.padEnd(1_024, 'x'));
    const configuration = { secretDetection: { excludedPaths } };
    const triggers = ['DEFAULT_BRANCH_PIPELINE', 'MERGE_REQUEST_PIPELINE'].map((triggerType) => ({
      triggerType,
      configuration,
    }));
    const { errors, scanProfile } = await edit('Create', { ...newProfile('Full', {}), triggers });
    expect(errors).toEqual([]);
    const query = `query ($id: SecurityScanProfileID!) { securityScanProfile(id: $id) { triggerSettings { overrides } } }`;
    expect(await operations.ask(z.unknown(), query, { id: scanProfile?.id })).toEqual({
      securityScanProfile: {
        triggerSettings: [{ overrides: { excludedPaths } }, { overrides: { excludedPaths } }],
      },
    });
  });

  it('with two configurations for one trigger is refused by the bundled function too, by place and type', async () => {
    const input = newProfile('Two', { secretDetection: {}, sast: {} });
    const query =
      'mutation ($input: SecurityScanProfileCreateInput!) { securityScanProfileCreate(input: $input) { errors } }';
    expect((await shared.graphql('profiles-maintainer', query, { input })).errors).toMatchObject([
      {
        message: expect.stringMatching(
          /input\.triggers\[1\]\.configuration.*Exactly one key.*SecurityScanProfileConfigurationInput/s,
        ),
      },
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { readProjects } from '../../../shared/storage/nodes.ts';
import { listProfiles } from '../../../shared/storage/profiles.ts';
import { customProfiles } from '../../support/custom-profiles.ts';
import { callsOf } from '../support/calls.ts';
import { shared } from '../support/shared-stack.ts';
import { plantTree } from '../support/tree.ts';

const owner = callsOf(shared, 'race-owner');

describe('twelve profiles at once on fifty projects that hold nine', () => {
  it('leave none with more than ten, and say so for each that was refused', async () => {
    const paths = Array.from({ length: 50 }, (_, index) => `race-limit/project-${index}`);
    const tree = await plantTree(shared, {
      projects: paths,
      members: { 'race-owner': { 'race-limit': 50 } },
    });
    const root = tree.groups.get('race-limit') ?? 0;
    const projects = [...tree.projects.values()];
    const profiles = await customProfiles(shared.table, root, 21);
    for (const id of profiles.slice(0, 9)) expect((await owner.attach(id, { projects })).errors).toEqual([]);

    const answers = await Promise.all(profiles.slice(9).map(async (id) => owner.attach(id, { projects })));
    const applied = answers.reduce((sum, { operation }) => sum + operation.totals.applied, 0);
    const failed = answers.reduce((sum, { operation }) => sum + operation.totals.failed, 0);
    expect([applied, failed]).toEqual([50, 550]);
    const refusals = answers.flatMap(({ errors }) => errors);
    expect(refusals).toHaveLength(550);
    for (const refusal of refusals)
      expect(refusal).toMatch(/race-limit\/project-\d+.*maximum.*scan profiles/u);
    const held = [...(await readProjects(shared.table, projects)).values()];
    expect(held.map(({ state }) => Object.keys(state.attachments).length)).toEqual(paths.map(() => 10));
  });
});

describe('fifty callers at once who name a template', () => {
  it('make one profile with one set of triggers', async () => {
    const paths = Array.from({ length: 50 }, (_, index) => `race-template/project-${index}`);
    const tree = await plantTree(shared, {
      projects: paths,
      members: { 'race-owner': { 'race-template': 50 } },
    });
    const answers = await Promise.all(
      [...tree.projects.values()].map(async (id) => owner.attach('SecretDetection', { projects: [id] })),
    );
    expect(answers.map(({ operation }) => operation.totals.applied)).toEqual(paths.map(() => 1));
    const profiles = await listProfiles(shared.table, tree.groups.get('race-template') ?? 0);
    expect(profiles).toMatchObject([
      {
        templateKey: 'secret_detection',
        triggers: ['GIT_PUSH_EVENT', 'DEFAULT_BRANCH_PIPELINE', 'MERGE_REQUEST_PIPELINE'],
      },
    ]);
  });
});

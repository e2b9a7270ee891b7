import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { groupRef } from '../../../shared/domain/node.ts';
import { customProfiles } from '../../support/custom-profiles.ts';
import type { TestApi } from '../../support/graphql-api.ts';
import { member } from './support/members.ts';
import {
  act,
  acted,
  ADOPT,
  APPLY,
  CANCEL,
  done,
  moveGroup,
  operationIn,
  operationOf,
  UNDO,
} from './support/operations.ts';
import { allResults, RESULTS, resultsOf } from './support/results.ts';
import { ATTACH, call, DETACH, SET, startSmallTree } from './support/small-tree.ts';

let api: TestApi;

beforeEach(async () => {
  api = await startSmallTree('PROCESS');
});
afterEach(async () => api.stop());

const GROUP = { groups: [1] };

/** Project, outcome and code, profiles before and after. */
async function short(id: string, user = 'owner'): Promise<unknown> {
  const { nodes } = await allResults(api, id, { user });
  return nodes
    .toSorted((one, other) => one.projectId - other.projectId)
    .map(({ projectId, outcome, code, before, after }) => [
      projectId,
      code ? `${outcome} ${code}` : outcome,
      before,
      after,
    ]);
}

describe('the result of a project', () => {
  it('says what was decided and done, and where the project is', async () => {
    await done(api, ATTACH, { projects: [20] });
    const id = await done(api, ATTACH, GROUP);
    const { nodes } = await resultsOf(api, id);
    expect(nodes).toHaveLength(3);
    expect(nodes.find(({ projectId }) => projectId === 10)).toEqual({
      projectId: 10,
      project: { fullPath: 'group-1/project-10' },
      outcome: 'APPLIED',
      code: null,
      message: 'It was changed as asked for',
      retryable: false,
      before: [],
      after: ['1'],
    });
    expect(nodes.find(({ projectId }) => projectId === 20)).toMatchObject({
      outcome: 'UNCHANGED',
      code: 'ALREADY_ATTACHED',
      message: expect.stringContaining('already'),
      before: ['1'],
      after: ['1'],
    });
  });

  it('tells what was replaced', async () => {
    const [held = 0, other = 0] = await customProfiles(api.env.table, 1, 2);
    await done(api, ATTACH, { projects: [10, 11] });
    await done(api, ATTACH, { profile: String(held), projects: [10] });
    const id = await done(api, SET, { profile: String(other), projects: [10, 11] });
    expect(await short(id)).toEqual([
      [10, 'APPLIED', [String(held), '3'], [String(other), '3']],
      [11, 'APPLIED', ['3'], [String(other), '3']],
    ]);
  });

  it('that failed can be retried, and says what to do', async () => {
    for (const id of await customProfiles(api.env.table, 1, 10))
      await api.world.accepted({ projectIds: [10], profile: { id } });
    const id = await done(api, ATTACH, GROUP);
    const { nodes } = await resultsOf(api, id, { outcome: 'FAILED' });
    expect(nodes).toMatchObject([
      {
        projectId: 10,
        code: 'LIMIT_REACHED',
        retryable: true,
        message: expect.stringContaining('detach one'),
      },
    ]);
    expect(nodes[0]?.before).toHaveLength(10);
    expect(nodes[0]?.after).toEqual(nodes[0]?.before);
  });

  it('of a preview shows the template for what is not made', async () => {
    await done(api, ATTACH, { profile: 'sast', projects: [20] });
    const id = await done(api, ATTACH, { ...GROUP, options: { dryRun: true } });
    expect(await short(id)).toEqual([
      [10, 'APPLIED', [], ['secret_detection']],
      [11, 'APPLIED', [], ['secret_detection']],
      [20, 'APPLIED', ['1'], ['secret_detection', '1']],
    ]);
    const [node] = (await resultsOf(api, id)).nodes;
    expect(node?.message).toBe('It would be changed as asked for');
  });

  it('of an undo, a cancelled operation, and what was applied too late', async () => {
    const preview = await done(api, DETACH, { ...GROUP, options: { dryRun: true } });
    const attach = await done(api, ATTACH, GROUP);
    expect(await short(await acted(api, APPLY, preview))).toEqual(
      [10, 11, 20].map((project) => [project, 'SKIPPED CHANGED_SINCE_PREVIEW', ['1'], ['1']]),
    );
    const running = operationIn(await call(api, DETACH, { projects: [10], groups: [2] }));
    await act(api, CANCEL, running);
    await api.world.drain();
    expect(await short(running)).toEqual([[10, 'APPLIED', ['1'], []]]);
    expect(await short(await acted(api, UNDO, attach))).toEqual([
      [10, 'SKIPPED CHANGED_SINCE', [], []],
      [11, 'APPLIED', ['1'], []],
      [20, 'APPLIED', ['1'], []],
    ]);
  });

  it('of a re-home and its adoption: profiles of the one root and of the other, and what stands for what is to be made', async () => {
    const [custom = 0] = await customProfiles(api.env.table, 1, 1);
    await done(api, ATTACH, { projects: [20] });
    await done(api, ATTACH, { profile: String(custom), projects: [20] });
    const rehome = await moveGroup(api, 1, 9);
    expect(await short(rehome)).toEqual([
      [10, 'UNCHANGED NOT_ATTACHED', [], []],
      [11, 'UNCHANGED NOT_ATTACHED', [], []],
      [20, 'APPLIED', ['1', '2'], []],
    ]);
    const preview = await acted(api, ADOPT, rehome, { dryRun: true });
    expect(await short(preview)).toEqual([[20, 'APPLIED', [], ['secret_detection', '1']]]);
    const adopted = await acted(api, ADOPT, rehome);
    expect(await short(adopted)).toEqual([[20, 'APPLIED', [], ['3', '4']]]);
  });

  it('names a project by nothing but its id to who may not see it now', async () => {
    await member(api, 'developer', groupRef(1), 'developer');
    const id = await done(api, ATTACH, GROUP);
    await moveGroup(api, 2, 9);
    const { nodes } = await resultsOf(api, id, { user: 'developer' });
    expect(nodes.find(({ projectId }) => projectId === 20)).toMatchObject({ project: null, after: ['1'] });
    expect(nodes.find(({ projectId }) => projectId === 10)).toMatchObject({
      project: { fullPath: 'group-1/project-10' },
    });
  });
});

describe('results', () => {
  it('are those so far while the operation runs', async () => {
    const id = operationIn(await call(api, ATTACH, { projects: [10], groups: [2] }));
    expect(await short(id)).toEqual([[10, 'APPLIED', [], ['1']]]);
    await api.world.drain();
    expect(await short(id)).toHaveLength(2);
  });

  it('are gone after thirty days, and say so', async () => {
    const id = await done(api, DETACH, GROUP);
    api.env.clock.advance(30 * 86_400_000 - 1);
    expect(await short(id)).toHaveLength(3);
    api.env.clock.advance(1);
    const answer = await api.ask(RESULTS, { variables: { id } });
    expect(answer.data).toEqual({ operation: { results: null } });
    expect(answer.errors).toMatchObject([
      { message: expect.stringContaining('30 days'), extensions: { code: 'EXPIRED' } },
    ]);
    expect(await operationOf(api, id, 'totals { unchanged }')).toEqual({ totals: { unchanged: 3 } });
  });

  it('list a project once that moved and was met twice, as the totals count it', async () => {
    const id = operationIn(await call(api, ATTACH, { projects: [11], groups: [1] }));
    await api.world.event('ProjectTransferredEvent', { project_id: 10, new_namespace_id: 2 });
    await api.world.drain();
    const { handOvers, repeats, totals } = await api.world.operation(id);
    expect({ handOvers, repeats, totals }).toMatchObject({
      handOvers: 1,
      repeats: 1,
      totals: { applied: 3 },
    });
    expect(await short(id)).toEqual([10, 11, 20].map((project) => [project, 'APPLIED', [], ['1']]));
    const undo = await acted(api, UNDO, id);
    expect(await short(undo)).toEqual([10, 11, 20].map((project) => [project, 'APPLIED', ['1'], []]));
    for (const first of [1, 2]) {
      const { nodes } = await allResults(api, id, { first });
      expect(nodes.map(({ projectId }) => projectId).toSorted()).toEqual([10, 11, 20]);
    }
  });

  it('of a hundred projects with all that they held and hold are within the limits', async () => {
    const id = await done(api, ATTACH, GROUP);
    const answer = await api.ask(`{ securityScanProfileOperation(id: "${id}") { results(first: 100) { nodes {
      projectId project { id fullPath securityScanProfiles { id } } outcome code message before { id name } after { id name }
    } } } }`);
    expect(answer.errors).toEqual([]);
  });
});

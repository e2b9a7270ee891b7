import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { groupRef } from '../../../shared/domain/node.ts';
import type { TestApi } from '../../support/graphql-api.ts';
import { member } from './support/members.ts';
import {
  act,
  acted,
  ADOPT,
  done,
  expectError,
  LINKS,
  moveGroup,
  NO_LINKS,
  operationOf,
} from './support/operations.ts';
import { ATTACH, startSmallTree } from './support/small-tree.ts';

let api: TestApi;

beforeEach(async () => {
  api = await startSmallTree();
});
afterEach(async () => api.stop());

const GROUP = { groups: [1] };

describe('adopt', () => {
  it('makes good what a former top-level group lost', async () => {
    await done(api, ATTACH, GROUP);
    const rehome = await moveGroup(api, 1, 9);
    expect(await api.world.visible(20)).toEqual([]);
    const preview = await acted(api, ADOPT, rehome, { dryRun: true });
    expect(await operationOf(api, preview, 'kind status totals { applied }')).toEqual({
      kind: 'ADOPT',
      status: 'PREVIEWED',
      totals: { applied: 3 },
    });
    const id = await acted(api, ADOPT, rehome);
    expect(await operationOf(api, id, `${LINKS} profile { id } expectedProjects`)).toEqual({
      ...NO_LINKS,
      kind: 'ADOPT',
      status: 'SUCCEEDED',
      adoptOf: { id: rehome },
      profile: null,
      expectedProjects: 3,
    });
    expect(await api.world.visible(20)).toEqual(['SECRET_DETECTION']);
    await member(api, 'new-developer', groupRef(9), 'developer');
    expect(await operationOf(api, id, 'adoptOf { id }', 'new-developer')).toEqual({
      adoptOf: { id: rehome },
    });
  });

  it('is refused of anything else', async () => {
    const attach = await done(api, ATTACH, GROUP);
    expectError(await act(api, ADOPT, attach), 'INVALID_STATE', /ATTACH.*top-level group/);
    const rehome = await moveGroup(api, 2, 9);
    expectError(await act(api, ADOPT, rehome), 'INVALID_STATE', /only the re-home of a top-level group/);
  });
});

it('an operation does not tell of one that it is linked to, and that the caller may not read', async () => {
  await done(api, ATTACH, GROUP);
  const rehome = await moveGroup(api, 1, 9);
  const id = await acted(api, ADOPT, rehome);
  await member(api, 'new-developer', groupRef(9), 'developer');
  await api.world.group(7, null);
  await moveGroup(api, 1, 7);
  expect(await operationOf(api, id, 'kind adoptOf { id }', 'new-developer')).toEqual({
    kind: 'ADOPT',
    adoptOf: null,
  });
  expect(await operationOf(api, id, 'adoptOf { id }')).toEqual({ adoptOf: { id: rehome } });
});

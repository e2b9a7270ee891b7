import { afterAll, beforeAll, expect, it } from 'vitest';
import { inProcess } from '../support/counted-table.ts';
import { type HostileApi, hostileApi } from '../support/hostile-api.ts';
import { build, type OperationIds } from './world/build.ts';
import { pathOf, PLACES } from './world/tree.ts';

let api: HostileApi;
let ids: OperationIds;

beforeAll(async () => {
  api = await hostileApi(inProcess());
  ids = await build(api);
});
afterAll(async () => api.stop());

const { root, otherRoot, otherSubgroup, subgroup } = PLACES;
const NUMBERS = [0, 1, 1e308, -1, 0.5, '1', null];

/** Texts of cursors as the API makes them, about what is not the caller's, and what never was. */
function madeUp(): readonly string[] {
  const groups = [root, subgroup, otherRoot, otherSubgroup].map(({ id }) => id);
  const positions = [...groups, 9_999_999_999_999_999n].flatMap((group) => [
    `${group} P#project-1091#1091`,
    `${group} G#group-2008#2008`,
    `${group} P#${'x'.repeat(255)}#9999999999999999`,
  ]);
  const counts = NUMBERS.flatMap((number) => {
    const row = [number, 0, 0, 0, 0, 0];
    return [Buffer.from(positions[6] ?? '').toString('base64url'), null, 'x'].map((after) =>
      JSON.stringify([after, true, row, Array.from({ length: 7 }, () => row)]),
    );
  });
  const pages = ['PAGES', 'FAILED', 'SKIPPED', 'NOPE'].flatMap((list) => [
    `result ${list} P 1021`,
    `result ${list} ${'~'.repeat(900)} -`,
    `result ${list} ~ 9999999999999999`,
  ]);
  const log = [`LOG#${'9'.repeat(16)}#${'Z'.repeat(26)}`, `LOG#${'0'.repeat(16)}#${'-'.repeat(500)}`];
  return [...positions, ...counts, ...pages, ...log, 'removal 9999999999999999', 'removal 1091'];
}

const IN_GROUP = [
  'projects(includeSubgroups: true, after: $a) { nodes { id } }',
  'projects(after: $a) { nodes { id } }',
  'projects(includeSubgroups: true, withoutScanType: SAST, after: $a) { nodes { id } }',
  'subgroups(after: $a) { nodes { id } }',
  'securityScanProfileCoverage(after: $a) { pageInfo { endCursor } scanTypes { projects } projects }',
  'securityScanProfileOperations(after: $a, first: 50) { nodes { id } }',
];
const IN_OPERATION = [
  'removals(after: $a) { nodes { projectId } }',
  'results(after: $a) { nodes { projectId } }',
];

it('a cursor that somebody made up leads to nothing that is not theirs, and breaks nothing', async () => {
  const fields = [
    ...IN_GROUP.map((field) => `group(fullPath: "${pathOf('root')}") { ${field} }`),
    ...IN_OPERATION.map((field) => `securityScanProfileOperation(id: "${ids.rehomed}") { ${field} }`),
  ];
  const token = await api.token('owner-of-root');
  let taken = 0;
  for (const field of fields)
    for (const text of madeUp()) {
      const after = Buffer.from(text).toString('base64url');
      const answer = await api.ask(token, {
        query: `query ($a: String) { ${field} }`,
        variables: { a: after },
      });
      expect(answer.text, text).not.toContain('INTERNAL_SERVER_ERROR');
      expect(answer.text, text).not.toMatch(/Project\/10[89]1|Group\/200[89]/);
      expect(answer.text, text).not.toContain(ids.foreign);
      if (!answer.text.includes('is no cursor of this list')) taken += 1;
    }
  // Some have the form of cursors of the list, and are taken for such.
  expect(taken).toBeGreaterThan(20);
});

import { expect, it } from 'vitest';
import { groupGid, operationsOf, profileGid } from '../support/operations.ts';
import { shared } from '../support/shared-stack.ts';
import { plantTree } from '../support/tree.ts';

const GROUPS = Array.from({ length: 6 }, (_, index) => `fair-large/group-${index}`);
const LARGE = GROUPS.flatMap((group) =>
  Array.from({ length: 150 }, (_, index) => `${group}/project-${index}`),
);
const TEMPLATES = ['sast', 'secret_detection', 'dependency_scanning'];

it('eighteen pages of one root do not hold up the one of another that comes after them', async () => {
  const owner = operationsOf(shared, 'fair-owner');
  const tree = await plantTree(shared, {
    projects: [...LARGE, 'fair-small/project'],
    members: { 'fair-owner': { 'fair-large': 50, 'fair-small': 50 } },
  });
  const wanted = GROUPS.flatMap((path) => TEMPLATES.map((template) => ({ path, template })));
  const large = await Promise.all(
    wanted.map(async ({ path, template }) =>
      owner.start('attachSecurityScanProfile', {
        securityScanProfileId: profileGid(template),
        groupIds: [groupGid(tree.groups.get(path))],
      }),
    ),
  );
  const small = await owner.run('attachSecurityScanProfile', {
    securityScanProfileId: profileGid('sast'),
    groupIds: [groupGid(tree.groups.get('fair-small'))],
  });
  expect(small.totals).toMatchObject({ projects: 1, applied: 1 });
  const ends = await Promise.all(large.map(async ({ id }) => owner.ended(id)));
  for (const { totals } of ends) expect(totals).toMatchObject({ projects: 150, applied: 150 });
  const end = Date.parse(small.finishedAt ?? '');
  const before = ends.filter(({ finishedAt }) => Date.parse(finishedAt ?? '') < end);
  // In the order of sending all eighteen would have been first.
  expect(before.length).toBeLessThanOrEqual(9);
});

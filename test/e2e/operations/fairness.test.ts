import { expect, it } from 'vitest';
import { groupGid, operationsOf, profileGid } from '../support/operations.ts';
import { shared } from '../support/shared-stack.ts';
import { plantTree } from '../support/tree.ts';

const GROUPS = Array.from({ length: 6 }, (_, index) => `fair-large/group-${index}`);
const LARGE = GROUPS.flatMap((group) =>
  Array.from({ length: 250 }, (_, index) => `${group}/project-${index}`),
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
  // One after the other: eighteen who ask at once would take up the machine.
  const ends = [];
  for (const { id } of large) ends.push(await owner.ended(id));
  for (const { totals } of ends) expect(totals).toMatchObject({ projects: 250, applied: 250 });
  const [from, to] = [Date.parse(small.createdAt), Date.parse(small.finishedAt ?? '')];
  const meanwhile = ends.filter(({ finishedAt }) => {
    const end = Date.parse(finishedAt ?? '');
    return end >= from && end < to;
  });
  // In the order of sending all that were waiting would have been first; so it is those that were in a worker's hands.
  expect(meanwhile.length).toBeLessThanOrEqual(6);
});

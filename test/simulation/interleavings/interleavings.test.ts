import { expect, it } from 'vitest';
import { MUTANTS } from '../mutants/all.ts';
import { interleavingsReport, runInterleavings } from './interleavings.ts';
import { MOVING_PROJECT } from './scene/cast.ts';
import type { Work } from './scenes.ts';

/** An attach and a detach that were accepted, the move and its clean-up: few schedules, and all of them. */
const SHORT: readonly Work[] = [
  { scene: { roles: ['attach', 'detach'], projectIds: [MOVING_PROJECT] } },
  { scene: { roles: ['attach', 'detach'], accepted: ['detach', 'attach'] } },
  { scene: { roles: ['attach', 'transfer'], accepted: ['attach'], isBareMove: true } },
  {
    scene: {
      roles: ['attach', 'detach', 'transfer'],
      accepted: ['attach', 'detach'],
      isBareMove: true,
      isDecisionsOnly: true,
      death: { process: 'clean-up 1', after: 'DECISION' },
    },
  },
];

it('keeps its promises in every schedule of an attach, a detach, a move and a clean-up that dies', async () => {
  const chapters = [{ title: 'a short one', works: SHORT }];
  const { broken, chapters: explored } = await runInterleavings({ jobs: 1, chapters });
  expect(broken).toEqual([]);
  expect(explored[0]?.explored.schedules).toBeGreaterThan(100);
});

it('shows a schedule in which it does not, where a write does not ask whether anybody was first', async () => {
  const patches = MUTANTS.filter(({ name }) => name === 'state-version').flatMap((mutant) => mutant.patches);
  const title = 'an attach and the move';
  const found = await runInterleavings({
    jobs: 1,
    patches,
    chapters: [{ title, works: SHORT.slice(2, 3) }],
  });
  expect(found.broken).toHaveLength(1);
  expect(found.broken[0]?.schedule).toContain('transfer');
  expect(interleavingsReport(found)).toMatch(/S\d+: [\s\S]*by attach, /);
});

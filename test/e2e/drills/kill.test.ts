import { expect, it } from 'vitest';
import { killDrill } from './kill/kill-drill.ts';

const KILLS = 3;

// The long form is a command: npm run drill -- --kills 100.
it('loses nothing and doubles nothing where the stack and its engine are killed while operations run and nodes move', async () => {
  const report = await killDrill({ kills: KILLS, killsARound: KILLS, seed: 1, projects: 120, events: 10 });
  expect(report.violations).toEqual([]);
  expect(report.kills.STACK + report.kills.ENGINE + report.kills.BOTH).toBe(KILLS);
  expect(report).toMatchObject({ rounds: 1, events: 10, operations: 4 });
}, 300_000);

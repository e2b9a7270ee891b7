import { beforeEach, describe, expect, it } from 'vitest';
import type { AttachMode } from '../../../shared/domain/operation.ts';
import { readProjects } from '../../../shared/storage/nodes.ts';
import { injectFaults } from '../../support/faults.ts';
import { expectTruth, heldBy, outcomesOf, recordsOf } from '../../support/operation-records.ts';
import { SITUATED, situate, type Situations } from '../../support/situations.ts';
import { useTables } from '../../support/tables.ts';
import { testEnvironment } from '../../support/test-environment.ts';
import { world, type World } from '../../support/world.ts';

const newTable = useTables('PROCESS');
let w: World;
let made: Situations;

beforeEach(async () => {
  w = world(testEnvironment(await newTable()));
  made = await situate(w);
});

/** By what a project holds: the outcome, and what is held afterwards of the target's scan type. */
const EXPECTED: Record<AttachMode, Record<keyof Situations['projects'], [string, string]>> = {
  APPEND: {
    none: ['APPLIED', 'target'],
    same: ['UNCHANGED/ALREADY_ATTACHED', 'target'],
    rival: ['APPLIED', 'target rival'],
    both: ['UNCHANGED/ALREADY_ATTACHED', 'target rival'],
    otherType: ['APPLIED', 'target'],
    ten: ['FAILED/LIMIT_REACHED', ''],
    tenWithRival: ['FAILED/LIMIT_REACHED', 'rival'],
    tenWithTarget: ['UNCHANGED/ALREADY_ATTACHED', 'target'],
  },
  SET: {
    none: ['APPLIED', 'target'],
    same: ['UNCHANGED/ALREADY_ATTACHED', 'target'],
    rival: ['APPLIED', 'target'],
    both: ['APPLIED', 'target'],
    otherType: ['APPLIED', 'target'],
    ten: ['FAILED/LIMIT_REACHED', ''],
    tenWithRival: ['APPLIED', 'target'],
    tenWithTarget: ['UNCHANGED/ALREADY_ATTACHED', 'target'],
  },
  REPLACE: {
    none: ['UNCHANGED/NOTHING_TO_REPLACE', ''],
    same: ['UNCHANGED/ALREADY_ATTACHED', 'target'],
    rival: ['APPLIED', 'target'],
    both: ['APPLIED', 'target'],
    otherType: ['UNCHANGED/NOTHING_TO_REPLACE', ''],
    ten: ['UNCHANGED/NOTHING_TO_REPLACE', ''],
    tenWithRival: ['APPLIED', 'target'],
    tenWithTarget: ['UNCHANGED/ALREADY_ATTACHED', 'target'],
  },
  FILL_PROFILE_GAPS: {
    none: ['APPLIED', 'target'],
    same: ['UNCHANGED/ALREADY_ATTACHED', 'target'],
    rival: ['UNCHANGED/ALREADY_COVERED', 'rival'],
    both: ['UNCHANGED/ALREADY_ATTACHED', 'target rival'],
    otherType: ['APPLIED', 'target'],
    ten: ['FAILED/LIMIT_REACHED', ''],
    tenWithRival: ['UNCHANGED/ALREADY_COVERED', 'rival'],
    tenWithTarget: ['UNCHANGED/ALREADY_ATTACHED', 'target'],
  },
  FILL_SCAN_GAPS: {
    none: ['APPLIED', 'target'],
    same: ['UNCHANGED/ALREADY_ATTACHED', 'target'],
    rival: ['UNCHANGED/ALREADY_COVERED', 'rival'],
    both: ['UNCHANGED/ALREADY_ATTACHED', 'target rival'],
    otherType: ['APPLIED', 'target'],
    ten: ['FAILED/LIMIT_REACHED', ''],
    tenWithRival: ['UNCHANGED/ALREADY_COVERED', 'rival'],
    tenWithTarget: ['UNCHANGED/ALREADY_ATTACHED', 'target'],
  },
};

const MODES = [
  'APPEND',
  'SET',
  'REPLACE',
  'FILL_PROFILE_GAPS',
  'FILL_SCAN_GAPS',
] as const satisfies AttachMode[];

async function ofType(projectId: number): Promise<string> {
  const held = await heldBy(w.env.table, projectId);
  return (['target', 'rival'] as const).filter((name) => held.includes(made[name])).join(' ');
}

describe.each(MODES)('%s', (mode) => {
  it.each([
    ['a group', { groupIds: [2] }],
    ['projects that are named', { projectIds: SITUATED }],
  ])('does by %s what it promises for whatever a project holds', async (_, targets) => {
    const { id } = await w.accepted({ mode, profile: { id: made.target }, ...targets });
    await w.drain();
    const outcomes = await outcomesOf(w.env.table, id);
    const found: Record<string, [string, string]> = {};
    for (const [name, projectId] of Object.entries(made.projects))
      found[name] = [outcomes[projectId] ?? 'none', await ofType(projectId)];
    expect(found).toEqual(EXPECTED[mode]);
    await expectTruth(w.env.table, id, SITUATED);
  });

  it('leaves what is attached of other scan types', async () => {
    await w.ended(await w.request({ mode, profile: { id: made.target }, groupIds: [2] }));
    const { otherType, ten, tenWithRival } = made.projects;
    expect(await heldBy(w.env.table, otherType)).toContain(made.others[0]);
    expect(await heldBy(w.env.table, ten)).toEqual(made.others);
    expect(await heldBy(w.env.table, tenWithRival)).toEqual(expect.arrayContaining(made.others.slice(0, 9)));
  });
});

describe.each(['SET', 'REPLACE'] as const)('%s', (mode) => {
  it('replaces in one write with attaching, also at ten, and records what it replaced', async () => {
    const { rival, tenWithRival } = made.projects;
    const ids = [rival, tenWithRival];
    const before = await readProjects(w.env.table, ids);
    const commands: string[] = [];
    const faults = injectFaults(w.env.table, (command) => {
      commands.push(command);
      return undefined;
    });
    const { id } = await w.accepted({ mode, profile: { id: made.target }, projectIds: ids });
    faults.stop();
    expect(commands.filter((command) => !/^(Get|BatchGet|Query|TransactGet)/.test(command))).toEqual([
      'TransactWriteItemsCommand',
    ]);
    const after = await readProjects(w.env.table, ids);
    for (const projectId of ids)
      expect(after.get(projectId)?.state.version).toBe((before.get(projectId)?.state.version ?? 0) + 1);
    const records = await recordsOf(w.env.table, id);
    expect(records.get(rival)?.effect).toEqual({
      before: [made.rival],
      made: [made.target],
      removed: [made.rival],
    });
  });

  it('is undone to what was held before', async () => {
    const before = await readProjects(w.env.table, SITUATED);
    const { id } = await w.accepted({ mode, profile: { id: made.target }, groupIds: [2] });
    await w.drain();
    await w.ended(await w.undo(id));
    for (const [projectId, { state }] of await readProjects(w.env.table, SITUATED))
      expect(Object.keys(state.attachments).toSorted(), `project ${projectId}`).toEqual(
        Object.keys(before.get(projectId)?.state.attachments ?? {}).toSorted(),
      );
  });
});

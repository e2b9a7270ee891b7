import { expect, it } from 'vitest';
import { readProjects } from '../../../shared/storage/nodes.ts';
import { newStage } from '../../simulation/directed/stage.ts';

it.each([
  ['done with its acceptance', 'APPEND', 'transaction'],
  ['done after its acceptance', 'FILL_SCAN_GAPS', 'states'],
] as const)(
  'a project that was deleted and made again is not written to by who had read it before: %s',
  async (_name, mode, command) => {
    const stage = await newStage();
    const [early = 0, kept = 0, toggled = 0] = await stage.profiles(1, 3);
    const ask = async (kind: 'ATTACH' | 'DETACH', id: number): Promise<unknown> =>
      stage.accepted({ kind, profile: { id }, projectIds: [11] });
    const version = async (): Promise<number> =>
      (await readProjects(stage.env.table, [11])).get(11)?.state.version ?? 0;
    for (let times = 0; times < 8; times += 1) {
      await ask('ATTACH', toggled);
      await ask('DETACH', toggled);
    }
    const before = await version();
    // An attach has read the project, and stops before it writes.
    await stage.during(
      async () => stage.accepted({ mode, profile: { id: early }, projectIds: [11] }),
      { command },
      async () => {
        stage.later();
        await stage.told({ id: 'gone', type: 'ProjectDeleted', detail: { project_id: 11 } });
        stage.later();
        const detail = { project_id: 11, namespace_id: 3, path: 'again' };
        await stage.told({ id: 'back', type: 'ProjectCreated', detail });
        await ask('ATTACH', kept);
        for (let times = 0; (await version()) < before; times += 1)
          await ask(times % 2 === 0 ? 'ATTACH' : 'DETACH', toggled);
      },
    );
    expect(await stage.held(11)).toContain(kept);
  },
);

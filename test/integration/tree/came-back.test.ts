import { expect, it } from 'vitest';
import { newStage } from '../../simulation/directed/stage.ts';

it.each([
  ['done with its acceptance', 'APPEND', 'transaction'],
  ['done after its acceptance', 'FILL_SCAN_GAPS', 'states'],
] as const)(
  'a group that came back keeps what was decided since, whoever met its projects elsewhere: %s',
  async (_name, mode, command) => {
    const stage = await newStage();
    const [own = 0] = await stage.profiles(1, 1);
    const [foreign = 0] = await stage.profiles(9, 1);
    await stage.holding(1, 11, [own]);
    const move = async (id: string, from: number, to: number): Promise<void> =>
      stage.told({
        id,
        type: 'GroupTransferredEvent',
        detail: { group_id: 2, old_parent_id: from, new_parent_id: to },
      });
    await move('away', 1, 9);
    stage.later();
    // An attach under root 9 has read project 11 there, and stops before it writes.
    await stage.during(
      async () => stage.request({ mode, profile: { id: foreign }, projectIds: [11] }),
      { command },
      async () => {
        stage.later();
        await move('back', 9, 1);
        const { totals } = await stage.accepted({ profile: { id: own }, projectIds: [11] });
        expect(totals.unchanged).toBe(1);
      },
    );
    await stage.drain();
    expect(await stage.held(11)).toEqual([own]);
  },
);

import { expect, it } from 'vitest';
import { deleteProfile } from '../../../shared/pipeline/profiles/delete-profile.ts';
import { updateProfile } from '../../../shared/pipeline/profiles/update-profile.ts';
import { injectFaults } from '../../support/faults.ts';
import { useTables } from '../../support/tables.ts';
import { testEnvironment } from '../../support/test-environment.ts';
import { world } from '../../support/world.ts';
import { made, stored } from './support/edits.ts';

const newTable = useTables('ENGINE');

it('a deletion of a version that was edited since is refused, wherever the edit comes in between', async () => {
  let edits = 0;
  for (let before = 0; edits >= before; before += 1) {
    const w = world(testEnvironment(await newTable()));
    await w.group(1, null);
    const { id } = await made(w);
    const faults = injectFaults(w.env.table, (_command, call) => {
      if (call !== before + 1) return undefined;
      return {
        before: async () => {
          faults.stop();
          edits += 1;
          const edit = { actor: 'owner', id: { id }, description: 'new', stripDefaults: true };
          await updateProfile(w.env, edit);
        },
      };
    });
    const asked = { actor: 'owner', id: { id }, dryRun: false, lockVersion: 1 };
    const { result } = await deleteProfile(w.env, asked);
    faults.stop();
    if (edits === before) break;
    expect(result, `edited before call ${edits}`).toBe('INVALID');
    expect(await stored(w, id)).toMatchObject({ status: 'ACTIVE', description: 'new' });
  }
  expect(edits).toBeGreaterThan(5);
});

import { expect, it } from 'vitest';
import { deleteProfile } from '../../../shared/pipeline/profiles/delete-profile.ts';
import { customProfiles } from '../../support/custom-profiles.ts';
import { Crash, injectFaults } from '../../support/faults.ts';
import { heldBy, recordsOf } from '../../support/operation-records.ts';
import { useTables } from '../../support/tables.ts';
import { testEnvironment } from '../../support/test-environment.ts';
import { world } from '../../support/world.ts';

const newTable = useTables('ENGINE');

it('what a page attached that is not recorded yet is in its record, though the profile was deleted and is gone by then', async () => {
  const w = world(testEnvironment(await newTable()));
  await w.group(1, null);
  await w.project(11, 1);
  const [profile = 0] = await customProfiles(w.env.table, 1, 1);
  const { id } = await w.accepted({ profile: { id: profile }, groupIds: [1] });
  const faults = injectFaults(w.env.table, (command) =>
    command === 'BatchExecuteStatementCommand'
      ? {
          after() {
            throw new Crash('before it is recorded');
          },
        }
      : undefined,
  );
  const [page] = w.env.attachQueue.messages;
  await expect(w.deliver()).rejects.toThrow(Crash);
  faults.stop();
  await deleteProfile(w.env, { actor: 'owner', id: { id: profile }, dryRun: false });
  // It takes away in passing what is of no use any more.
  await w.accepted({ profile: { template: 'dependency_scanning' }, projectIds: [11] });
  expect(await heldBy(w.env.table, 11)).not.toContain(profile);
  if (page) w.env.attachQueue.messages.unshift(page);
  await w.drain();
  expect((await recordsOf(w.env.table, id)).get(11)).toMatchObject({
    outcome: 'APPLIED',
    effect: { made: [profile] },
  });
});

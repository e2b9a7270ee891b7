import { expect, it } from 'vitest';
import { accept, MAXIMUM_RUNNING } from '../../../shared/pipeline/accept.ts';
import { customProfiles } from '../../support/custom-profiles.ts';
import { testEnvironment } from '../../support/test-environment.ts';
import { groupGid, operationsOf, profileGid } from '../support/operations.ts';
import { shared } from '../support/shared-stack.ts';
import { plantTree } from '../support/tree.ts';

/** Accepts operations as a function does that dies before it sends their messages: they stay PENDING for minutes. */
async function leaveRunning(rootId: number, profileId: number): Promise<readonly string[]> {
  const env = testEnvironment(shared.table, { now: Date.now(), seed: rootId });
  const ids: string[] = [];
  for (let failureThresholdPercent = 0; ids.length < MAXIMUM_RUNNING; failureThresholdPercent += 1) {
    const id = env.newId();
    const change = { kind: 'ATTACH', mode: 'APPEND', profileId, scanType: 'SAST' } as const;
    const request = { id, rootId, change, actor: 'running-owner', projectIds: [], groupIds: [rootId] };
    const { result } = await accept(env, { ...request, failureThresholdPercent });
    expect(result).toBe('ACCEPTED');
    ids.push(id);
  }
  return ids;
}

it('what is running already is not run twice; one more than twenty is refused, until one ends', async () => {
  const owner = operationsOf(shared, 'running-owner');
  const tree = await plantTree(shared, {
    projects: ['running/project'],
    members: { 'running-owner': { running: 50 } },
  });
  const root = tree.groups.get('running') ?? 0;
  const [profile = 0] = await customProfiles(shared.table, root, 1);
  const ids = await leaveRunning(root, profile);
  const input = { securityScanProfileId: profileGid(profile), groupIds: [groupGid(root)] };

  const newest = await owner.start('attachSecurityScanProfile', { ...input, failureThresholdPercent: 19 });
  expect(newest).toMatchObject({ id: ids.at(-1), status: 'PENDING' });
  const { errors } = await owner.send('attachSecurityScanProfile', input);
  expect(errors).toMatchObject([{ extensions: { code: 'TOO_MANY_OPERATIONS' } }]);
  for (const id of ids) expect(errors[0]?.message).toContain(id);
  const [first = ''] = ids;
  await owner.start('cancelSecurityScanProfileOperation', { id: first });
  expect(await owner.ended(first)).toMatchObject({ status: 'CANCELLED', totals: { projects: 0 } });
  expect(await owner.run('attachSecurityScanProfile', input)).toMatchObject({
    status: 'SUCCEEDED',
    totals: { projects: 1, applied: 1 },
  });
});

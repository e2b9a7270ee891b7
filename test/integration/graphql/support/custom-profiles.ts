import { createProfile, readProfileCounter } from '../../../../shared/storage/profiles.ts';
import { transact } from '../../../../shared/storage/write.ts';
import type { TestApi } from '../../../support/graphql-api.ts';

/** Makes so many profiles of a root that are not recommended, and answers their ids. */
export async function customProfiles(
  { env }: Pick<TestApi, 'env'>,
  rootId: number,
  count: number,
): Promise<readonly number[]> {
  const first = (await readProfileCounter(env.table)) + 1;
  const ids = Array.from({ length: count }, (_, index) => first + index);
  for (const id of ids) {
    const pieces = createProfile({
      id,
      rootId,
      scanType: 'SAST',
      name: `Profile ${id}`,
      description: '',
      triggers: ['DEFAULT_BRANCH_PIPELINE'],
      status: 'ACTIVE',
      createdAt: env.clock.now(),
      updatedAt: env.clock.now(),
    });
    await transact(env.table, pieces);
  }
  return ids;
}

import type { Table } from '../../shared/environment/environment.ts';
import { createProfile, readProfileCounter } from '../../shared/storage/profiles.ts';
import { transact } from '../../shared/storage/write.ts';

/** Makes so many profiles of a root that are not recommended, straight in the table, and answers their ids. */
export async function customProfiles(
  table: Table,
  rootId: number,
  count: number,
): Promise<readonly number[]> {
  const first = (await readProfileCounter(table)) + 1;
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
      createdAt: 0,
      updatedAt: 0,
    });
    const { result } = await transact(table, pieces);
    if (result === 'REFUSED') throw new Error('somebody else makes profiles at the same time');
  }
  return ids;
}

import type { ScanType } from '../../shared/domain/scan-types/scan-types.ts';
import type { Table } from '../../shared/environment/environment.ts';
import { createProfile, readProfileCounter } from '../../shared/storage/profiles.ts';
import { transact } from '../../shared/storage/write.ts';

/**
 * Makes so many profiles of a root that are not recommended, straight in the table, and answers their ids. They are called
 * `Profile ID`, or as said: then their scan type has to tell them apart.
 */
export async function customProfiles(
  table: Table,
  rootId: number,
  count: number,
  { scanType = 'SAST', name = '' }: { readonly scanType?: ScanType; readonly name?: string } = {},
): Promise<readonly number[]> {
  const ids: number[] = [];
  while (ids.length < count) {
    const id = (await readProfileCounter(table)) + 1;
    const pieces = createProfile({
      id,
      rootId,
      scanType,
      name: name || `Profile ${id}`,
      description: '',
      triggers: ['DEFAULT_BRANCH_PIPELINE'],
      configurationDigests: {},
      lockVersion: 1,
      status: 'ACTIVE',
      createdAt: 0,
      updatedAt: 0,
    });
    // Another test may draw from the counter at the same time.
    if ((await transact(table, pieces)).result === 'WRITTEN') ids.push(id);
  }
  return ids;
}

import * as z from 'zod';
import type { Environment } from '../environment/environment.ts';
import { membershipKey } from '../storage/keys.ts';
import { putMembership } from '../storage/memberships.ts';
import { batchGet, type Item, keyText } from '../storage/read.ts';
import { transact } from '../storage/write.ts';
import { setMember } from '../tree/set-member.ts';
import { batchesOf, inLanes } from './lanes.ts';
import type { MemberRecord } from './records.ts';

export interface MemberCounts {
  written: number;
  unchanged: number;
  /** Kept as they are, because something as late or later is known about them. */
  later: number;
}

const BATCH = 100;
const LANES = 3;

const stored = z.object({ accessLevel: z.number().nullable(), at: z.number() });

/** Brings memberships to what the file says as of a time (epoch milliseconds). */
export async function writeMembers(
  env: Pick<Environment, 'table' | 'clock'>,
  records: readonly MemberRecord[],
  asOf: number,
  onDone: (members: number) => void,
): Promise<MemberCounts> {
  const counts: MemberCounts = { written: 0, unchanged: 0, later: 0 };
  await inLanes(LANES, batchesOf(records, BATCH), async (batch) => {
    const known = await batchGet(
      env.table,
      batch.map(({ ref, userId }) => membershipKey(ref, userId)),
    );
    const due: MemberRecord[] = [];
    for (const record of batch) {
      const comparison = compareMember(
        known.get(keyText(membershipKey(record.ref, record.userId))),
        record,
        asOf,
      );
      if (comparison === 'DUE') due.push(record);
      else counts[comparison === 'SAME' ? 'unchanged' : 'later'] += 1;
    }
    await write(env, due, asOf, counts);
    onDone(batch.length);
  });
  return counts;
}

/** DUE: to be written. LATER: something as late or later says otherwise. */
function compareMember(
  item: Item | undefined,
  { accessLevel }: Pick<MemberRecord, 'accessLevel'>,
  asOf: number,
): 'SAME' | 'DUE' | 'LATER' {
  const before = item && stored.parse(item);
  if ((before?.accessLevel ?? null) === accessLevel) return 'SAME';
  return before && before.at >= asOf ? 'LATER' : 'DUE';
}

async function write(
  env: Pick<Environment, 'table' | 'clock'>,
  due: readonly MemberRecord[],
  at: number,
  counts: MemberCounts,
): Promise<void> {
  if (due.length === 0) return;
  const memberships = due.map((record) => ({ ...record, at }));
  const isPlain = due.every(({ accessLevel }) => accessLevel !== null);
  const together = isPlain
    ? await transact(
        env.table,
        memberships.map((each) => putMembership(each)),
      )
    : undefined;
  if (together?.result === 'WRITTEN') {
    counts.written += due.length;
    return;
  }
  for (const membership of memberships) {
    counts[(await setMember(env, membership)) === 'WRITTEN' ? 'written' : 'later'] += 1;
  }
}

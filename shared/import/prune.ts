import type { Environment } from '../environment/environment.ts';
import { removeNode } from '../tree/remove-node.ts';
import { setMember } from '../tree/set-member.ts';
import type { Named, Surplus } from './surplus.ts';

export interface PruneCounts {
  nodes: number;
  members: number;
  /** Kept, because they came later than the files. */
  later: number;
}

/** Removes what the files do not have: one by one, since every removal draws from one counter. */
export async function prune(
  env: Pick<Environment, 'table' | 'clock' | 'random'>,
  surplus: Surplus,
  { asOf }: Named,
  onDone: () => void,
): Promise<PruneCounts> {
  const counts: PruneCounts = { nodes: 0, members: 0, later: surplus.later };
  for (const { ref } of surplus.nodes) {
    counts[(await removeNode(env, ref, asOf[ref.kind])) === 'REMOVED' ? 'nodes' : 'later'] += 1;
    onDone();
  }
  for (const member of surplus.members) {
    const removal = { ...member, accessLevel: null, at: asOf.member ?? 0 };
    counts[(await setMember(env, removal)) === 'WRITTEN' ? 'members' : 'later'] += 1;
    onDone();
  }
  return counts;
}

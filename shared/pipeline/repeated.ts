import { permissionsOf } from '../domain/access.ts';
import type { Operation } from '../domain/operation.ts';
import type { Environment } from '../environment/environment.ts';
import { locateVisible, soughtRoot } from '../tree/locate.ts';
import { type Launched, sendOnceMore } from './launch.ts';
import { findClaimed, type Idempotency } from './repetition.ts';

/**
 * The answer to a request, unless that is a refusal of what was accepted under the same key before: then that again. What
 * was asked for stands, whatever has become of its targets and its profile, and a lost answer can be had once more: by who
 * may still read the operation.
 */
export async function orRepeated<Answer extends { readonly result: string }>(
  env: Environment,
  actor: string,
  idempotency: Idempotency | undefined,
  answer: Answer,
): Promise<Answer | Extract<Launched, { result: 'EXISTING' }> | { readonly result: 'DENIED' }> {
  if (!idempotency || answer.result === 'ACCEPTED') return answer;
  // Looked up after what refused it, so that nobody who asks at the same time comes in between.
  const claimed = await findClaimed(env, actor, idempotency);
  if (claimed?.result !== 'EXISTING') return answer;
  const isSent = answer.result === 'EXISTING';
  // It may be of another root than the one that the targets are in by now.
  if (!(await mayRead(env, claimed.operation, actor))) return isSent ? { result: 'DENIED' } : answer;
  if (!isSent) await sendOnceMore(env, claimed.operation);
  return claimed;
}

async function mayRead(env: Environment, { rootId }: Operation, actor: string): Promise<boolean> {
  const root = await locateVisible(env, soughtRoot(rootId), actor);
  return root !== undefined && permissionsOf(root).read;
}

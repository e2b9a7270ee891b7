import { PAGE_SIZE } from '../domain/frontier.ts';
import { SYSTEM_ACTOR } from '../domain/operation.ts';
import type { Environment } from '../environment/environment.ts';
import { METRICS } from '../names.ts';
import { launch } from '../pipeline/launch.ts';
import { sendOrLeave } from '../pipeline/message.ts';

/**
 * Has projects repaired, by root: by re-homes of a page each in the log of that root, so that what is taken away stands
 * there like all else. Answers the operations.
 */
export async function repair(
  env: Environment,
  faults: ReadonlyMap<number, readonly number[]>,
): Promise<readonly string[]> {
  const operations: string[] = [];
  for (const [rootId, projectIds] of faults) {
    for (let start = 0; start < projectIds.length; start += PAGE_SIZE)
      operations.push(await rehome(env, rootId, projectIds.slice(start, start + PAGE_SIZE)));
  }
  return operations;
}

async function rehome(env: Environment, rootId: number, projectIds: readonly number[]): Promise<string> {
  const request = {
    id: env.newId(),
    rootId,
    change: { kind: 'REHOME' },
    actor: SYSTEM_ACTOR,
    projectIds,
    groupIds: [],
  } as const;
  const launched = await launch(env, request, {});
  if (launched.result !== 'ACCEPTED' && launched.result !== 'EXISTING')
    throw new Error(`a repair was refused: ${launched.result}`);
  const operationId = launched.operation.id;
  if (launched.result === 'ACCEPTED' && launched.named) await sendOrLeave(env, [launched.named]);
  env.log.warn('stored attachments are out of place', { rootId, operationId, projectIds });
  env.log.count(METRICS.sweepRepairs, projectIds.length);
  return operationId;
}

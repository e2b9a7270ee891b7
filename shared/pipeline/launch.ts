import { hasEnded, type Operation } from '../domain/operation.ts';
import type { Environment } from '../environment/environment.ts';
import { METRICS } from '../names.ts';
import { listFirstPages, NAMED_PAGE, type OpenPage } from '../storage/pages.ts';
import { accept, type Acceptances, type Accepted, type Overtaken, type Request } from './accept.ts';
import { sendOrLeave } from './message.ts';
import { findClaimed, type Idempotency } from './repetition.ts';

/** Either the operation, with its page of named projects where that is still to be done, or why there is none. */
export type Launched =
  | { readonly result: 'ACCEPTED'; readonly operation: Operation; readonly named: OpenPage | undefined }
  | Exclude<Accepted, { result: 'ACCEPTED' }>;

/** Accepts an operation and sends what the attach-worker has to do of it. */
export async function launch(
  env: Environment,
  request: Request,
  idempotency?: Idempotency,
): Promise<Launched> {
  const launched = await launchWith(env, request, { idempotency });
  if (launched.result === 'OVERTAKEN')
    throw new Error('nothing came with the operation that could be refused');
  return launched;
}

/**
 * The answer to a request, unless that is a refusal of what was accepted under the same key before: then that again. What
 * was asked for stands, whatever has become of its targets and its profile, and a lost answer can be had once more.
 */
export async function orRepeated<Answer extends { readonly result: string }>(
  env: Environment,
  actor: string,
  idempotency: Idempotency | undefined,
  answer: Answer,
): Promise<Answer | Extract<Launched, { result: 'EXISTING' }>> {
  if (!idempotency || answer.result === 'ACCEPTED' || answer.result === 'EXISTING') return answer;
  // Looked up after what refused it, so that nobody who asks at the same time comes in between.
  const claimed = await findClaimed(env, actor, idempotency);
  if (claimed?.result !== 'EXISTING') return answer;
  await sendOnceMore(env, claimed.operation);
  return claimed;
}

/** Who asks again under a key may have got no answer because a function died before it sent anything. */
async function sendOnceMore(env: Environment, operation: Operation): Promise<void> {
  if (!hasEnded(operation)) await sendOrLeave(env, await listFirstPages(env.table, operation.id));
}

/** Like `launch`, with what comes with the acceptance. */
export async function launchWith(
  env: Environment,
  request: Request,
  besides: Acceptances,
): Promise<Launched | Overtaken> {
  const accepted = await accept(env, request, besides);
  if (accepted.result === 'EXISTING' && besides.idempotency) await sendOnceMore(env, accepted.operation);
  if (accepted.result !== 'ACCEPTED') return accepted;
  const { operation, pages } = accepted.acceptance;
  env.log.info('operation accepted', {
    operationId: operation.id,
    rootId: operation.rootId,
    change: operation.change.kind,
    dryRun: operation.dryRun ?? false,
  });
  env.log.count(METRICS.operationAccepted);
  const named = pages.find(({ pageId }) => pageId === NAMED_PAGE);
  await sendOrLeave(
    env,
    pages.filter((page) => page !== named),
  );
  return { result: 'ACCEPTED', operation, named };
}

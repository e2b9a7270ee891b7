import { hasEnded, type Operation } from '../domain/operation.ts';
import type { Environment } from '../environment/environment.ts';
import { METRICS } from '../names.ts';
import { listFirstPages, NAMED_PAGE, type OpenPage } from '../storage/pages.ts';
import { accept, type Acceptances, type Accepted, type Overtaken, type Request } from './accept.ts';
import { sendOrLeave } from './message.ts';
import { countPage } from './metrics.ts';
import type { PageRun } from './run-page.ts';

/** Either the operation, with its page of named projects where that is still to be done, or why there is none. */
export type Launched =
  | {
      readonly result: 'ACCEPTED';
      readonly operation: Operation;
      readonly named: OpenPage | undefined;
      /** Its projects are done with the acceptance: what is left is to announce it. */
      readonly settled: PageRun | undefined;
    }
  | Exclude<Accepted, { result: 'ACCEPTED' }>;

/** Accepts an operation and sends what the attach-worker has to do of it. */
export async function launch(
  env: Environment,
  request: Request,
  besides: Omit<Acceptances, 'besides'>,
): Promise<Launched> {
  const launched = await launchWith(env, request, besides);
  if (launched.result === 'OVERTAKEN')
    throw new Error('nothing came with the operation that could be refused');
  return launched;
}

/** Who asks again under a key may have got no answer because a function died before it sent anything. */
export async function sendOnceMore(env: Environment, operation: Operation): Promise<void> {
  if (!hasEnded(operation))
    await sendOrLeave(env, await listFirstPages(env.table, operation.id), { again: true });
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
  const { settled } = accepted;
  const { operation, pages } = accepted.acceptance;
  env.log.info('operation accepted', {
    operationId: operation.id,
    rootId: operation.rootId,
    change: operation.change.kind,
    dryRun: operation.dryRun ?? false,
  });
  env.log.count(METRICS.operationAccepted);
  if (settled) {
    const { status, totals } = settled.operation;
    env.log.info('operation ended', { operationId: operation.id, status, totals });
    countPage(env.log, totals, settled.effects.values());
  }
  const named = pages.find(({ pageId }) => pageId === NAMED_PAGE);
  await sendOrLeave(
    env,
    pages.filter((page) => page !== named),
  );
  return { result: 'ACCEPTED', operation, named, settled };
}

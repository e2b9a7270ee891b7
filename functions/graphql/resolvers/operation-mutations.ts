import type { Environment } from '../../../shared/environment/environment.ts';
import type { OperationAnswer, OperationRequest } from '../../../shared/pipeline/permitted.ts';
import { requestAdopt } from '../../../shared/pipeline/request-adopt.ts';
import { requestApply } from '../../../shared/pipeline/request-apply.ts';
import { requestCancel } from '../../../shared/pipeline/request-cancel.ts';
import { requestRetry } from '../../../shared/pipeline/request-retry.ts';
import { requestUndo } from '../../../shared/pipeline/request-undo.ts';
import type { RequestContext } from '../context.ts';
import {
  expired,
  idempotencyConflict,
  invalidState,
  noAccess,
  tooManyOperations,
} from '../errors/refusals.ts';
import type {
  MutationResolvers,
  UndoSecurityScanProfileOperationInput,
} from '../generated/resolver-types.ts';
import { isOperationId } from '../operation-id.ts';
import type { PayloadParent } from '../parents.ts';
import { changeOptions } from './change-options.ts';

/** The one with most fields; others have fewer. */
type Input = UndoSecurityScanProfileOperationInput;

export const operationMutations: Required<
  Pick<
    MutationResolvers,
    | 'applySecurityScanProfileOperation'
    | 'retrySecurityScanProfileOperation'
    | 'undoSecurityScanProfileOperation'
    | 'cancelSecurityScanProfileOperation'
    | 'adoptSecurityScanProfiles'
  >
> = {
  applySecurityScanProfileOperation: async (_parent, { input }, context) =>
    change(requestApply, input, context),
  retrySecurityScanProfileOperation: async (_parent, { input }, context) =>
    change(requestRetry, input, context),
  undoSecurityScanProfileOperation: async (_parent, { input }, context) =>
    change(requestUndo, input, context),
  cancelSecurityScanProfileOperation: async (_parent, { input }, context) =>
    change(requestCancel, input, context),
  adoptSecurityScanProfiles: async (_parent, { input: { operationId, ...input } }, context) =>
    change(requestAdopt, { id: operationId, ...input }, context),
};

/** Throws what refuses it: an operation that is absent, or not the caller's to change, as any other such thing. */
async function change(
  request: (env: Environment, asked: OperationRequest) => Promise<OperationAnswer>,
  { id, clientMutationId, ...asked }: Input,
  { environment, caller: { userId } }: RequestContext,
): Promise<PayloadParent> {
  const options = changeOptions(asked);
  if (!isOperationId(id)) throw noAccess();
  const answer = await request(environment, { operationId: id, actor: userId, ...options });
  switch (answer.result) {
    case 'DENIED':
      throw noAccess();
    case 'INVALID_STATE':
      throw invalidState(answer.reason);
    case 'EXPIRED':
      throw expired(answer.reason);
    case 'IDEMPOTENCY_CONFLICT':
      throw idempotencyConflict();
    case 'TOO_MANY_OPERATIONS':
      throw tooManyOperations(answer.running);
    case 'ACCEPTED':
      return { errors: [], operation: answer.operation, clientMutationId: clientMutationId ?? null };
  }
}

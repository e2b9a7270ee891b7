import { runMessage } from '../../functions/attach-worker/run-message.ts';
import { Loaders } from '../../functions/graphql/loaders.ts';
import { attachedProfiles } from '../../functions/graphql/resolvers/attached-profiles.ts';
import { lookAfterOpenPages } from '../../functions/janitor/look-after.ts';
import { ACCESS_LEVELS } from '../../shared/domain/access.ts';
import { groupRef, type NodeRef, projectRef } from '../../shared/domain/node.ts';
import type { Envelope } from '../../shared/domain/tree-event.ts';
import { pageMessage } from '../../shared/pipeline/message.ts';
import type { OperationAnswer, OperationRequest } from '../../shared/pipeline/permitted.ts';
import { requestAdopt } from '../../shared/pipeline/request-adopt.ts';
import { requestApply } from '../../shared/pipeline/request-apply.ts';
import { requestCancel } from '../../shared/pipeline/request-cancel.ts';
import { requestRetry } from '../../shared/pipeline/request-retry.ts';
import { requestUndo } from '../../shared/pipeline/request-undo.ts';
import {
  type AttachmentAnswer,
  type AttachmentRequest,
  requestAttachment,
} from '../../shared/pipeline/request.ts';
import { settleNode } from '../../shared/storage/nodes.ts';
import { readOperation } from '../../shared/storage/operations.ts';
import { transact } from '../../shared/storage/write.ts';
import { applyEvent } from '../../shared/tree/apply-event.ts';
import { placeNode } from '../../shared/tree/place-node.ts';
import { setMember } from '../../shared/tree/set-member.ts';
import type { Operation } from '../../shared/domain/operation.ts';
import type { TestEnvironment } from './test-environment.ts';

/** Milliseconds. */
const VISIBILITY = 120_000;

/** Asks for something to be done with an operation, as `owner` unless it says otherwise. */
type Ask = (operationId: string, more?: Partial<OperationRequest>) => Promise<OperationAnswer>;

/** A tree on the real engine and the product's own code, driven step by step. */
export interface World {
  readonly env: TestEnvironment;
  group(id: number, parentId: number | null): Promise<void>;
  project(id: number, parentId: number): Promise<void>;
  request(request: Partial<AttachmentRequest>): Promise<AttachmentAnswer>;
  accepted(request: Partial<AttachmentRequest>): Promise<Operation>;
  readonly apply: Ask;
  readonly retry: Ask;
  readonly undo: Ask;
  readonly adopt: Ask;
  readonly cancel: Ask;
  /** Delivers what is in the queue, and answers the operation that came of a request as it stands then. */
  ended(answer: AttachmentAnswer | OperationAnswer): Promise<Operation>;
  /** Delivers the first message of the queue. */
  deliver(): Promise<void>;
  /** Delivers what is in the queue, first to last, until it is empty. */
  drain(): Promise<void>;
  event(detailType: string, detail: Record<string, unknown>, time?: string): Promise<void>;
  operation(id: string): Promise<Operation>;
  /** Scan types that a reader sees on a project. */
  visible(projectId: number): Promise<readonly string[]>;
  janitor(): Promise<void>;
}

/** User `owner` is given every root that is made. */
export function world(env: TestEnvironment): World {
  const at = (): number => env.clock.now() - 86_400_000;
  let events = 0;
  const place = async (ref: NodeRef, parentId: number | null): Promise<void> => {
    const slug = `${ref.kind}-${ref.id}`;
    const placed = await placeNode(env, { ref, parentId, slug, name: slug, at: at() });
    // Nobody has to be told of it.
    if (placed.result === 'PLACED') await transact(env.table, [settleNode(placed.node)]);
  };
  const request = async (given: Partial<AttachmentRequest>): Promise<AttachmentAnswer> =>
    requestAttachment(env, {
      kind: 'ATTACH',
      mode: 'APPEND',
      actor: 'owner',
      profile: { template: 'secret_detection' },
      projectIds: [],
      groupIds: [],
      deadline: env.clock.now() + 20_000,
      ...given,
    });
  const deliver = async (): Promise<void> => {
    const message = env.attachQueue.messages.shift();
    if (message) await runMessage(env, pageMessage.parse(JSON.parse(message.body)), env.clock.now() + 20_000);
  };
  const drain = async (): Promise<void> => {
    while (env.attachQueue.messages.length > 0) await deliver();
  };
  const operation = async (id: string): Promise<Operation> => {
    const found = await readOperation(env.table, id);
    if (!found) throw new Error(`no operation ${id}`);
    return found;
  };
  const ask =
    (send: (env: TestEnvironment, request: OperationRequest) => Promise<OperationAnswer>): Ask =>
    async (operationId, more = {}) =>
      send(env, { operationId, actor: 'owner', ...more });
  return {
    env,
    apply: ask(requestApply),
    retry: ask(requestRetry),
    undo: ask(requestUndo),
    adopt: ask(requestAdopt),
    cancel: ask(requestCancel),
    async group(id, parentId) {
      await place(groupRef(id), parentId);
      if (parentId !== null) return;
      await setMember(env, {
        ref: groupRef(id),
        userId: 'owner',
        accessLevel: ACCESS_LEVELS.owner,
        at: at(),
      });
    },
    async project(id, parentId) {
      await place(projectRef(id), parentId);
    },
    request,
    async accepted(given) {
      return acceptedIn(await request(given));
    },
    async ended(answer) {
      await drain();
      return operation(acceptedIn(answer).id);
    },
    deliver,
    drain,
    async event(detailType, detail, time = new Date(env.clock.now()).toISOString()) {
      events += 1;
      const event: Envelope = { id: `event-${events}`, 'detail-type': detailType, time, detail };
      await applyEvent(env, event);
    },
    operation,
    async visible(projectId) {
      const loaders = new Loaders(env, 'owner');
      const project = await loaders.project(projectId);
      const profiles = project ? await attachedProfiles(project, {}, { loaders }) : [];
      return profiles.map(({ scanType }) => scanType).toSorted();
    },
    async janitor() {
      await lookAfterOpenPages(env, VISIBILITY);
    },
  };
}

function acceptedIn(answer: AttachmentAnswer | OperationAnswer): Operation {
  if (answer.result !== 'ACCEPTED') throw new Error(`refused: ${answer.result}`);
  return answer.operation;
}

import * as z from 'zod/mini';
import { $ZodError } from 'zod/v4/core';
import en from 'zod/v4/locales/en.js';
import type { NodeRef } from '../../../shared/domain/node.ts';
import { parseScanFinished } from '../../../shared/domain/scan-status/scan-event.ts';
import { envelope, parseTreeEvent } from '../../../shared/domain/tree-event.ts';
import { QUEUES } from '../../../shared/names.ts';
import { isKnown, pageMessage } from '../../../shared/pipeline/message.ts';
import type { QueueName } from '../operator/resources.ts';

// Reasons in words, as the workers log them.
z.config(en());

/** What a message is, as its worker reads it. */
export type Meaning =
  | { readonly kind: 'PAGE'; readonly operationId: string; readonly pageId: string }
  | { readonly kind: 'EVENT'; readonly eventId: string; readonly detailType: string; readonly node: NodeRef }
  /** A page as a later release sends it, of which no more is known: the deployment has been rolled back. */
  | { readonly kind: 'LATER_VERSION'; readonly version: number }
  | { readonly kind: 'NOT_UNDERSTOOD'; readonly reason: string };

/** Reads the body of a message with the code of the worker that it is for. */
export function meaningOf(queue: QueueName, body: string): Meaning {
  try {
    return READERS[queue](JSON.parse(body));
  } catch (error) {
    return { kind: 'NOT_UNDERSTOOD', reason: reasonOf(error) };
  }
}

/** Whether another try can help, with the release that this is. */
export function isUnderstood({ kind }: Meaning): boolean {
  return kind === 'PAGE' || kind === 'EVENT';
}

const READERS: Readonly<Record<QueueName, (body: unknown) => Meaning>> = {
  [QUEUES.attachWorker]: (body) => {
    const message = pageMessage.parse(body);
    if (!isKnown(message)) return { kind: 'LATER_VERSION', version: message.version };
    const { operationId, pageId } = message;
    return { kind: 'PAGE', operationId, pageId };
  },
  [QUEUES.cleanupWorker]: (body) => {
    const event = envelope.parse(body);
    const parsed = parseTreeEvent(event);
    const node = parsed.type === 'PLACE' ? parsed.placing.ref : parsed.ref;
    return { kind: 'EVENT', eventId: event.id, detailType: event['detail-type'], node };
  },
  [QUEUES.statusWorker]: (body) => {
    const { eventId, projectId } = parseScanFinished(body);
    const detailType = envelope.parse(body)['detail-type'];
    return { kind: 'EVENT', eventId, detailType, node: { kind: 'project', id: projectId } };
  },
};

function reasonOf(error: unknown): string {
  if (error instanceof $ZodError) return z.prettifyError(error);
  return error instanceof Error ? error.message : String(error);
}

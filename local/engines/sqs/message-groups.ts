import type { buildApp } from 'fauxqs';
import * as z from 'zod';
import { FairOrder } from './fair-order.ts';
import { type SqsMessage, type SqsQueue, SqsStore } from './stores.ts';

const entrySchema = z.looseObject({
  MessageGroupId: z.string().optional(),
  MessageAttributes: z.record(z.string(), z.unknown()).optional(),
});
/** Of `SendMessage` and `SendMessageBatch`. */
const requestSchema = entrySchema.extend({ Entries: z.array(entrySchema).optional() });

/**
 * Standard queues that are fair between message groups, as those of AWS are. fauxqs drops the group of a message that
 * is sent to a standard queue, and hands messages out in the order in which they came.
 */
export class FairSqsStore extends SqsStore {
  /** Message attributes of a request → group. fauxqs passes that very object on to the message. */
  private readonly groups = new WeakMap<object, string>();

  override createQueue(...parameters: Parameters<SqsStore['createQueue']>): SqsQueue {
    const queue = super.createQueue(...parameters);
    if (queue.isFifo()) return queue;
    const order = new FairOrder<SqsMessage>(({ messageGroupId }) => messageGroupId);
    const [enqueue, dequeue] = [queue.enqueue.bind(queue), queue.dequeue.bind(queue)];
    queue.enqueue = (message) => {
      const group = this.groups.get(message.messageAttributes);
      if (group !== undefined) message.messageGroupId = group;
      enqueue(message);
    };
    queue.dequeue = (count, ...others) => {
      // Brings back what was out of sight for long enough, so that it is arranged with the rest.
      queue.processTimers();
      const inFlight = Array.from(queue.inflightMessages.values(), ({ message }) => message);
      queue.messages = order.arrange(queue.messages, inFlight, count);
      return dequeue(count, ...others);
    };
    return queue;
  }

  /** Has the server take note of the groups of messages that are sent. */
  attendTo(app: ReturnType<typeof buildApp>): void {
    app.addHook('preHandler', (request, _reply, done) => {
      const parsed = requestSchema.safeParse(request.body);
      const entries = parsed.success ? [parsed.data, ...(parsed.data.Entries ?? [])] : [];
      for (const entry of entries) {
        if (entry.MessageGroupId === undefined) continue;
        entry.MessageAttributes ??= {};
        this.groups.set(entry.MessageAttributes, entry.MessageGroupId);
        request.body = parsed.data;
      }
      done();
    });
  }
}

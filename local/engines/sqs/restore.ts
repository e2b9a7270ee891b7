import { ACCOUNT } from '../../template/identity.ts';
import { PersistenceManager, SnsStore, SqsStore } from './stores.ts';

/** The data directory of the SQS engine. */
export class MessageFile extends PersistenceManager {
  override updateMessageReady(): void {
    // The original breaks a rule of its own table. Nothing has to be stored: `restore` takes every message as ready.
  }
}

/**
 * Fills an empty store from the data directory and keeps the two in step from then on.
 *
 * Queues get the URL of the present port. Messages that somebody was working on are ready again at once: whoever
 * that was ended with the last run, so waiting for their visibility timeout would help nobody.
 */
export function restore(store: SqsStore, file: MessageFile, endpoint: string): void {
  const stored = new SqsStore();
  file.loadSqsAndSns(stored, new SnsStore());
  for (const {
    name,
    arn,
    attributes,
    tags,
    inflightMessages,
    messages,
    delayedMessages,
  } of stored.allQueues()) {
    const url = `${endpoint}/${ACCOUNT}/${name}`;
    // Before the file is known to the queue: to store a queue again would replace its row, and its messages with it.
    const queue = store.createQueue(name, url, arn, attributes, Object.fromEntries(tags));
    queue.messages = [...Array.from(inflightMessages.values(), ({ message }) => message), ...messages];
    queue.delayedMessages = delayedMessages;
    queue.persistence = file;
  }
  store.persistence = file;
}

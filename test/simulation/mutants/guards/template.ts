import { type Mutant, patch } from '../mutant.ts';

const WORKER_QUEUE = 'infra/worker-queue.ts';

/** Guards that are settings of the stack. */
export const TEMPLATE: readonly Mutant[] = [
  {
    name: 'visibility-timeout',
    race: 'timeout',
    beyondHistories: 'they run without the stack',
    guard: 'a message is out of sight for six times the time of the function that works on it',
    without: 'a message is received again while somebody works on it, five times, and is set aside',
    patches: [patch(WORKER_QUEUE, '= 6 * consumerTimeoutSeconds;', '= consumerTimeoutSeconds;')],
  },
  {
    name: 'failures-by-message',
    race: 'crash',
    beyondHistories: 'they run without the stack',
    guard: 'the queue is told which messages of a batch failed',
    without: 'what is reported as failed is taken for done',
    patches: [patch(WORKER_QUEUE, 'reportBatchItemFailures: true', 'reportBatchItemFailures: false')],
  },
  {
    name: 'set-aside',
    race: 'poison',
    beyondHistories: 'they run without the stack',
    guard: 'a message that failed five times is set aside in a dead-letter queue',
    without: 'it comes again for fourteen days, and then is gone without an alarm',
    patches: [
      patch(
        WORKER_QUEUE,
        'deadLetterQueue: { queue: this.deadLetterQueue, maxReceiveCount: MAX_RECEIVE_COUNT },',
        '',
      ),
    ],
  },
];

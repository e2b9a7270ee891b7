import { limitOf } from '../command-line/values.ts';
import { Misuse } from '../exit-codes.ts';
import { queueOf } from '../dead-letters/names.ts';
import { QUEUE_NAMES } from '../operator/resources.ts';
import type { Command } from './command.ts';

export const listDeadLetters: Command = {
  asks: 'AWS',
  words: ['dead-letters', 'list'],
  synopsis: '[QUEUE]',
  summary: 'Lists the messages that workers gave up, by queue, and what each of them is.',
  details: [
    `QUEUE is ${QUEUE_NAMES.join(', ')}; without it, all of them.`,
    'SQS shows a message only to who receives it. For a moment it is out of sight of others, and it counts as received once more,',
    'which in a dead-letter queue has no effect.',
  ],
  options: ['limit'],
  optionHelp: { limit: 'at most so many messages a queue; else 20 as text, all as --json or --csv' },
  examples: ['dead-letters list', 'dead-letters list cleanup-worker --csv > dead.csv'],
  plan: (args) => {
    const [typed, ...more] = args.words;
    if (more.length > 0) throw new Misuse('Name one queue, or none for all');
    const queues = typed === undefined ? QUEUE_NAMES : [queueOf(typed)];
    const limit = limitOf(args);
    return async (context) => (await import('../dead-letters/list.ts')).listLetters(context, queues, limit);
  },
};

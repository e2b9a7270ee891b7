import { twoWords } from '../command-line/values.ts';
import { queueOf } from '../dead-letters/names.ts';
import type { Command } from './command.ts';

export const showDeadLetter: Command = {
  asks: 'AWS',
  words: ['dead-letters', 'show'],
  synopsis: 'QUEUE MESSAGE',
  summary: 'Shows all of a message that was given up, and says what can be done about it.',
  details: [
    'MESSAGE is the first column of "dead-letters list". The reason of a failure is in the log of the worker.',
  ],
  options: [],
  examples: ['dead-letters show cleanup-worker 3f6c1a52-0b7e-4c39-9a54-b1a6b0a7f2c8'],
  plan: (args) => {
    const [typed, id] = twoWords(args, 'queue', 'message');
    const queue = queueOf(typed);
    return async (context) => (await import('../dead-letters/show.ts')).showLetter(context, queue, id);
  },
};

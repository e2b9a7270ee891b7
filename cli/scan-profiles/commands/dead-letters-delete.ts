import { queueOf } from '../dead-letters/names.ts';
import { Misuse } from '../exit-codes.ts';
import type { Command } from './command.ts';

export const deleteDeadLetters: Command = {
  asks: 'AWS',
  words: ['dead-letters', 'delete'],
  synopsis: 'QUEUE MESSAGE...',
  summary: 'Deletes messages that no further try can help.',
  details: ['It is asked first. Only what is named is deleted, and it cannot be taken back.'],
  options: ['yes'],
  examples: ['dead-letters delete cleanup-worker 3f6c1a52-0b7e-4c39-9a54-b1a6b0a7f2c8'],
  plan: (args) => {
    const [typed, ...ids] = args.words;
    const queue = queueOf(typed);
    if (ids.length === 0) throw new Misuse('Name the messages to delete');
    const isAgreed = args.flag('yes');
    return async (context) =>
      (await import('../dead-letters/delete.ts')).deleteLetters(context, queue, ids, isAgreed);
  },
};

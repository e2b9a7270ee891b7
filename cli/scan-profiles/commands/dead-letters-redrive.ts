import { queueOf } from '../dead-letters/names.ts';
import { Misuse } from '../exit-codes.ts';
import type { Command } from './command.ts';

export const redriveDeadLetters: Command = {
  asks: 'AWS',
  words: ['dead-letters', 'redrive'],
  synopsis: 'QUEUE [MESSAGE...]',
  summary: 'Sends messages that were given up to their worker once more.',
  details: [
    'Remove the cause first. Name messages, which are sent in that order, or say --all: then what is not understood stays, because',
    'no further try can help it, and so does what a later release sent; the command ends with 2. It is asked first. A message leaves',
    'the dead-letter queue only after it was sent: an interruption can leave it in both, and a message that comes twice, late or in',
    'another order does no harm.',
  ],
  options: ['all', 'dry-run', 'yes'],
  optionHelp: { 'dry-run': 'show what would be sent, and send nothing' },
  examples: [
    'dead-letters redrive attach-worker --all --dry-run',
    'dead-letters redrive attach-worker --all --yes',
    'dead-letters redrive cleanup-worker 3f6c1a52-0b7e-4c39-9a54-b1a6b0a7f2c8',
  ],
  plan: (args) => {
    const [typed, ...ids] = args.words;
    const queue = queueOf(typed);
    if (args.flag('all') === ids.length > 0) throw new Misuse('Name messages, or say --all');
    const redrive = {
      queue,
      ids: ids.length > 0 ? ids : undefined,
      isDryRun: args.flag('dry-run'),
      isAgreed: args.flag('yes'),
    };
    return async (context) => (await import('../dead-letters/redrive.ts')).redriveLetters(context, redrive);
  },
};

import { onlyWord } from '../command-line/values.ts';
import type { Command } from './command.ts';

export const resendOperation: Command = {
  asks: 'AWS',
  words: ['operations', 'resend'],
  synopsis: 'ID',
  summary: 'For operators: sends the messages of all open pages of an operation once more.',
  details: [
    'For an operation that does not get on and has no dead letters. The janitor does the same by itself, three times for each page. A',
    'page that is being worked on is then done twice, which does no harm.',
  ],
  options: ['dry-run'],
  optionHelp: { 'dry-run': 'show the operation and what is open of it, and send nothing' },
  examples: ['operations resend 01K3ZJ8Q9V7M4T2N6R5W1X0YBC'],
  plan: (args) => {
    const id = onlyWord(args, 'operation');
    const isDryRun = args.flag('dry-run');
    return async (context) => (await import('../resend/resend.ts')).resend(context, id, isDryRun);
  },
};

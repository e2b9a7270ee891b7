import { nothingMore } from '../command-line/values.ts';
import type { Command } from './command.ts';

export const sweep: Command = {
  asks: 'AWS',
  words: ['sweep'],
  synopsis: '',
  summary: 'For operators: finds stored attachments that are out of place, and has them taken away.',
  details: [
    'The function "sweep" does the same by itself: what moved within the hour every quarter of an hour, everything every six hours.',
    'Attachments that are out of place are visible to nobody. They are taken away by operations, whose ids it tells.',
    'Ends with 0 where nothing was out of place or it is being repaired, and with 1 where something could not be looked at. A dry run',
    'ends with 2 where something would be repaired.',
  ],
  options: ['recent', 'dry-run'],
  optionHelp: { 'dry-run': 'count what is out of place, and repair nothing' },
  examples: ['sweep --dry-run', 'sweep --recent', 'sweep --json'],
  plan: (args) => {
    nothingMore(args);
    const how = { isRecent: args.flag('recent'), isDryRun: args.flag('dry-run') };
    return async (context) => (await import('../sweep/sweep.ts')).runSweep(context, how);
  },
};

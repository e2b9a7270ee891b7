import { onlyWord } from '../command-line/values.ts';
import { onePage } from '../deployment/pages.ts';
import { EXIT } from '../exit-codes.ts';
import { writeRows } from '../output/rows.ts';
import { readStatuses, STATUS_CSV, STATUS_TEXT } from '../statuses/project-status.ts';
import type { Command } from './command.ts';

export const status: Command = {
  words: ['status'],
  synopsis: 'PROJECT',
  summary: 'Shows what the scans of a project say about each profile that is attached to it.',
  details: ['PROJECT is a path. Failures and successes are those in a row, up to the last scan.'],
  options: [],
  examples: ['status perl-team/modules/packages/libdbi-perl', 'status debian/0xffff --json'],
  plan: (args) => {
    const path = onlyWord(args, 'project, by its path');
    return async (context) => {
      const nodes = await readStatuses(context.client, path);
      await writeRows(context, {
        limit: nodes.length,
        noun: 'profile attached',
        text: STATUS_TEXT,
        csv: STATUS_CSV,
        readPage: onePage(nodes),
      });
      return EXIT.success;
    };
  },
};

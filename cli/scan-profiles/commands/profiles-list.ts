import { SCAN_TYPES } from '../../../shared/domain/scan-types/scan-types.ts';
import { enumOf, onlyWord } from '../command-line/values.ts';
import { onePage } from '../deployment/pages.ts';
import { EXIT } from '../exit-codes.ts';
import { writeRows } from '../output/rows.ts';
import { availableProfiles, PROFILE_CSV, PROFILE_TEXT } from '../profiles/profile.ts';
import type { Command } from './command.ts';

export const listProfiles: Command = {
  words: ['profiles', 'list'],
  synopsis: 'GROUP',
  summary: 'Lists the scan profiles and templates that can be attached to projects of a group.',
  details: ['GROUP is a path. The first column is what --profile takes.'],
  options: ['type', 'recommended'],
  examples: ['profiles list perl-team', 'profiles list perl-team --type sast --json'],
  plan: (args) => {
    const fullPath = onlyWord(args, 'group, by its path');
    const type = enumOf(args, 'type', SCAN_TYPES);
    const gitlabRecommended = args.flag('recommended') ? true : undefined;
    return async (context) => {
      const nodes = await availableProfiles(context.client, fullPath, { type, gitlabRecommended });
      await writeRows(context, {
        limit: nodes.length,
        noun: 'profile',
        text: PROFILE_TEXT,
        csv: PROFILE_CSV,
        readPage: onePage(nodes),
      });
      return EXIT.success;
    };
  },
};

import { SCAN_STATUSES } from '../../../shared/domain/scan-status/status.ts';
import { SCAN_TYPES } from '../../../shared/domain/scan-types/scan-types.ts';
import { enumOf, limitOf, onlyWord } from '../command-line/values.ts';
import { EXIT } from '../exit-codes.ts';
import { type List, writeRows } from '../output/rows.ts';
import { resolveProfile } from '../profiles/resolve.ts';
import { type Project, PROJECT_CSV, PROJECT_TEXT, readProjects } from '../statuses/projects.ts';
import type { Command } from './command.ts';

export const projects: Command = {
  words: ['projects'],
  synopsis: 'GROUP',
  summary: 'Lists the projects of a group with their profiles: which ones have this, or lack that.',
  details: [
    'GROUP is a path. Where several are asked for, all have to apply. Every project is looked at, so what is rare in a large group takes',
    'a while to find.',
  ],
  options: ['with', 'without', 'without-type', 'status', 'direct', 'limit'],
  optionHelp: { status: 'only projects whose worst status is this, such as failed or not-configured' },
  examples: [
    'projects debian --without-type sast --csv > without.csv',
    'projects perl-team --with "Our SAST" --status failed --limit 100',
  ],
  plan: (args) => {
    const path = onlyWord(args, 'group, by its path');
    const typed = { withProfile: args.text('with'), withoutProfile: args.text('without') };
    const filter = {
      includeSubgroups: !args.flag('direct'),
      withoutScanType: enumOf(args, 'without-type', SCAN_TYPES),
      status: enumOf(args, 'status', SCAN_STATUSES),
    };
    const limit = limitOf(args);
    return async (context) => {
      const { client } = context;
      const idOf = async (profile: string | undefined): Promise<string | undefined> =>
        profile === undefined ? undefined : resolveProfile(client, profile, path);
      const whole = {
        ...filter,
        withProfile: await idOf(typed.withProfile),
        withoutProfile: await idOf(typed.withoutProfile),
      };
      const list: List<Project> = {
        limit,
        noun: 'project',
        text: PROJECT_TEXT,
        csv: PROJECT_CSV,
        readPage: async (page) => readProjects(client, path, whole, page),
      };
      await writeRows(context, list);
      return EXIT.success;
    };
  },
};

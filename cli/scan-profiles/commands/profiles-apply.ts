import type { Arguments } from '../command-line/arguments.ts';
import { onlyWord } from '../command-line/values.ts';
import { Misuse } from '../exit-codes.ts';
import { nobodyCanSay } from '../input/confirm.ts';
import { STANDARD_INPUT } from '../files/read-text.ts';
import { plain } from '../output/plain.ts';
import { applyDiff } from '../profiles/apply/apply-diff.ts';
import { diffProfiles } from '../profiles/diff/diff.ts';
import { readDocument } from '../profiles/document/read.ts';
import { readProfileGroup } from '../profiles/stored.ts';
import type { Command } from './command.ts';

export const applyProfiles: Command = {
  words: ['profiles', 'apply'],
  synopsis: 'FILE',
  summary: 'Makes the custom profiles of a top-level group as a file describes them.',
  details: [
    'FILE is YAML or JSON as "profiles export" writes it, or - for standard input. The whole of it is checked first. Then it is shown',
    'what would be created, updated and deleted, and asked whether to go on. Profiles are the same by scan type and name, whatever',
    'its case: another name is another profile. A profile that somebody else changes in the meantime is left alone, and that is said.',
    '',
    'A change that is refused does not keep the others from being made: then the command ends with 2, and may be run again.',
  ],
  options: ['group', 'dry-run', 'delete', 'yes', 'watch'],
  optionHelp: {
    group: 'path of the top-level group; else the one that the file names',
    'dry-run': 'show what would be done, and change nothing',
    watch: 'wait until deleted profiles are taken from their projects',
  },
  examples: [
    'profiles apply profiles.yaml --dry-run',
    'profiles apply profiles.yaml --delete --yes --watch',
    'profiles apply - --group other-group --yes --json < profiles.yaml',
  ],
  plan: (args) => {
    const file = onlyWord(args, 'file, or - for standard input');
    const group = onlyGroup(args);
    const isDryRun = args.flag('dry-run');
    const how = { isDryRun, isAgreed: args.flag('yes'), isWatched: args.flag('watch') };
    return async (context) => {
      const { client, surroundings, say } = context;
      const canAsk = surroundings.input.isTerminal && file !== STANDARD_INPUT;
      if (!canAsk && !isDryRun && !how.isAgreed) {
        throw nobodyCanSay('--dry-run');
      }
      const document = await readDocument(surroundings, file);
      const path = group ?? document.group;
      if (path === undefined) throw new Misuse('The file names no group: --group GROUP');
      const found = await readProfileGroup(client, path);
      if (document.group !== undefined && document.group.toLowerCase() !== found.fullPath.toLowerCase()) {
        say(`The file is of ${plain(document.group)}, and is applied to ${plain(found.fullPath)}.`);
      }
      const diff = diffProfiles(found.profiles, document.profiles, { deletes: args.flag('delete') });
      return applyDiff(context, found, diff, how);
    };
  },
};

function onlyGroup(args: Arguments): string | undefined {
  const [group, ...more] = args.list('group');
  if (group === '' || more.length > 0) throw new Misuse('Name one group, by its path');
  return group;
}

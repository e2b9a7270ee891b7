import { twoWords } from '../command-line/values.ts';
import { EXIT } from '../exit-codes.ts';
import { confirm, nobodyCanSay } from '../input/confirm.ts';
import { conclude } from '../operations/conclude.ts';
import { plain } from '../output/plain.ts';
import { deleteProfile } from '../profiles/apply/mutations.ts';
import { titleOf } from '../profiles/diff/render.ts';
import { profileIn } from '../profiles/resolve.ts';
import type { Command } from './command.ts';

export const deleteOne: Command = {
  words: ['profiles', 'delete'],
  synopsis: 'GROUP PROFILE',
  summary: 'Deletes a custom profile, and takes it from all projects that hold it.',
  details: [
    'GROUP is a path; PROFILE is an id (42) or a name. It is asked first. Nobody sees the profile from then on, and it cannot be taken',
    'back; an operation takes it from its projects. A dry run counts them, and is watched unless --no-watch says not to.',
  ],
  options: ['dry-run', 'yes', 'watch', 'no-watch'],
  optionHelp: { 'dry-run': 'count the projects that hold it, and write nothing' },
  examples: ['profiles delete debian "Our SAST" --dry-run', 'profiles delete debian 42 --yes --watch'],
  plan: (args) => {
    const [group, typed] = twoWords(args, 'group, by its path,', 'profile');
    const isDryRun = args.flag('dry-run');
    const isWatched = isDryRun ? !args.flag('no-watch') : args.flag('watch');
    return async (context) => {
      const { client, surroundings, say } = context;
      const isAgreed = isDryRun || args.flag('yes');
      if (!isAgreed && !surroundings.input.isTerminal) throw nobodyCanSay('--dry-run');
      const profile = await profileIn(client, typed, group);
      const question = `Delete ${titleOf(profile)} of ${plain(group)} for good?`;
      if (!isAgreed && !(await confirm(surroundings, question))) {
        say('Nothing is changed.');
        return EXIT.failure;
      }
      return conclude(context, await deleteProfile(client, profile, isDryRun), isWatched);
    };
  },
};

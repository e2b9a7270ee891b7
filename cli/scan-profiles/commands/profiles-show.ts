import { twoWords } from '../command-line/values.ts';
import { EXIT } from '../exit-codes.ts';
import { csvText } from '../output/csv.ts';
import { writeJson } from '../output/json.ts';
import { plain, timeText } from '../output/plain.ts';
import { textTable } from '../output/text-table.ts';
import { type ProfileDetails, readDetails } from '../profiles/details.ts';
import { shortId } from '../profiles/profile.ts';
import { profileIn } from '../profiles/resolve.ts';
import { SETTING_CSV, SETTING_TEXT, settingsOf } from '../profiles/settings.ts';
import type { Command } from './command.ts';

export const showProfile: Command = {
  words: ['profiles', 'show'],
  synopsis: 'GROUP PROFILE',
  summary: 'Shows a scan profile or template: what it is, and every setting that holds for its triggers.',
  details: [
    'GROUP is a path; PROFILE is an id (42), the key of a template (sast) or a name. A setting is its own where the profile sets it,',
    'else it is the default. As CSV the settings alone, one a row.',
  ],
  options: [],
  examples: ['profiles show debian 42', 'profiles show debian "Our SAST" --json'],
  plan: (args) => {
    const [group, profile] = twoWords(args, 'group, by its path,', 'profile');
    return async ({ client, format, surroundings: { output } }) => {
      const { id } = await profileIn(client, profile, group);
      const details = await readDetails(client, id);
      const settings = settingsOf(details);
      if (format === 'JSON') await writeJson(output, details);
      else if (format === 'CSV') {
        await output.write(csvText(SETTING_CSV, settings));
      } else {
        await output.write([...headLines(details), '', ...textTable(SETTING_TEXT, settings), ''].join('\n'));
      }
      return EXIT.success;
    };
  },
};

function headLines(details: ProfileDetails): readonly string[] {
  const { id, name, description, scanType, gitlabRecommended, lockVersion, createdAt, updatedAt } = details;
  const facts: readonly (readonly [string, string | null])[] = [
    ['Profile', shortId(id)],
    ['Name', name],
    ['Scan type', scanType],
    ['Recommended', gitlabRecommended ? 'yes' : 'no'],
    ['Version', lockVersion === null ? null : String(lockVersion)],
    ['Created', createdAt === null ? null : timeText(createdAt)],
    ['Changed', updatedAt === null ? null : timeText(updatedAt)],
    ['Description', description === '' ? null : description],
  ];
  return facts.flatMap(([label, text]) => (text === null ? [] : [`${label.padEnd(13)}${plain(text)}`]));
}

import { writeFile } from 'node:fs/promises';
import type { Arguments } from '../command-line/arguments.ts';
import { formatOf, onlyWord } from '../command-line/values.ts';
import { EXIT, Misuse } from '../exit-codes.ts';
import { withFile } from '../files/trouble.ts';
import { plain, plural } from '../output/plain.ts';
import { canonicalDocument } from '../profiles/document/document.ts';
import { FILE_FORMATS, type FileFormat, formatOfFile } from '../profiles/document/format.ts';
import { printDocument } from '../profiles/document/print.ts';
import { readProfileGroup } from '../profiles/stored.ts';
import type { Command } from './command.ts';

export const exportProfiles: Command = {
  words: ['profiles', 'export'],
  synopsis: 'GROUP',
  summary: 'Writes the custom profiles of a top-level group as a file that "profiles apply" takes.',
  details: [
    'The same profiles give the same text, so that it can be kept under version control: sorted by scan type and name, with those',
    'settings that differ from the defaults. Recommended profiles are not among them: they are the same everywhere.',
  ],
  options: ['output', 'format'],
  examples: [
    'profiles export debian > profiles.yaml',
    'profiles export debian --output profiles.json',
    'profiles export debian --format json',
  ],
  plan: (args) => {
    const path = onlyWord(args, 'group, by its path');
    const file = args.text('output');
    const format = fileFormatOf(args, file);
    return async ({ client, surroundings, say }) => {
      const { fullPath, profiles } = await readProfileGroup(client, path);
      const text = printDocument(canonicalDocument(fullPath, profiles), format);
      if (file === undefined) await surroundings.output.write(text);
      else {
        await withFile(file, 'WRITE', async () => writeFile(file, text));
        say(`${plural(profiles.length, 'profile')} of ${plain(fullPath)} in ${plain(file)}`);
      }
      return EXIT.success;
    };
  },
};

/** What is asked for, else what the name of the file says, else YAML. */
function fileFormatOf(args: Arguments, file: string | undefined): FileFormat {
  if (formatOf(args) === 'CSV') throw new Misuse('--csv does not go with "profiles export"');
  if (file === '') throw new Misuse('--output wants the name of a file');
  const typed = args.text('format');
  if (typed === undefined) return args.flag('json') ? 'json' : formatOfFile(file ?? '');
  const format = FILE_FORMATS.find((each) => each === typed.toLowerCase());
  if (format === undefined) throw new Misuse('--format is yaml or json');
  return format;
}

import type { Command } from '../commands/command.ts';
import { COMMON, type Option, type OptionName, OPTIONS } from './options.ts';

export const PROGRAM = 'npx scan-profiles';

const EXIT_CODES = {
  API: [
    'Exit codes:',
    '  0    done: succeeded, accepted, or previewed without a failure',
    '  2    some projects or profiles failed, the others went through',
    '  1    all failed, the operation was cancelled, or the deployment refused or could not be reached',
    '  64   the command line makes no sense',
    '  130  ended by Ctrl-C; the operation goes on',
  ],
  AWS: [
    'Exit codes:',
    '  0    done, or there was nothing to do',
    '  2    some messages stay where they are, or a dry run of the sweep found something to repair',
    '  1    not done: nobody agreed, something is not there, or AWS refused or could not be reached',
    '  64   the command line makes no sense',
    '  130  ended by Ctrl-C; what was done until then stays done',
  ],
};

const DEPLOYMENT = {
  API: [
    'Deployment: --url and --token, or the variables SCAN_PROFILES_URL and SCAN_PROFILES_TOKEN. Without them it is the stack that',
    'runs on this machine (npm start), asked as the user "owner" or --as USER.',
  ],
  AWS: [
    'Deployment: its outputs, in --outputs FILE or the file that SCAN_PROFILES_OUTPUTS names. Without them it is the stack that runs',
    'on this machine (npm start). Table and queues are asked themselves, with the credentials of AWS that its SDKs find; which',
    'permissions that takes is in docs/operating.md.',
  ],
};

/** For who looks for a command. */
const OPERATORS = [
  'The commands dead-letters, operations resend and sweep are for operators: they ask AWS itself, and have exit codes of their own,',
  'see their help.',
];

const DATA = [
  'Data goes to standard output and all else to standard error, so --json and --csv can be piped.',
];

/** The help of one command. */
export function helpOf(command: Command): string {
  const { summary, details = [], options, optionHelp = {}, examples, asks = 'API' } = command;
  const named = [...options, ...COMMON[asks]];
  return textOf([
    `${usageOf(command)} [options]`,
    '',
    summary,
    ...(details.length > 0 ? ['', ...details] : []),
    '',
    'Options:',
    ...optionLines(named, optionHelp),
    '',
    ...DEPLOYMENT[asks],
    '',
    'Examples:',
    ...examples.map((example) => `  ${PROGRAM} ${example}`),
    '',
    ...EXIT_CODES[asks],
  ]);
}

/** The help of several commands, or of all. */
export function overviewOf(commands: readonly Command[]): string {
  const names = commands.map(({ words }) => words.join(' '));
  const width = Math.max(...names.map(({ length }) => length));
  return textOf([
    `${PROGRAM} COMMAND [options]`,
    '',
    'Attaches scan profiles to projects and whole trees of groups, and shows, retries and takes back what was done. Keeps profiles',
    'of your own in a file, and tells which projects are scanned for what.',
    '',
    'Commands:',
    ...commands.map(({ summary }, index) => `  ${(names[index] ?? '').padEnd(width)}  ${summary}`),
    '',
    `${PROGRAM} COMMAND --help tells the options of a command, with examples.`,
    '',
    ...DEPLOYMENT.API,
    ...OPERATORS,
    ...DATA,
    '',
    ...EXIT_CODES.API,
  ]);
}

/** `npx scan-profiles attach TARGET... --profile PROFILE`. */
export function usageOf({ words, synopsis }: Command): string {
  return [PROGRAM, ...words, synopsis].filter((part) => part !== '').join(' ');
}

function optionLines(
  names: readonly OptionName[],
  ownHelp: Readonly<Partial<Record<OptionName, string>>>,
): readonly string[] {
  const options = names.map((name): readonly [string, Option] => [
    name,
    { ...OPTIONS[name], help: ownHelp[name] ?? OPTIONS[name].help },
  ]);
  const heads = options.map(([name, { value }]) => `--${name}${value === undefined ? '' : ` ${value}`}`);
  const width = Math.max(...heads.map(({ length }) => length));
  return options.map(([, { help }], index) => `  ${(heads[index] ?? '').padEnd(width)}  ${help}`);
}

function textOf(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}

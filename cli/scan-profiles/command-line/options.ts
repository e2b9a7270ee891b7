/** An option of the command line: a flag, a text, or a text that may be given several times. */
export interface Option {
  readonly kind: 'FLAG' | 'TEXT' | 'LIST';
  /** What stands for the text in the help. */
  readonly value?: string;
  readonly help: string;
}

/** Every option, in the order of the help. A command names those that it takes. */
export const OPTIONS = {
  profile: {
    kind: 'TEXT',
    value: 'PROFILE',
    help: 'key of a template (secret_detection), id (42), global id, or name of a scan profile',
  },
  group: { kind: 'LIST', value: 'GROUP', help: 'full path, id or global id of a group; may be repeated' },
  project: { kind: 'LIST', value: 'PROJECT', help: 'the same of a project; may be repeated' },
  mode: {
    kind: 'TEXT',
    value: 'MODE',
    help: 'append (the default) or another one, as told above',
  },
  'dry-run': { kind: 'FLAG', help: 'decide for every project, and write nothing' },
  'idempotency-key': {
    kind: 'TEXT',
    value: 'KEY',
    help: 'for 24 hours the same request with this key is done once; else one is made up',
  },
  'failure-threshold': {
    kind: 'TEXT',
    value: 'PERCENT',
    help: 'stop by itself when more than this many percent fail (0 to 100)',
  },
  watch: { kind: 'FLAG', help: 'wait for the end with a progress bar, then show outcomes' },
  'no-watch': { kind: 'FLAG', help: 'do not wait for the end' },
  kind: {
    kind: 'TEXT',
    value: 'KIND',
    help: 'only attach, detach, rehome, undo, adopt, create-profile, update-profile or delete-profile',
  },
  status: { kind: 'TEXT', value: 'STATUS', help: 'only this status, such as running, partial or previewed' },
  actor: { kind: 'TEXT', value: 'USER', help: 'only what this user asked for' },
  'created-after': {
    kind: 'TEXT',
    value: 'TIME',
    help: 'only later ones than, such as 2026-11-22T12:00:00Z',
  },
  'created-before': { kind: 'TEXT', value: 'TIME', help: 'only earlier ones than' },
  outcome: { kind: 'TEXT', value: 'OUTCOME', help: 'only results applied, unchanged, skipped or failed' },
  code: { kind: 'TEXT', value: 'CODE', help: 'only results with this code, such as LIMIT_REACHED' },
  type: { kind: 'TEXT', value: 'TYPE', help: 'only profiles of this scan type, such as SECRET_DETECTION' },
  recommended: { kind: 'FLAG', help: 'only recommended profiles and templates' },
  with: { kind: 'TEXT', value: 'PROFILE', help: 'only projects to which this profile is attached' },
  without: { kind: 'TEXT', value: 'PROFILE', help: 'only projects to which it is not' },
  'without-type': {
    kind: 'TEXT',
    value: 'TYPE',
    help: 'only projects without a profile of this scan type, such as sast',
  },
  direct: { kind: 'FLAG', help: 'only projects of the group itself, and not those of groups below it' },
  output: { kind: 'TEXT', value: 'FILE', help: 'where to write; else standard output' },
  format: {
    kind: 'TEXT',
    value: 'FORMAT',
    help: 'yaml (the default) or json; else as the name of the file ends',
  },
  delete: { kind: 'FLAG', help: 'delete custom profiles of the group that the file does not name' },
  yes: { kind: 'FLAG', help: 'ask nobody' },
  scope: { kind: 'LIST', value: 'SCOPE', help: 'read_api, or api to change things as well' },
  expires: {
    kind: 'TEXT',
    value: 'TIME',
    help: 'days from now (90d), a day (2027-01-31, which begins in UTC), or a time',
  },
  limit: { kind: 'TEXT', value: 'N', help: 'at most so many rows; else 20 as text, all as --json or --csv' },
  all: { kind: 'FLAG', help: 'every message that can be understood' },
  recent: { kind: 'FLAG', help: 'only what was placed lately' },
  json: { kind: 'FLAG', help: 'one JSON document on standard output' },
  csv: { kind: 'FLAG', help: 'comma-separated values with a header on standard output' },
  url: { kind: 'TEXT', value: 'URL', help: "the deployment's GraphQL address; else $SCAN_PROFILES_URL" },
  token: {
    kind: 'TEXT',
    value: 'TOKEN',
    help: 'bearer token; better $SCAN_PROFILES_TOKEN, which no process list shows',
  },
  as: { kind: 'TEXT', value: 'USER', help: 'user of the stack on this machine (default: owner)' },
  outputs: {
    kind: 'TEXT',
    value: 'FILE',
    help: 'what "cdk deploy --outputs-file FILE" wrote; else $SCAN_PROFILES_OUTPUTS',
  },
  help: { kind: 'FLAG', help: 'print this' },
} as const satisfies Readonly<Record<string, Option>>;

export type OptionName = keyof typeof OPTIONS;

type NamesOf<Kind extends Option['kind']> = {
  [Name in OptionName]: (typeof OPTIONS)[Name]['kind'] extends Kind ? Name : never;
}[OptionName];

export type FlagName = NamesOf<'FLAG'>;
export type TextName = NamesOf<'TEXT'>;
export type ListName = NamesOf<'LIST'>;

/** Options of every command, by what it asks: they say how to answer, and which deployment is meant. */
export const COMMON = {
  API: ['json', 'csv', 'url', 'token', 'as', 'help'],
  AWS: ['json', 'csv', 'outputs', 'help'],
} as const satisfies Readonly<Record<string, readonly OptionName[]>>;

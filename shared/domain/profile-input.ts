import {
  checkConfiguration,
  type ConfigurationValues,
  type Problem,
  stripDefaults,
} from './scan-types/configuration.ts';
import {
  configurationOf,
  type ScanType,
  type Trigger,
  TRIGGERS,
  triggersOf,
} from './scan-types/scan-types.ts';
import { isReservedName } from './scan-types/templates.ts';
import { isBlank, isOneLine } from './text.ts';

/** A trigger as a caller asks for it. */
export interface TriggerInput {
  /** A `Trigger`; any other is refused. */
  readonly type: string;
  /**
   * `member`: which one of the API's configurations was given; with a dot for a member of a member. Absent: the one that
   * fits, which problems then do not name either.
   */
  readonly configuration?: { readonly member?: string; readonly values: unknown } | undefined;
}

/** What a caller asks of a profile. What is undefined stays as it is. */
export interface ProfileInput {
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly triggers?: readonly TriggerInput[] | undefined;
  /** Whether only what differs from the defaults is kept, so that later defaults hold for the rest. */
  readonly stripDefaults: boolean;
}

/** What is to be stored of an input, and a problem for every bound that it breaks. */
export interface CheckedProfile {
  readonly problems: readonly Problem[];
  readonly name: string | undefined;
  readonly description: string | undefined;
  readonly triggers: readonly Trigger[] | undefined;
  readonly configurations: Readonly<Partial<Record<Trigger, ConfigurationValues>>>;
}

/** Characters. */
export const MAXIMUM_NAME = 255;
export const MAXIMUM_DESCRIPTION = 2_047;

/** One line about a problem: `name must not be blank`, `triggers[0].configuration: …`. */
export function problemText({ path, reason }: Problem): string {
  return `${path}${/[.[]/.test(path) ? ':' : ''} ${reason}`;
}

/**
 * Checks the whole of an input: all that is wrong is said at once. Paths are from the input down, such as `name` and
 * `triggers[1].configuration.sast.excludedPaths[3]`.
 */
export function checkProfile(
  scanType: ScanType,
  { name, description, triggers, stripDefaults: strips }: ProfileInput,
): CheckedProfile {
  // What is far too long is not looked at: a request has room for tens of thousands.
  const looked = triggers && triggers.length <= TRIGGERS.length ? triggers : undefined;
  const checked = looked?.map((trigger, index) => checkTrigger(scanType, trigger, index, looked, strips));
  return {
    name: name?.trim(),
    description,
    triggers: checked?.flatMap(({ type }) => type ?? []),
    configurations: Object.fromEntries((checked ?? []).flatMap(({ entry }) => (entry ? [entry] : []))),
    problems: [
      ...checkTexts({ name, description }),
      ...(triggers === undefined ? [] : faultsOfTriggers(scanType, triggers)),
      ...(checked ?? []).flatMap(({ problems }) => problems),
    ],
  };
}

/** What is wrong with texts whatever the scan type. */
export function checkTexts({
  name,
  description,
}: Pick<ProfileInput, 'name' | 'description'>): readonly Problem[] {
  const ofName = name === undefined ? [] : faultsOfName(name.trim());
  const ofDescription = description === undefined ? [] : faultsOfDescription(description);
  return [
    ...ofName.map((reason) => ({ path: 'name', reason })),
    ...ofDescription.map((reason) => ({ path: 'description', reason })),
  ];
}

function faultsOfName(name: string): readonly string[] {
  if (isBlank(name)) return ['must not be blank'];
  if (name.length > MAXIMUM_NAME)
    return [`must have at most ${MAXIMUM_NAME} characters, and has ${name.length}`];
  if (!isOneLine(name)) return ['must be one line without control characters'];
  return isReservedName(name) ? [`"${name}" is reserved for a recommended profile`] : [];
}

function faultsOfDescription(description: string): readonly string[] {
  if (!description.isWellFormed()) return ['must be well-formed Unicode'];
  return description.length > MAXIMUM_DESCRIPTION
    ? [`must have at most ${MAXIMUM_DESCRIPTION} characters, and has ${description.length}`]
    : [];
}

function faultsOfTriggers(scanType: ScanType, triggers: readonly TriggerInput[]): readonly Problem[] {
  if (triggersOf(scanType).length === 0) {
    const reason = `${scanType} is not supported yet: no scan profile can be made of it`;
    return [{ path: 'scanType', reason }];
  }
  if (triggers.length > TRIGGERS.length) {
    const reason = `must name at most ${TRIGGERS.length} triggers, and names ${triggers.length}`;
    return [{ path: 'triggers', reason }];
  }
  return triggers.length === 0 ? [{ path: 'triggers', reason: 'must name at least one trigger' }] : [];
}

interface CheckedTrigger {
  readonly problems: readonly Problem[];
  readonly type?: Trigger;
  /** What is to be stored as its configuration, if anything. */
  readonly entry?: readonly [Trigger, ConfigurationValues];
}

function checkTrigger(
  scanType: ScanType,
  { type: given, configuration }: TriggerInput,
  index: number,
  all: readonly TriggerInput[],
  strips: boolean,
): CheckedTrigger {
  const at = `triggers[${index}]`;
  const allowed = triggersOf(scanType);
  if (allowed.length === 0) return { problems: [] };
  const type = allowed.find((each) => each === given);
  if (type === undefined)
    return refused(at, `${given} is no trigger of ${scanType}, which allows ${allowed.join(', ')}`);
  if (all.findIndex((other) => other.type === type) < index)
    return refused(at, `${type} stands in the list twice`);
  if (configuration === undefined) return { problems: [], type };
  const { member, values: wanted } = configuration;
  const path = [at, 'configuration', ...(member === undefined ? [] : [member])].join('.');
  const kind = configurationOf(scanType, type);
  if (kind === undefined)
    return refused(`${at}.configuration`, `${type} of ${scanType} takes no configuration`);
  if (member !== undefined && kind.member !== member)
    return refused(path, `does not fit ${type} of ${scanType}, which takes ${kind.member}`);
  const checked = checkConfiguration(kind, wanted);
  if (checked.result === 'INVALID') {
    const problems = checked.problems.map((problem) => ({
      path: problem.path === '' ? path : `${path}.${problem.path}`,
      reason: problem.reason,
    }));
    return { problems };
  }
  const values = strips ? stripDefaults(kind, checked.values) : checked.values;
  return {
    problems: [],
    type,
    ...(Object.keys(values).length > 0 ? { entry: [type, values] as const } : {}),
  };
}

function refused(path: string, reason: string): CheckedTrigger {
  return { problems: [{ path, reason }] };
}

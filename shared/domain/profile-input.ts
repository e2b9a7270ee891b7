import { checkConfiguration, type ConfigurationValues, stripDefaults } from './scan-types/configuration.ts';
import { configurationOf, type ScanType, type Trigger, triggersOf } from './scan-types/scan-types.ts';
import { isReservedName } from './scan-types/templates.ts';

/** A trigger as a caller asks for it. */
export interface TriggerInput {
  readonly type: Trigger;
  /** `member`: which one of the API's configurations was given; with a dot for a member of a member. */
  readonly configuration?: { readonly member: string; readonly values: unknown } | undefined;
}

/** What a caller asks of a profile. What is undefined stays as it is. */
export interface ProfileInput {
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly triggers?: readonly TriggerInput[] | undefined;
  /** Whether only what differs from the defaults is kept, so that later defaults hold for the rest. */
  readonly stripDefaults: boolean;
}

/** What is to be stored of an input, and one line for every bound that it breaks. */
export interface CheckedProfile {
  readonly errors: readonly string[];
  readonly name: string | undefined;
  readonly description: string | undefined;
  readonly triggers: readonly Trigger[] | undefined;
  readonly configurations: Readonly<Partial<Record<Trigger, ConfigurationValues>>>;
}

/** Characters. */
export const MAXIMUM_NAME = 255;
export const MAXIMUM_DESCRIPTION = 2_047;

const ONE_LINE = /^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}]*$/u;

/** Checks the whole of an input: all that is wrong is said at once. */
export function checkProfile(
  scanType: ScanType,
  { name, description, triggers, stripDefaults: strips }: ProfileInput,
): CheckedProfile {
  const trimmed = name?.trim();
  const checked = triggers?.map((trigger, index) => checkTrigger(scanType, trigger, index, triggers, strips));
  return {
    name: trimmed,
    description,
    triggers: triggers?.map(({ type }) => type),
    configurations: Object.fromEntries((checked ?? []).flatMap(({ entry }) => (entry ? [entry] : []))),
    errors: [
      ...(trimmed === undefined ? [] : faultsOfName(trimmed)),
      ...(description === undefined ? [] : faultsOfDescription(description)),
      ...(triggers === undefined ? [] : faultsOfTriggers(scanType, triggers)),
      ...(checked ?? []).flatMap(({ errors }) => errors),
    ],
  };
}

function faultsOfName(name: string): readonly string[] {
  if (name === '') return ['name must not be blank'];
  if (name.length > MAXIMUM_NAME)
    return [`name must have at most ${MAXIMUM_NAME} characters, and has ${name.length}`];
  if (!ONE_LINE.test(name)) return ['name must be one line without control characters'];
  return isReservedName(name) ? [`name "${name}" is reserved for a recommended profile`] : [];
}

function faultsOfDescription(description: string): readonly string[] {
  if (!description.isWellFormed()) return ['description must be well-formed Unicode'];
  return description.length > MAXIMUM_DESCRIPTION
    ? [`description must have at most ${MAXIMUM_DESCRIPTION} characters, and has ${description.length}`]
    : [];
}

function faultsOfTriggers(scanType: ScanType, triggers: readonly TriggerInput[]): readonly string[] {
  if (triggersOf(scanType).length === 0)
    return [`scanType ${scanType} is not supported yet: no scan profile can be made of it`];
  return triggers.length === 0 ? ['triggers must name at least one trigger'] : [];
}

interface CheckedTrigger {
  readonly errors: readonly string[];
  /** What is to be stored as its configuration, if anything. */
  readonly entry?: readonly [Trigger, ConfigurationValues];
}

function checkTrigger(
  scanType: ScanType,
  { type, configuration }: TriggerInput,
  index: number,
  all: readonly TriggerInput[],
  strips: boolean,
): CheckedTrigger {
  const at = `triggers[${index}]`;
  const allowed = triggersOf(scanType);
  if (allowed.length === 0) return { errors: [] };
  if (!allowed.includes(type))
    return { errors: [`${at}: ${type} is no trigger of ${scanType}, which allows ${allowed.join(', ')}`] };
  if (all.findIndex((other) => other.type === type) < index)
    return { errors: [`${at}: ${type} stands in the list twice`] };
  if (configuration === undefined) return { errors: [] };
  const kind = configurationOf(scanType, type);
  if (kind === undefined)
    return { errors: [`${at}.configuration: ${type} of ${scanType} takes no configuration`] };
  if (kind.member !== configuration.member) {
    const reason = `does not fit ${type} of ${scanType}, which takes ${kind.member}`;
    return { errors: [`${at}.configuration.${configuration.member}: ${reason}`] };
  }
  const checked = checkConfiguration(kind, configuration.values);
  if (checked.result === 'INVALID')
    return {
      errors: checked.problems.map(({ path, reason }) => {
        const place = [at, 'configuration', kind.member, ...(path === '' ? [] : [path])].join('.');
        return `${place}: ${reason}`;
      }),
    };
  const values = strips ? stripDefaults(kind, checked.values) : checked.values;
  return { errors: [], ...(Object.keys(values).length > 0 ? { entry: [type, values] as const } : {}) };
}

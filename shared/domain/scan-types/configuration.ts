import type * as z from 'zod/mini';

/** Values of a configuration by member: JSON, without nulls. What is not there is not set. */
export type ConfigurationValues = Readonly<Record<string, unknown>>;

/** How a scanner can be set for one trigger: its members with their bounds, and what holds where nothing is set. */
export interface ConfigurationKind {
  /** Its member of the API's input `SecurityScanProfileConfigurationInput`; with a dot for a member of a member. */
  readonly member: string;
  /** The API's type of what is shown. */
  readonly output: string;
  /** Every member may be left out. */
  readonly schema: z.ZodMiniObject;
  readonly defaults: ConfigurationValues;
}

/** Bytes of one configuration as JSON. */
export const MAXIMUM_CONFIGURATION = 64 * 1024;

export interface Problem {
  /** From the configuration down, such as `excludedPaths[3]`; empty for the whole of it. */
  readonly path: string;
  /** Which bound was broken. */
  readonly reason: string;
}

export type Checked =
  | { readonly result: 'VALID'; readonly values: ConfigurationValues }
  | { readonly result: 'INVALID'; readonly problems: readonly Problem[] };

/** Checks values against the members and bounds of their kind. A null is as good as nothing. */
export function checkConfiguration({ schema }: ConfigurationKind, value: unknown): Checked {
  const given = withoutNulls(value);
  const size = new TextEncoder().encode(JSON.stringify(given)).length;
  if (size > MAXIMUM_CONFIGURATION) {
    const reason = `has ${size} bytes as JSON, more than the limit of ${MAXIMUM_CONFIGURATION} (64 KB)`;
    return { result: 'INVALID', problems: [{ path: '', reason }] };
  }
  const { success, data, error } = schema.safeParse(given);
  if (success) return { result: 'VALID', values: data };
  const problems = error.issues.map(({ path, message }) => ({ path: textOf(path), reason: message }));
  return { result: 'INVALID', problems };
}

function textOf(path: readonly PropertyKey[]): string {
  const steps = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`));
  return steps.join('').replace(/^\./, '');
}

/** What holds: the values that are set, and for the others the defaults. */
export function mergeDefaults(
  { defaults }: Pick<ConfigurationKind, 'defaults'>,
  values: ConfigurationValues,
): ConfigurationValues {
  return merged(defaults, values);
}

/** What differs from the defaults: `mergeDefaults(kind, stripDefaults(kind, values))` is `mergeDefaults(kind, values)`. */
export function stripDefaults(
  { defaults }: Pick<ConfigurationKind, 'defaults'>,
  values: ConfigurationValues,
): ConfigurationValues {
  return stripped(defaults, values);
}

function merged(defaults: ConfigurationValues, values: ConfigurationValues): ConfigurationValues {
  const result: Record<string, unknown> = { ...defaults };
  for (const [name, value] of Object.entries(values)) {
    const usual = defaults[name];
    result[name] = isObject(value) && isObject(usual) ? merged(usual, value) : value;
  }
  return result;
}

function stripped(defaults: ConfigurationValues, values: ConfigurationValues): ConfigurationValues {
  const entries = Object.entries(values).flatMap(([name, value]): [string, unknown][] => {
    const usual = defaults[name];
    if (!isObject(value) || !isObject(usual)) return isSame(value, usual) ? [] : [[name, value]];
    const rest = stripped(usual, value);
    return Object.keys(rest).length === 0 ? [] : [[name, rest]];
  });
  return Object.fromEntries(entries);
}

/** Leaves of a configuration are texts, numbers, flags and lists of texts. */
function isSame(one: unknown, other: unknown): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return one === other;
  return one.length === other.length && one.every((entry, index) => entry === other[index]);
}

function withoutNulls(value: unknown): unknown {
  if (!isObject(value)) return value;
  const entries = Object.entries(value).filter(([, member]) => member !== null && member !== undefined);
  return Object.fromEntries(entries.map(([name, member]) => [name, withoutNulls(member)]));
}

function isObject(value: unknown): value is ConfigurationValues {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

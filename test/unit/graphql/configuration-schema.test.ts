import {
  buildASTSchema,
  type GraphQLInputField,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  isUnionType,
  parse,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { typeDefinitions } from '../../../functions/graphql/generated/type-definitions.ts';
import { MAXIMUM_DESCRIPTION, MAXIMUM_NAME } from '../../../shared/domain/profile-input.ts';
import { MAXIMUM_CONFIGURATION } from '../../../shared/domain/scan-types/configuration.ts';
import { SCAN_TYPES, TRIGGERS } from '../../../shared/domain/scan-types/scan-types.ts';
import { type Bounds, KINDS, membersOf, type Row, ROWS } from '../../support/configuration-members.ts';

const schema = buildASTSchema(parse(typeDefinitions));
const CONFIGURATION = 'SecurityScanProfileConfigurationInput';

function inputFields(name: string): Readonly<Record<string, GraphQLInputField>> {
  const type = schema.getType(name);
  if (!isInputObjectType(type)) throw new Error(`${name} is no input`);
  return type.getFields();
}

/** The input that a configuration is given in, by the way there from the input of all. */
function inputOf({ kind }: Row): string {
  return kind.member.split('.').reduce((input, member) => {
    const { type } = inputFields(input)[member] ?? {};
    if (!isInputObjectType(type)) throw new Error(`${input}.${member} is no input, or is not there`);
    return type.name;
  }, CONFIGURATION);
}

/** What a type of the SDL lets through, in the words of `Bounds`, without the bounds that GraphQL does not know. */
function shapeOf(type: unknown): unknown {
  if (isListType(type)) {
    const entry: unknown = type.ofType;
    if (!isNonNullType(entry)) throw new Error('a list must not hold nulls');
    return { of: 'LIST', entry: shapeOf(entry.ofType) };
  }
  if (isEnumType(type)) return { of: 'ENUM', values: type.getValues().map(({ name }) => name) };
  if (isInputObjectType(type) || isObjectType(type)) {
    const fields: Readonly<Record<string, { readonly type: unknown }>> = type.getFields();
    const members = Object.entries(fields).map(([name, field]) => [name, shapeOf(field.type)]);
    return { of: 'OBJECT', members: Object.fromEntries(members) };
  }
  if (!isScalarType(type)) throw new Error('no configuration holds such a thing');
  return { of: type.name };
}

const SCALARS = { TEXT: 'String', CWE: 'CweIdentifier', INTEGER: 'Int', FLAG: 'Boolean' };

function shapeFor(bounds: Bounds): unknown {
  switch (bounds.of) {
    case 'ENUM':
      return bounds;
    case 'LIST':
      return { of: 'LIST', entry: shapeFor(bounds.entry) };
    case 'OBJECT': {
      const members = Object.entries(bounds.members).map(([name, of]) => [name, shapeFor(of)]);
      return { of: 'OBJECT', members: Object.fromEntries(members) };
    }
    case 'TEXT':
    case 'CWE':
    case 'INTEGER':
    case 'FLAG':
      return { of: SCALARS[bounds.of] };
  }
}

const rows = ROWS.map((row) => ({ ...row, name: `${row.scanType} by ${row.trigger}` }));

describe.each(rows)('the SDL for $name', (row) => {
  const members = membersOf(row.kind);
  const wanted: Bounds = { of: 'OBJECT', members };

  it('takes every member that the product knows, as what it is, and no other', () => {
    expect(shapeOf(schema.getType(inputOf(row)))).toEqual(shapeFor(wanted));
  });

  it('shows every member as what it is, and no other', () => {
    expect(shapeOf(schema.getType(row.kind.output))).toEqual(shapeFor(wanted));
  });

  it.each([...leavesOf(inputOf(row), members, row.kind.defaults)])(
    'says of $input $name what its bounds and its default are',
    ({ input, name, bounds, usual }) => {
      const description = inputFields(input)[name]?.description ?? '';
      for (const words of boundWords(bounds)) expect(description).toContain(words);
      const [own, inTriage] = description.split('; in TRIAGE_AND_REMEDIATION ');
      const isTriage = row.scanType === 'TRIAGE_AND_REMEDIATION' && inTriage !== undefined;
      expect(isTriage ? `Default ${inTriage}` : own).toContain(defaultWords(usual));
    },
  );
});

interface Leaf {
  readonly input: string;
  readonly name: string;
  readonly bounds: Bounds;
  /** Its default. */
  readonly usual: unknown;
}

function* leavesOf(
  input: string,
  members: Readonly<Record<string, Bounds>>,
  defaults: Readonly<Record<string, unknown>>,
): Generator<Leaf> {
  for (const [name, bounds] of Object.entries(members)) {
    const usual = defaults[name];
    if (bounds.of !== 'OBJECT') yield { input, name, bounds, usual };
    else {
      const { type } = inputFields(input)[name] ?? {};
      const inner = typeof usual === 'object' && usual !== null ? { ...usual } : {};
      if (isInputObjectType(type)) yield* leavesOf(type.name, bounds.members, inner);
    }
  }
}

/** What a description has to say of the bounds; enums and CWE identifiers say it themselves. */
function boundWords(bounds: Bounds): readonly string[] {
  switch (bounds.of) {
    case 'TEXT':
      return ['one line', `${bounds.minimum} to ${inWords(bounds.maximum)} characters`];
    case 'INTEGER':
      return [`${bounds.minimum} to ${bounds.maximum}`];
    case 'LIST':
      return [`at most ${inWords(bounds.maximum)}`, ...boundWords(bounds.entry)];
    case 'ENUM':
    case 'CWE':
    case 'FLAG':
    case 'OBJECT':
      return [];
  }
}

function inWords(count: number): string {
  return count.toLocaleString('en');
}

function defaultWords(usual: unknown): string {
  if (usual === undefined) return 'No default';
  if (Array.isArray(usual))
    return usual.length === 0
      ? 'Default none'
      : `Default ${usual.map((entry) => `\`${String(entry)}\``).join(', ')}`;
  const isPlain = typeof usual !== 'string' || /^[A-Z]+$/.test(usual);
  const text = typeof usual === 'string' ? usual : JSON.stringify(usual);
  return `Default ${isPlain ? text : `\`${text}\``}`;
}

describe('the SDL', () => {
  it('has one input for all configurations, of which one member has to be chosen, and no member for nothing', () => {
    const triage = 'SecurityScanProfileTriageAndRemediationConfigurationInput';
    const outer = KINDS.map(({ member }) => member.split('.')[0]);
    const inner = KINDS.flatMap(({ member }) => member.split('.')[1] ?? []);
    expect(Object.keys(inputFields(CONFIGURATION)).toSorted()).toEqual([...new Set(outer)].toSorted());
    expect(Object.keys(inputFields(triage)).toSorted()).toEqual(inner.toSorted());
    for (const name of [CONFIGURATION, triage]) expect(schema.getType(name)).toMatchObject({ isOneOf: true });
  });

  it('has each configuration that is shown in the union of them, and nothing else', () => {
    const union = schema.getType('ScanProfileConfiguration');
    if (!isUnionType(union)) throw new Error('ScanProfileConfiguration is no union');
    const outputs = new Set(KINDS.map(({ output }) => output));
    expect(
      union
        .getTypes()
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual([...outputs].toSorted());
  });

  it.each([
    ['SecurityScanProfileType', SCAN_TYPES],
    ['ScanProfileTriggerType', TRIGGERS],
  ])('has in %s what the product has', (name, values) => {
    const type = schema.getType(name);
    if (!isEnumType(type)) throw new Error(`${name} is no enum`);
    expect(type.getValues().map((value) => value.name)).toEqual(values);
  });

  it('says how long things may be', () => {
    const { name, description } = inputFields('SecurityScanProfileCreateInput');
    const { configuration } = inputFields('SecurityScanProfileTriggerInput');
    expect(name?.description).toContain(`1 to ${inWords(MAXIMUM_NAME)} characters`);
    expect(description?.description).toContain(`at most ${inWords(MAXIMUM_DESCRIPTION)} characters`);
    expect(configuration?.description).toContain(`64 KB (${inWords(MAXIMUM_CONFIGURATION)} bytes)`);
  });
});

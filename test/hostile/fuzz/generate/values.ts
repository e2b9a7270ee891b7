import { type GraphQLInputType, isEnumType, isInputObjectType, isListType, isNonNullType } from 'graphql';
import type { OperationIds } from '../../access/world/build.ts';
import { anyText, oddText, operationId, path, placeId, profileId } from './texts.ts';
import type { Random } from './random.ts';

/** A value of GraphQL: what JSON has, and names of enumerations. */
export type Value =
  | string
  | number
  | boolean
  | null
  | { readonly name: string }
  | readonly Value[]
  | { readonly members: readonly (readonly [string, Value])[] };

const NUMBERS = [0, 1, 2, 20, 100, 101, -1, 2 ** 31, -(2 ** 31) - 1, 1e21, 0.5, 2 ** 53] as const;

const TIMES = [
  '2026-11-22T12:00:00Z',
  '2026-12-01',
  '0000-01-01',
  '9999-12-31T23:59:59+14:00',
  '2026-13-01',
  '+275760-09-13T00:00:00Z',
  'now',
] as const;

/** How often in a hundred a value is none of its type. */
const WRONG = 4;

/** Values as the types of the schema want them, nearly always. */
export class Values {
  readonly random: Random;
  readonly ids: OperationIds;

  constructor(random: Random, ids: OperationIds) {
    this.random = random;
    this.ids = ids;
  }

  of(type: GraphQLInputType, depth = 0): Value {
    if (this.random.percent(WRONG)) return this.anything(depth);
    if (isNonNullType(type)) return this.of(type.ofType, depth);
    if (this.random.percent(3)) return null;
    if (isListType(type)) {
      const length = this.random.percent(3) ? this.random.below(120) : this.random.below(4);
      return this.random.times(length, () => this.of(type.ofType, depth + 1));
    }
    if (isEnumType(type)) return { name: this.random.pick(type.getValues()).name };
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields());
      // One of them alone where there can be only one, and often where there can be more.
      const only = type.isOneOf && this.random.percent(95) ? this.random.pick(fields) : undefined;
      const chosen = fields.filter((field) =>
        only
          ? field === only
          : isNonNullType(field.type)
            ? this.random.percent(97)
            : this.random.percent(depth > 3 ? 10 : 40),
      );
      return { members: chosen.map((field) => [field.name, this.of(field.type, depth + 1)] as const) };
    }
    return this.scalar(type.name);
  }

  private scalar(name: string): Value {
    const { random, ids } = this;
    switch (name) {
      case 'GroupID':
      case 'ProjectID':
      case 'NamespaceID':
        return placeId(random);
      case 'SecurityScanProfileID':
        return profileId(random);
      case 'Int':
        return random.pick(NUMBERS);
      case 'Boolean':
        return random.percent(50);
      case 'Time':
        return random.pick(TIMES);
      case 'CweIdentifier':
        return random.pick(['CWE-79', 'CWE-0', 'cwe-79', 'CWE-123456']);
      case 'ID':
        return random.pick([path(random), operationId(random, ids), anyText(random, ids)]);
      default:
        return random.percent(70) ? random.pick(['x', 'main', 'a/b']) : oddText(random);
    }
  }

  /** A value of no type in particular. */
  anything(depth = 0): Value {
    const { random, ids } = this;
    return random.pick<() => Value>([
      () => anyText(random, ids),
      () => random.pick(NUMBERS),
      () => random.percent(50),
      () => null,
      () => ({ name: random.pick(['APPEND', 'SAST', 'NOPE', 'null_', 'true_']) }),
      () => (depth > 4 ? [] : random.times(random.below(4), () => this.anything(depth + 1))),
      () => ({
        members:
          depth > 4
            ? []
            : random.times(
                random.below(4),
                () =>
                  [random.pick(['id', 'x', '__proto__', 'projectIds']), this.anything(depth + 1)] as const,
              ),
      }),
    ])();
  }
}

/** As it is written in a query. */
export function literal(value: Value): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (isList(value)) return `[${value.map(literal).join(' ')}]`;
  if ('name' in value) return value.name;
  return `{${value.members.map(([name, member]) => `${name}: ${literal(member)}`).join(' ')}}`;
}

/** As it is sent in variables. */
export function jsonOf(value: Value): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value)) return value.map(jsonOf);
  if ('name' in value) return value.name;
  return Object.fromEntries(value.members.map(([name, member]) => [name, jsonOf(member)]));
}

function isList(value: object): value is readonly Value[] {
  return Array.isArray(value);
}

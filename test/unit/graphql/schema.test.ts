import {
  buildASTSchema,
  isEnumType,
  isInputObjectType,
  isObjectType,
  isSpecifiedDirective,
  isSpecifiedScalarType,
  parse,
  printSchema,
  validateSchema,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { executableSchema } from '../../../functions/graphql/executable-schema.ts';
import { typeDefinitions } from '../../../functions/graphql/generated/type-definitions.ts';
import { resolvers } from '../../../functions/graphql/resolvers/resolvers.ts';

const schema = buildASTSchema(parse(typeDefinitions));
const types = Object.values(schema.getTypeMap()).filter(
  (type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type),
);

interface Documented {
  readonly name: string;
  readonly description?: string | null | undefined;
}

/** Everything in the schema that can have a description, by its coordinate. */
function* everything(): Generator<readonly [string, Documented]> {
  for (const type of types) {
    yield [type.name, type];
    if (isEnumType(type)) for (const value of type.getValues()) yield [`${type.name}.${value.name}`, value];
    if (isInputObjectType(type))
      for (const field of Object.values(type.getFields())) yield [`${type.name}.${field.name}`, field];
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      yield [`${type.name}.${field.name}`, field];
      for (const argument of field.args) yield [`${type.name}.${field.name}(${argument.name}:)`, argument];
    }
  }
  for (const directive of schema.getDirectives().filter((each) => !isSpecifiedDirective(each))) {
    yield [`@${directive.name}`, directive];
    for (const argument of directive.args) yield [`@${directive.name}(${argument.name}:)`, argument];
  }
}

describe('the schema', () => {
  it('is valid', () => {
    expect(validateSchema(schema)).toEqual([]);
  });

  it('says of everything what it is', () => {
    const silent = [...everything()]
      .filter(([, { description }]) => !description)
      .map(([coordinate]) => coordinate);
    expect(silent).toEqual([]);
  });

  it('is the SDL, and nothing else', () => {
    expect(printSchema(executableSchema())).toBe(printSchema(schema));
  });

  it.each(['Query', 'Mutation'] as const)('has a resolver for every field of %s', (name) => {
    const fields = schema.getType(name);
    if (!isObjectType(fields)) throw new Error(`${name} is no object type`);
    expect(Object.keys(resolvers[name]).toSorted()).toEqual(Object.keys(fields.getFields()).toSorted());
  });
});

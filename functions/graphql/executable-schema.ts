import {
  buildASTSchema,
  type GraphQLResolveInfo,
  type GraphQLScalarType,
  type GraphQLSchema,
  isObjectType,
  isScalarType,
} from 'graphql';
import { resolvers } from './resolvers/resolvers.ts';
import { scalars } from './scalars/scalars.ts';
import { schemaDocument } from './schema-document.ts';

/** Any resolver: the compiler has held each one against the SDL already, by its generated type. */
interface FieldResolver {
  resolve(parent: unknown, args: unknown, context: unknown, info: GraphQLResolveInfo): unknown;
}
type FieldResolvers = Readonly<Record<string, FieldResolver['resolve']>>;

/** The schema of the SDL with the resolvers in place. Throws where a resolver or scalar is for nothing in the SDL. */
export function executableSchema(): GraphQLSchema {
  // That it is valid is a matter of tests; every cold start would pay for it.
  const schema = buildASTSchema(schemaDocument, { assumeValid: true });
  for (const scalar of scalars) replaceScalar(schema, scalar);
  for (const [name, fields] of Object.entries<FieldResolvers>(resolvers)) addResolvers(schema, name, fields);
  return schema;
}

function replaceScalar(
  schema: GraphQLSchema,
  { name, parseValue, parseLiteral, serialize }: GraphQLScalarType,
): void {
  const declared = schema.getType(name);
  if (!isScalarType(declared)) throw new Error(`the SDL has no scalar ${name}`);
  Object.assign(declared, { parseValue, parseLiteral, serialize });
}

function addResolvers(schema: GraphQLSchema, name: string, resolversOfType: FieldResolvers): void {
  const type = schema.getType(name);
  if (!isObjectType(type)) throw new Error(`the SDL has no type ${name}`);
  const fields = type.getFields();
  for (const [fieldName, resolve] of Object.entries(resolversOfType)) {
    const field = fields[fieldName];
    if (!field) throw new Error(`the SDL has no field ${name}.${fieldName}`);
    field.resolve = resolve;
  }
}

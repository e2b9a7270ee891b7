import { type LeftOut, replaced } from './left-out.ts';

const SCHEMA_KEYWORDS =
  /switch \(keywordToken\.value\) \{\s*case 'schema':.*?parseDirectiveDefinition\(\);\s*\}/s;
const EXTENSION_KEYWORD =
  /switch \(keywordToken\.value\) \{\s*case 'extend':.*?parseTypeSystemExtension\(\);\s*\}/s;

/** How a schema is written. Ours comes into the bundle parsed; in a request it is a syntax error. */
const SCHEMA_SYNTAX = [
  'SchemaDefinition',
  'OperationTypeDefinition',
  'ScalarTypeDefinition',
  'ObjectTypeDefinition',
  'FieldDefinition',
  'InterfaceTypeDefinition',
  'UnionTypeDefinition',
  'EnumTypeDefinition',
  'EnumValueDefinition',
  'InputObjectTypeDefinition',
  'DirectiveDefinition',
  'SchemaExtension',
  'ScalarTypeExtension',
  'ObjectTypeExtension',
  'InterfaceTypeExtension',
  'UnionTypeExtension',
  'EnumTypeExtension',
  'InputObjectTypeExtension',
];

const TYPES = ['Scalar', 'Object', 'Interface', 'Union', 'Enum', 'InputObject'].map(
  (kind) => `GraphQL${kind}Type`,
);

export const GRAPHQL: readonly LeftOut[] = [
  {
    module: 'graphql/language/parser.mjs',
    because: 'requests have no schemas in them, and ours is parsed when it is bundled',
    edit: (text) => replaced(replaced(text, SCHEMA_KEYWORDS, ''), EXTENSION_KEYWORD, ''),
    parts: [
      ...SCHEMA_SYNTAX,
      ...['TypeSystemExtension', 'DirectiveDefinitionExtension', 'ImplementsInterfaces', 'FieldsDefinition'],
      ...['ArgumentDefs', 'InputValueDef', 'UnionMemberTypes', 'EnumValuesDefinition', 'EnumValueName'],
      ...['InputFieldsDefinition', 'DirectiveLocations', 'DirectiveLocation', 'SchemaCoordinate'],
    ].map((name) => `Parser.parse${name}`),
  },
  {
    module: 'graphql/language/printer.mjs',
    because: 'messages quote values and types: no documents, and no schemas',
    parts: [
      ...SCHEMA_SYNTAX,
      ...[
        'InputValueDefinition',
        'DirectiveExtension',
        'Document',
        'OperationDefinition',
        'VariableDefinition',
      ],
      ...['SelectionSet', 'Field', 'FragmentSpread', 'InlineFragment', 'FragmentDefinition'],
      ...['TypeCoordinate', 'MemberCoordinate', 'ArgumentCoordinate', 'DirectiveCoordinate'],
      'DirectiveArgumentCoordinate',
    ].map((name) => `printDocASTReducer.${name}`),
  },
  {
    module: 'graphql/type/definition.mjs',
    because: 'types are taken apart again only to make others of them',
    parts: TYPES.map((name) => `${name}.toConfig`),
  },
  {
    module: 'graphql/type/directives.mjs',
    because: 'directives are taken apart again only to make others of them',
    parts: ['GraphQLDirective.toConfig'],
  },
  {
    module: 'graphql/type/schema.mjs',
    because: 'a schema is taken apart again only to make another of it',
    parts: ['GraphQLSchema.toConfig'],
  },
  {
    module: 'graphql/utilities/extendSchema.mjs',
    because: 'our schema is built of one document, which extends nothing',
    parts: [
      ...[
        'InputObjectType',
        'EnumType',
        'ScalarType',
        'ObjectType',
        'InterfaceType',
        'UnionType',
        'Directive',
      ],
      ...['Field', 'Arg'],
    ].map((name) => `extendSchemaImpl.extend${name}`),
  },
  {
    module: 'graphql/type/validate.mjs',
    because: 'our schema is built as one that is valid, which a test says',
    instead: { validateSchema: '() => []', assertValidSchema: '() => undefined' },
  },
  {
    module: 'graphql/validation/specifiedRules.mjs',
    because: 'schemas are not validated, and there are no subscriptions',
    edit: (text) =>
      replaced(
        replaced(text, /(?<=export const specifiedSDLRules = )Object\.freeze\(\[.*?\]\)/s, '[]'),
        /(?<=\[[^\]]*)\n *SingleFieldSubscriptionsRule,/,
        '',
      ),
  },
  {
    module: 'graphql-query-complexity/dist/esm/estimators/index.js',
    because: 'how the cost of a field is estimated is our own',
  },
];

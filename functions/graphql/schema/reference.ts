import {
  buildSchema,
  type DefinitionNode,
  type DirectiveDefinitionNode,
  type EnumTypeDefinitionNode,
  type FieldDefinitionNode,
  type InputObjectTypeDefinitionNode,
  type InputValueDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  print,
  printSchema,
  specifiedScalarTypes,
  type StringValueNode,
  type TypeNode,
  type UnionTypeDefinitionNode,
} from 'graphql';

const INTRODUCTION = `<!-- Made by \`npm run generate\` from \`functions/graphql/schema/*.graphql\`. Do not edit. -->

# Reference of the GraphQL API

Everything that can be asked and changed. How to ask, who may, what it costs and how errors look is in
[api.md](api.md). \`!\` marks what is never null, \`[…]\` a list.
`;

const ROOTS = { queries: 'Query', mutations: 'Mutation' };

/** The reference of an API in Markdown, from its SDL. */
export function reference(sdl: string): string {
  // Printed, what modules add to a type is part of it.
  const definitions = parse(printSchema(buildSchema(sdl))).definitions.toSorted(byName);
  const objects = definitions.filter((node) => node.kind === Kind.OBJECT_TYPE_DEFINITION);
  const sections = [
    ['Queries', objects.filter(({ name }) => name.value === ROOTS.queries).flatMap(operations)],
    ['Mutations', objects.filter(({ name }) => name.value === ROOTS.mutations).flatMap(operations)],
    ['Objects', objects.filter(({ name }) => !Object.values(ROOTS).includes(name.value)).map(objectType)],
    ['Unions', definitions.filter((node) => node.kind === Kind.UNION_TYPE_DEFINITION).map(unionType)],
    ['Inputs', definitions.filter((node) => node.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION).map(inputType)],
    ['Enums', definitions.filter((node) => node.kind === Kind.ENUM_TYPE_DEFINITION).map(enumType)],
    [
      'Scalars',
      definitions.filter((node) => node.kind === Kind.SCALAR_TYPE_DEFINITION).map((node) => entry(node)),
    ],
    ['Directives', definitions.filter((node) => node.kind === Kind.DIRECTIVE_DEFINITION).map(directive)],
  ] as const;
  const titles = sections.map(([title]) => `- [${title}](#${title.toLowerCase()})`).join('\n');
  const text = sections.map(([title, entries]) => `## ${title}\n\n${entries.join('\n')}`).join('\n');
  return `${INTRODUCTION}\n${titles}\n\n${text}`;
}

function byName(one: DefinitionNode, other: DefinitionNode): number {
  return nameOf(one) < nameOf(other) ? -1 : 1;
}

function nameOf(node: DefinitionNode): string {
  return 'name' in node ? node.name.value : '';
}

function operations({ name: root, fields = [] }: ObjectTypeDefinitionNode): string[] {
  return fields.toSorted(byField).map((field) => {
    const name = { value: `${root.value}.${field.name.value}` };
    return entry({ ...field, name }, `Answers ${linked(field.type)}.`, inputs('Argument', field.arguments));
  });
}

function byField({ name: one }: FieldDefinitionNode, { name: other }: FieldDefinitionNode): number {
  return one.value < other.value ? -1 : 1;
}

function objectType(node: ObjectTypeDefinitionNode): string {
  const { fields = [] } = node;
  const rows = fields.map(({ name, type, description }) => [
    code(name.value),
    linked(type),
    description?.value,
  ]);
  const details = fields.map(({ name, arguments: given }) => {
    const table = inputs('Argument', given);
    return table === '' ? '' : `Arguments of ${code(name.value)}:\n\n${table}`;
  });
  return entry(node, table(['Field', 'Type', 'Description'], rows), ...details);
}

function unionType(node: UnionTypeDefinitionNode): string {
  return entry(node, `One of ${(node.types ?? []).map(linked).join(', ')}.`);
}

function inputType(node: InputObjectTypeDefinitionNode): string {
  const isOneOf = node.directives?.some(({ name }) => name.value === 'oneOf');
  return entry(
    node,
    isOneOf ? 'Exactly one of the fields has to be given.' : '',
    inputs('Field', node.fields),
  );
}

function enumType(node: EnumTypeDefinitionNode): string {
  const rows = (node.values ?? []).map(({ name, description }) => [code(name.value), description?.value]);
  return entry(node, table(['Value', 'Description'], rows));
}

function directive(node: DirectiveDefinitionNode): string {
  const name = { value: `@${node.name.value}` };
  const locations = node.locations.map(({ value }) => code(value)).join(', ');
  return entry({ ...node, name }, `On ${locations}.`, inputs('Argument', node.arguments));
}

function inputs(title: string, all: readonly InputValueDefinitionNode[] = []): string {
  const rows = all.map(({ name, type, defaultValue, description }) => [
    code(name.value),
    linked(type),
    defaultValue && code(print(defaultValue)),
    description?.value,
  ]);
  return table([title, 'Type', 'Default', 'Description'], rows);
}

interface Described {
  readonly name: { readonly value: string };
  readonly description?: StringValueNode | undefined;
}

function entry({ name, description }: Described, ...rest: readonly string[]): string {
  const parts = [`### ${name.value}`, description?.value ?? '', ...rest];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** Empty where it would have no rows. */
function table(header: readonly string[], rows: readonly (readonly (string | undefined)[])[]): string {
  if (rows.length === 0) return '';
  return [header, header.map(() => '---'), ...rows]
    .map((row) => `| ${row.map(cell).join(' | ')} |`)
    .join('\n');
}

function cell(text = ''): string {
  return text.replaceAll('|', '\\|').replaceAll(/\s*\n\s*/g, ' ');
}

function code(text: string): string {
  return `\`${text}\``;
}

/** A type, with a link to what is said of it here. */
function linked(type: TypeNode): string {
  const name = innermost(type);
  const isBuiltIn = specifiedScalarTypes.some((scalar) => scalar.name === name);
  return isBuiltIn ? code(print(type)) : `[${code(print(type))}](#${name.toLowerCase()})`;
}

function innermost(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : innermost(type.type);
}

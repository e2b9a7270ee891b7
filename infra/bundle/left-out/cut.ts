import { parse, type AnyNode, type Program } from 'acorn';
import { simple } from 'acorn-walk';

/** What stands where something was left out: loud, should it be reached after all. */
const THROWS = "throw new Error('left out of the bundle')";

interface Span {
  readonly start: number;
  readonly end: number;
}

interface Edit extends Span {
  readonly replacement: string;
}

/** Something that has a name, and how it is left out, if it can be. */
interface Named extends Span {
  readonly name: string;
  readonly edit?: Edit;
}

/**
 * A module without these parts. A part is named by where it stands, as in `Class.method`, `object.property` or
 * `function.functionWithin`. Members are gone; functions throw. Throws where a part is not there, or more than once.
 */
export function withoutParts(path: string, text: string, parts: readonly string[]): string {
  const named = Map.groupBy(namedIn(moduleOf(text)), ({ name }) => name);
  const edits = parts.map((part) => {
    const whole = [{ start: -1, end: Infinity }];
    const found = part
      .split('.')
      .reduce<readonly (Span & Partial<Named>)[]>((all, name) => within(all, named.get(name) ?? []), whole);
    const [one] = found;
    if (one === undefined || found.length > 1) throw new Error(`${path} has ${found.length} times ${part}`);
    if (!one.edit) throw new Error(`${part} of ${path} is nothing that could be left out`);
    return one.edit;
  });
  return apply(text, edits);
}

/**
 * A module that still exports what it did: these expressions, and for the rest what throws when it is called or made.
 * Throws where it does not export what is to be replaced.
 */
export function hollow(path: string, text: string, instead: Readonly<Record<string, string>> = {}): string {
  const names = moduleOf(text).body.flatMap(exportedNames);
  const missing = Object.keys(instead).filter((name) => !names.includes(name));
  if (names.length === 0 || missing.length > 0)
    throw new Error(`${path} does not export ${missing.join(', ')}`);
  return names.map((name) => exportOf(name, instead[name] ?? `function () { ${THROWS}; }`)).join('\n');
}

function exportOf(name: string, expression: string): string {
  return name === 'default' ? `export default ${expression};` : `export const ${name} = ${expression};`;
}

function moduleOf(text: string): Program {
  return parse(text, { ecmaVersion: 'latest', sourceType: 'module' });
}

function namedIn(module: Program): readonly Named[] {
  const named: Named[] = [];
  const add = (id: AnyNode | null, { start, end }: Span, edit?: Edit): void => {
    const name = nameOf(id);
    if (name !== undefined) named.push({ name, start, end, ...(edit && { edit }) });
  };
  const addMember = (member: Span & { readonly key: AnyNode }): void =>
    add(member.key, member, instead(member, ''));
  simple(module, {
    FunctionDeclaration: (node) => add(node.id, node, instead(node.body, `{ ${THROWS}; }`)),
    VariableDeclarator(node) {
      const { init } = node;
      add(node.id, node, init && isFunction(init) ? instead(init, `function () { ${THROWS}; }`) : undefined);
    },
    ClassDeclaration: (node) => add(node.id, node),
    // `{ name }` names what stands elsewhere.
    Property: (node) => add(node.shorthand ? null : node.key, node, instead(node, '...{}')),
    MethodDefinition: addMember,
    PropertyDefinition: addMember,
  });
  return named;
}

function nameOf(node: AnyNode | null): string | undefined {
  if (node?.type === 'PrivateIdentifier') return `#${node.name}`;
  return node?.type === 'Identifier' ? node.name : undefined;
}

function isFunction({ type }: AnyNode): boolean {
  return type === 'ArrowFunctionExpression' || type === 'FunctionExpression' || type === 'ClassExpression';
}

function instead({ start, end }: Span, replacement: string): Edit {
  return { start, end, replacement };
}

/** Those of one name that are inside of these, but not inside of another of them. */
function within(outer: readonly Span[], ofName: readonly Named[]): readonly Named[] {
  const inside = ofName.filter((one) => outer.some((other) => isInside(one, other)));
  return inside.filter((one) => !inside.some((other) => isInside(one, other)));
}

function isInside(one: Span, other: Span): boolean {
  return one !== other && other.start <= one.start && one.end <= other.end;
}

function exportedNames(statement: Program['body'][number]): readonly string[] {
  if (statement.type === 'ExportDefaultDeclaration') return ['default'];
  if (statement.type !== 'ExportNamedDeclaration') return [];
  const { declaration, specifiers } = statement;
  const ids = [
    ...specifiers.map(({ exported }) => exported),
    ...(declaration?.type === 'VariableDeclaration' ? declaration.declarations.map(({ id }) => id) : []),
    ...(declaration && 'id' in declaration ? [declaration.id] : []),
  ];
  return ids.flatMap((id) => nameOf(id) ?? []);
}

function apply(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((one, other) => other.start - one.start)
    .reduce(
      (result, { start, end, replacement }) => result.slice(0, start) + replacement + result.slice(end),
      text,
    );
}

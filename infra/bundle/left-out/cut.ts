import ts from 'typescript';

/** What stands where something was left out: loud, should it be reached after all. */
const THROWS = "throw new Error('left out of the bundle')";

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

/**
 * A module without these parts. A part is named by where it stands, as in `Class.method`, `object.property` or
 * `function.functionWithin`. Members are gone; functions throw. Throws where a part is not there, or more than once.
 */
export function withoutParts(path: string, text: string, parts: readonly string[]): string {
  const source = parse(path, text);
  const named = namedNodes(source);
  const edits = parts.map((part) => {
    const found = part
      .split('.')
      .reduce<readonly ts.Node[]>((nodes, name) => within(nodes, named.get(name) ?? []), [source]);
    const [node] = found;
    if (node === undefined || found.length > 1) throw new Error(`${path} has ${found.length} times ${part}`);
    return leaveOut(node, `${part} of ${path}`);
  });
  return apply(text, edits);
}

/**
 * A module that still exports what it did: these expressions, and for the rest what throws when it is called or made.
 * Throws where it does not export what is to be replaced.
 */
export function hollow(path: string, text: string, instead: Readonly<Record<string, string>> = {}): string {
  const names = parse(path, text).statements.flatMap(exportedNames);
  const missing = Object.keys(instead).filter((name) => !names.includes(name));
  if (names.length === 0 || missing.length > 0)
    throw new Error(`${path} does not export ${missing.join(', ')}`);
  return names.map((name) => exportOf(name, instead[name] ?? `function () { ${THROWS}; }`)).join('\n');
}

function exportOf(name: string, expression: string): string {
  return name === 'default' ? `export default ${expression};` : `export const ${name} = ${expression};`;
}

function parse(path: string, text: string): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true, ts.ScriptKind.JS);
}

/** All that has a name, by it: to look through a whole module for each part took most of the time. */
function namedNodes(source: ts.SourceFile): ReadonlyMap<string, readonly ts.Node[]> {
  const named = new Map<string, ts.Node[]>();
  const look = (node: ts.Node): void => {
    const name = nameOf(node);
    if (name !== undefined) named.set(name, [...(named.get(name) ?? []), node]);
    node.forEachChild(look);
  };
  look(source);
  return named;
}

/** Those of one name that are below these nodes, but not below another of them. */
function within(nodes: readonly ts.Node[], ofName: readonly ts.Node[]): ts.Node[] {
  const below = ofName.filter((node) => nodes.some((above) => isBelow(node, above)));
  return below.filter((node) => !below.some((other) => isBelow(node, other)));
}

function isBelow(node: ts.Node, above: ts.Node): boolean {
  return node !== above && above.pos <= node.pos && node.end <= above.end;
}

function nameOf(node: ts.Node): string | undefined {
  const isNamed =
    ts.isFunctionDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isVariableDeclaration(node) ||
    ts.isPropertyAssignment(node) ||
    ts.isClassElement(node) ||
    ts.isMethodDeclaration(node);
  return isNamed ? node.name?.getText() : undefined;
}

function leaveOut(node: ts.Node, description: string): Edit {
  const whole = { start: node.getStart(), end: node.end };
  if (ts.isFunctionDeclaration(node) && node.body) {
    return { start: node.body.getStart(), end: node.body.end, replacement: `{ ${THROWS}; }` };
  }
  if (ts.isVariableDeclaration(node) && node.initializer && isFunction(node.initializer)) {
    const { initializer } = node;
    return {
      start: initializer.getStart(),
      end: initializer.end,
      replacement: `function () { ${THROWS}; }`,
    };
  }
  if (ts.isObjectLiteralElementLike(node) && ts.isObjectLiteralExpression(node.parent)) {
    return { ...whole, replacement: '...{}' };
  }
  if (ts.isClassElement(node)) return { ...whole, replacement: '' };
  throw new Error(`${description} is nothing that could be left out`);
}

function isFunction(node: ts.Node): boolean {
  return ts.isArrowFunction(node) || ts.isFunctionExpression(node) || ts.isClassExpression(node);
}

function exportedNames(statement: ts.Statement): string[] {
  if (ts.isExportAssignment(statement)) return ['default'];
  if (
    ts.isExportDeclaration(statement) &&
    statement.exportClause &&
    ts.isNamedExports(statement.exportClause)
  ) {
    return statement.exportClause.elements.map(({ name }) => name.text);
  }
  if (!ts.canHaveModifiers(statement)) return [];
  const isExported = ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
  if (!isExported) return [];
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map(({ name }) => name.getText());
  }
  const isNamed = ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement);
  return isNamed && statement.name ? [statement.name.text] : [];
}

function apply(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((one, other) => other.start - one.start)
    .reduce(
      (result, { start, end, replacement }) => result.slice(0, start) + replacement + result.slice(end),
      text,
    );
}

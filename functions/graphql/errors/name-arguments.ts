import { type ASTNode, type DocumentNode, GraphQLError, Kind, visit } from 'graphql';

/**
 * Says, in errors about a value that is written in the query, which argument the value was for. GraphQL itself says
 * so only of variables.
 */
export function nameArguments(
  document: DocumentNode,
  errors: readonly GraphQLError[],
): readonly GraphQLError[] {
  return errors.map((error) => {
    const [node] = error.nodes ?? [];
    const name = node?.kind.endsWith('Value') ? nameOf(node, document) : '';
    if (!name) return error;
    const { nodes, path, extensions } = error;
    const message = `Argument "${name}" has an invalid value: ${error.message}`;
    return new GraphQLError(message, { nodes: nodes ?? null, path: path ?? null, extensions });
  });
}

/** The way from an argument to a value in it, such as `input.projectIds`; empty for what is no such value. */
function nameOf(value: ASTNode, document: DocumentNode): string {
  let found: readonly string[] = [];
  const names: string[] = [];
  visit(document, {
    enter(node) {
      if (node.kind === Kind.ARGUMENT || node.kind === Kind.OBJECT_FIELD) names.push(node.name.value);
      if (node === value) found = [...names];
    },
    leave(node) {
      if (node.kind === Kind.ARGUMENT || node.kind === Kind.OBJECT_FIELD) names.pop();
    },
  });
  return found.join('.');
}

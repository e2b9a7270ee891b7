import { type FieldNode, Kind, type NameNode } from 'graphql';

/**
 * What the name of a field of a newer release is answered under before it is null. Names with two underscores belong to
 * GraphQL, so that no field of ours and hardly an alias begins like this.
 */
const PREFIX = '__newer_';

/** A field that every type has, to stand where another one stood, and to be skipped where that one would have been. */
export function placeholderFor({ name, alias, directives = [], loc }: FieldNode): FieldNode {
  return {
    kind: Kind.FIELD,
    name: nameNode('__typename'),
    alias: nameNode(`${PREFIX}${(alias ?? name).value}`),
    directives: directives.filter((directive) => ['skip', 'include'].includes(directive.name.value)),
    ...(loc && { loc }),
  };
}

function nameNode(value: string): NameNode {
  return { kind: Kind.NAME, value };
}

/** An answer with null for each placeholder in it, unless the same name was asked of something that is known. */
export function withNulls(data: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const entries = Object.entries(data).flatMap(([key, value]): [string, unknown][] => {
    if (!key.startsWith(PREFIX)) return [[key, valueWithNulls(value)]];
    const name = key.slice(PREFIX.length);
    return Object.hasOwn(data, name) ? [] : [[name, null]];
  });
  return Object.fromEntries(entries);
}

function valueWithNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(valueWithNulls);
  return typeof value === 'object' && value !== null ? withNulls({ ...value }) : value;
}

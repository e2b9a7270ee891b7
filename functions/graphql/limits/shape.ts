import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** How big a query is, fragments counted wherever they are used. Nothing is known about its meaning yet. */
export interface Shape {
  readonly fields: number;
  readonly aliases: number;
  readonly depth: number;
  /** Depth below `__schema` and `__type`, where tools ask deep and cheap questions. */
  readonly introspectionDepth: number;
}

const NOTHING: Shape = { fields: 0, aliases: 0, depth: 0, introspectionDepth: 0 };

/**
 * Measures the biggest operation of a document, in time linear in the document's length, before it is validated:
 * validation takes time quadratic in the number of fields, so those that no operation reaches count too.
 */
export function shapeOf(document: DocumentNode): Shape {
  const measure = new Measure(document);
  const operations = document.definitions.filter(
    (definition) => definition.kind === Kind.OPERATION_DEFINITION,
  );
  const shapes = operations.map(({ selectionSet }) => measure.selectionSet(selectionSet));
  const biggest = (name: keyof Shape): number => Math.max(0, ...shapes.map((shape) => shape[name]));
  return {
    fields: Math.max(biggest('fields'), measure.fieldsWritten()),
    aliases: biggest('aliases'),
    depth: biggest('depth'),
    introspectionDepth: biggest('introspectionDepth'),
  };
}

class Measure {
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  private readonly known = new Map<string, Shape>();
  private written = 0;

  constructor(document: DocumentNode) {
    const fragments = document.definitions.filter(
      (definition) => definition.kind === Kind.FRAGMENT_DEFINITION,
    );
    this.fragments = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
  }

  /** Fields of the whole document, each once. */
  fieldsWritten(): number {
    for (const name of this.fragments.keys()) this.fragment(name);
    return this.written;
  }

  selectionSet({ selections }: SelectionSetNode): Shape {
    return total(selections.map((selection) => this.selection(selection)));
  }

  private selection(selection: SelectionNode): Shape {
    switch (selection.kind) {
      case Kind.FIELD:
        return this.field(selection);
      case Kind.INLINE_FRAGMENT:
        return this.selectionSet(selection.selectionSet);
      case Kind.FRAGMENT_SPREAD:
        return this.fragment(selection.name.value);
    }
  }

  private field({ name, alias, selectionSet }: FieldNode): Shape {
    this.written += 1;
    const below = selectionSet ? this.selectionSet(selectionSet) : NOTHING;
    const isIntrospection = name.value === '__schema' || name.value === '__type';
    return {
      fields: below.fields + 1,
      aliases: below.aliases + (alias ? 1 : 0),
      depth: isIntrospection ? 1 : below.depth + 1,
      introspectionDepth: isIntrospection ? below.depth + 1 : below.introspectionDepth,
    };
  }

  private fragment(name: string): Shape {
    const known = this.known.get(name);
    if (known) return known;
    // A fragment within itself counts as nothing: validation refuses it.
    this.known.set(name, NOTHING);
    const fragment = this.fragments.get(name);
    const shape = fragment ? this.selectionSet(fragment.selectionSet) : NOTHING;
    this.known.set(name, shape);
    return shape;
  }
}

function total(shapes: readonly Shape[]): Shape {
  return shapes.reduce(
    (sum, shape) => ({
      fields: sum.fields + shape.fields,
      aliases: sum.aliases + shape.aliases,
      depth: Math.max(sum.depth, shape.depth),
      introspectionDepth: Math.max(sum.introspectionDepth, shape.introspectionDepth),
    }),
    NOTHING,
  );
}

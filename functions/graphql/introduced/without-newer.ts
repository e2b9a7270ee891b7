import {
  type DirectiveNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type InlineFragmentNode,
  Kind,
  visit,
} from 'graphql';
import { GITLAB_RELEASE } from '../../../shared/domain/gitlab-release.ts';
import { placeholderFor } from './placeholder.ts';

const DIRECTIVE = 'gl_introduced';

/**
 * A document without what `@gl_introduced(version:)` says is of a newer release, so that it is valid whether we know
 * that or not. A field leaves a placeholder, an inline fragment an empty one; fragments and variables that nothing else
 * used go altogether. The same document if nothing in it is newer.
 */
export function withoutNewer(document: DocumentNode): DocumentNode {
  const older = visit(document, {
    Field: (field) => (field.directives?.some(isNewer) ? placeholderFor(field) : undefined),
    InlineFragment: ({ directives }) => (directives?.some(isNewer) ? EMPTY : undefined),
  });
  return older === document ? document : withoutLeftovers(older, usesIn(document), usesIn(older));
}

/** An object of which nothing else is asked still needs a selection to be valid. */
const EMPTY: InlineFragmentNode = {
  kind: Kind.INLINE_FRAGMENT,
  selectionSet: { kind: Kind.SELECTION_SET, selections: [] },
};

/** A version in a variable is not known yet, and one that is no version says nothing: neither is newer. */
function isNewer({ name, arguments: values }: DirectiveNode): boolean {
  if (name.value !== DIRECTIVE) return false;
  const value = values?.find((argument) => argument.name.value === 'version')?.value;
  const [, major, minor] = value?.kind === Kind.STRING ? (/^(\d+)\.(\d+)/.exec(value.value) ?? []) : [];
  const ours = GITLAB_RELEASE;
  return Number(major) === ours.major ? Number(minor) > ours.minor : Number(major) > ours.major;
}

/** The fragments that the operations of a document get to, and the variables, with a `$`, that are used on the way. */
function usesIn({ definitions }: DocumentNode): ReadonlySet<string> {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  const uses = new Set<string>();
  const pending = definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  for (const definition of pending) {
    visit(definition, {
      VariableDefinition: () => false,
      Variable({ name }) {
        uses.add(`$${name.value}`);
      },
      FragmentSpread({ name }) {
        const fragment = fragments.get(name.value);
        if (fragment && !uses.has(name.value)) pending.push(fragment);
        uses.add(name.value);
      },
    });
  }
  return uses;
}

/** What was unused from the start stays, for validation to say so. */
function withoutLeftovers(
  document: DocumentNode,
  before: ReadonlySet<string>,
  after: ReadonlySet<string>,
): DocumentNode {
  const left = (use: string): null | undefined => (before.has(use) && !after.has(use) ? null : undefined);
  return visit(document, {
    FragmentDefinition: ({ name }) => left(name.value),
    VariableDefinition: ({ variable }) => left(`$${variable.name.value}`),
  });
}

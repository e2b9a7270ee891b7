import { type Change, CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema, lexicographicSortSchema, parse, print, printSchema, visit } from 'graphql';
import { format } from 'prettier';

/** A schema as a contract: sorted, and without what it says of itself. */
export async function contractOf(sdl: string): Promise<string> {
  const silent = visit(parse(sdl), {
    enter: (node) => ('description' in node ? { ...node, description: undefined } : undefined),
  });
  const sorted = lexicographicSortSchema(buildSchema(print(silent)));
  return format(printSchema(sorted), { parser: 'graphql', printWidth: 110 });
}

/** What changed from one schema to another. */
export interface Changes {
  /** After each of these a document, or a client that looks at its answer, may work no more. */
  readonly breaking: readonly string[];
  readonly other: readonly string[];
}

/** Compares two schemas in SDL, by graphql-inspector. */
export async function changesBetween(before: string, after: string): Promise<Changes> {
  const changes = await diff(buildSchema(before), buildSchema(after));
  const isBreaking = ({ criticality }: Change): boolean => criticality.level === CriticalityLevel.Breaking;
  return {
    breaking: changes.filter(isBreaking).map(({ message }) => message),
    other: changes.filter((change) => !isBreaking(change)).map(({ message }) => message),
  };
}

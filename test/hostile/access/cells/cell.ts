import type { Verdict } from '../oracle.ts';
import type { Identity } from '../world/identities.ts';

/** What a mutation has to come to: a verdict, or `errors` of its payload. */
export type Expected = Exclude<Verdict, 'DONE'> | { readonly errors: readonly string[] };

/** One mutation of one target. */
export interface MutationCell {
  readonly name: string;
  /** The field with its arguments, without alias and selection. */
  readonly field: string;
  readonly expected: (who: Identity) => Expected;
}

/** Mutations that are asked for in one request. */
export interface MutationBatch {
  readonly name: string;
  readonly cells: readonly MutationCell[];
  /** Variables of the request and what declares them, where the text would be too long. */
  readonly declared?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** Mutations with an argument each that is none, which the error has to name. */
export interface MalformedBatch extends MutationBatch {
  readonly cells: readonly (MutationCell & { readonly argument: string })[];
}

const DONE: Expected = { errors: [] };

export function expectedOf(verdict: Verdict): Expected {
  return verdict === 'DONE' ? DONE : verdict;
}

/** As many as one request may ask for by its cost. */
export function inBatches<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

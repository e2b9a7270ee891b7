/** To a thread: what to do next. */
export type Order =
  /** Every directed test on the product as it is, then each on the mutants that it kills. */
  | { readonly kind: 'DIRECTED'; readonly names: readonly string[] }
  /** Histories under a mutant, from this seed on, until so many broke a promise. */
  | {
      readonly kind: 'HISTORIES';
      readonly name: string;
      readonly from: number;
      readonly count: number;
      readonly enough: number;
    };

/** How a directed test ends: as it should, by an assertion that fails, or by an error that says nothing about a promise. */
export type Verdict = 'PASSES' | 'FAILS' | 'ERROR';

export interface DirectedResult {
  /** Undefined: the product as it is. */
  readonly name: string | undefined;
  /** What the test shows. */
  readonly shows: string;
  readonly verdict: Verdict;
  readonly message: string;
}

export interface HistoriesResult {
  readonly name: string;
  /** Histories that were run. */
  readonly of: number;
  /** Those that broke a promise: the seed, and which one broke first. */
  readonly broken: readonly { readonly seed: number; readonly promise: string; readonly what: string }[];
}

/** From a thread: it is ready, or what came of an order. */
export type Report =
  | { readonly kind: 'READY' }
  | { readonly kind: 'DIRECTED'; readonly results: readonly DirectedResult[] }
  | { readonly kind: 'HISTORIES'; readonly result: HistoriesResult };

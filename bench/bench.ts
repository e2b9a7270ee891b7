/** A table of figures: counts, units and ratios. Times stand only beside other times of the same run. */
export interface Figures {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  /** What has to be said of them: what was left out, and why. */
  readonly notes?: readonly string[];
}

export interface Context {
  /** Says what is being done, on the terminal of who waits. */
  readonly progress: (text: string) => void;
  /** The short form: smaller trees and fewer rounds, the same counts each. */
  readonly short: boolean;
  /** The largest of the sizes that a bench grows through, where another one is wanted. */
  readonly size?: number | undefined;
}

/** Something that is measured, by `npm run bench -- NAME`. */
export interface Bench {
  readonly name: string;
  /** In half a line, for the list. */
  readonly about: string;
  readonly run: (context: Context) => Promise<readonly Figures[]>;
}

/** A text of a file of the product that is replaced as the file is loaded. */
export interface Patch {
  /** From the top of the repository. */
  readonly file: string;
  /** Occurs exactly once in it. */
  readonly find: string;
  readonly replace: string;
}

/** Small pages, so that a small tree has chains of them; of two projects that are named, each is done after the acceptance. */
export const SMALL_PAGES: readonly Patch[] = [
  {
    file: 'shared/domain/frontier.ts',
    find: 'export const PAGE_SIZE = 1_500;',
    replace: 'export const PAGE_SIZE = 3;',
  },
  {
    file: 'shared/domain/frontier.ts',
    find: 'export const MAXIMUM_FRONTIER = 500;',
    replace: 'export const MAXIMUM_FRONTIER = 2;',
  },
  {
    file: 'shared/pipeline/settle.ts',
    find: 'export const MAXIMUM_SETTLED = 10;',
    replace: 'export const MAXIMUM_SETTLED = 1;',
  },
];

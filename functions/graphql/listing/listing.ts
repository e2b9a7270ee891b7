import type { Position } from './position.ts';

/** Part of a list of groups or projects, by id. */
export interface Listing {
  readonly found: readonly (Position & { readonly id: number })[];
  readonly hasNextPage: boolean;
  /** Where to go on. Not always the last that was found: a part may end early, even empty. */
  readonly end: Position | undefined;
}

/** Which part of a list. */
export interface Part {
  readonly first: number;
  readonly after: Position | undefined;
}

import type { Page } from '../parents.ts';

/** Resolvers of every connection. */
export const connection = {
  nodes: <Node>({ edges }: Page<Node>): readonly Node[] => edges.map(({ node }) => node),
  edges: <Node>({ edges }: Page<Node>): Page<Node>['edges'] => edges,
  pageInfo: ({ pageInfo }: Page<unknown>): Page<unknown>['pageInfo'] => pageInfo,
};

/**
 * What a page says about the next one. Without a cursor there is none that could be asked for: where nothing was wanted
 * (`first: 0`), whoever goes on until the last page would begin anew for ever.
 */
export function pageInfoOf(hasNextPage: boolean, endCursor: string | undefined): Page<unknown>['pageInfo'] {
  return endCursor === undefined ? { hasNextPage: false, endCursor: null } : { hasNextPage, endCursor };
}

import type { Page } from '../parents.ts';

/** Resolvers of every connection. */
export const connection = {
  nodes: <Node>({ edges }: Page<Node>): readonly Node[] => edges.map(({ node }) => node),
  edges: <Node>({ edges }: Page<Node>): Page<Node>['edges'] => edges,
  pageInfo: ({ pageInfo }: Page<unknown>): Page<unknown>['pageInfo'] => pageInfo,
};

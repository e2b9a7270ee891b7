import * as z from 'zod';

/** A page of a connection. */
export interface Page<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** How to ask for a page: `first` at most 100. */
export type ReadPage<Node> = (page: {
  readonly first: number;
  readonly after: string | null;
}) => Promise<Page<Node>>;

/** As many as the API gives at once. */
export const PAGE = 100;

/** What a connection with these nodes answers. */
export function pageOf<Node>(node: z.ZodType<Node>): z.ZodType<Page<Node>> {
  const pageInfo = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() });
  return z.object({ nodes: z.array(node), pageInfo });
}

/** What has no pages, as one. */
export function onePage<Node>(nodes: readonly Node[]): ReadPage<Node> {
  return async () => Promise.resolve({ nodes, pageInfo: { hasNextPage: false, endCursor: null } });
}

/** Every node of a connection, or the first so many. A page may be shorter than asked for, even empty, before the last. */
export async function* nodesOf<Node>(readPage: ReadPage<Node>, limit = Infinity): AsyncGenerator<Node> {
  let after: string | null = null;
  for (let left = limit; left > 0;) {
    const { nodes, pageInfo }: Page<Node> = await readPage({ first: Math.min(PAGE, left), after });
    yield* nodes;
    left -= nodes.length;
    after = pageInfo.endCursor;
    if (!pageInfo.hasNextPage || after === null) return;
  }
}

/** All elements of a stream that is known to be short. */
export async function collect<T>(stream: AsyncIterable<T>): Promise<readonly T[]> {
  const found: T[] = [];
  for await (const each of stream) found.push(each);
  return found;
}

/** What one request may ask for. Each is checked before anything is read, and named when it refuses. */
export const LIMITS = {
  /**
   * Bytes of a request's body. Five configurations of 64 KB fit into it, even where a client writes letters as `\u` and
   * four digits, which makes three bytes of one.
   */
  body: 1_000_000,
  /** Bytes of an answer: what Lambda passes on is 6 MB, headers included. */
  answer: 6_000_000,
  /** Characters of a query, as in GitLab. */
  query: 10_000,
  /** Words and signs of a query: what parsing and validating it costs. */
  tokens: 1_000,
  /** Fields of a query, those of a fragment counted wherever it is used. */
  fields: 500,
  /** Fields under another name, counted in the same way. */
  aliases: 30,
  /** Levels of fields, leaves included. */
  depth: 10,
  /** Levels of fields below `__schema` and `__type`: the questions that tools ask need 14. */
  introspectionDepth: 20,
  /** Objects that an answer may hold: see `cost.ts`. */
  cost: 5_000,
  /** Elements of a page. */
  page: 100,
} as const;

/** `extensions.code` of the errors that this API makes. Those of GraphQL itself (`GRAPHQL_…`) are Yoga's. */
export type ErrorCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'BAD_REQUEST'
  | 'BAD_USER_INPUT'
  | 'LIMIT_EXCEEDED'
  | 'INVALID_STATE'
  | 'EXPIRED'
  | 'IDEMPOTENCY_CONFLICT'
  | 'TOO_MANY_OPERATIONS'
  | 'INTERNAL_SERVER_ERROR'
  | 'SERVICE_UNAVAILABLE';

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, type GraphQLSchema } from 'graphql';
import { ROOT } from '../../../../../local/settings.ts';

const SDL = join(ROOT, 'functions/graphql/schema');

/** What the API is going to have, each part until the SDL has its mark. */
const AGREED: readonly (readonly [mark: string, sdl: string])[] = [
  [
    'enum SecurityScanProfileAttachMode {',
    `  enum SecurityScanProfileAttachMode { APPEND SET REPLACE FILL_PROFILE_GAPS FILL_SCAN_GAPS }`,
  ],
  [
    'enum SecurityScanProfileOutcome {',
    `  enum SecurityScanProfileOutcome { APPLIED UNCHANGED SKIPPED FAILED }`,
  ],
  [
    'enum SecurityScanProfileOutcomeCode {',
    `  enum SecurityScanProfileOutcomeCode {
    ALREADY_ATTACHED NOT_ATTACHED NOTHING_TO_REPLACE ALREADY_COVERED SUPERSEDED DELETED MOVED_TO_ANOTHER_ROOT
    PROFILE_DELETED CHANGED_SINCE_PREVIEW CHANGED_SINCE CANCELLED LIMIT_REACHED CONFLICT INTERNAL
  }`,
  ],
  [
    'enum SecurityScanProfileStopReason {',
    `  enum SecurityScanProfileStopReason { CANCELLED_BY_USER FAILURE_THRESHOLD }`,
  ],
  ['  ADOPT', `  extend enum SecurityScanProfileOperationKind { UNDO ADOPT }`],
  ['  PREVIEWED', `  extend enum SecurityScanProfileOperationStatus { CANCELLING CANCELLED PREVIEWED }`],
  [
    'dryRun:',
    `  extend input AttachSecurityScanProfileInput {
    mode: SecurityScanProfileAttachMode dryRun: Boolean = false idempotencyKey: String failureThresholdPercent: Int
  }`,
  ],
  [
    'dryRun:',
    `  extend input DetachSecurityScanProfileInput {
    dryRun: Boolean = false idempotencyKey: String failureThresholdPercent: Int
  }`,
  ],
  [
    'input UndoSecurity',
    `  input Follow { id: ID! dryRun: Boolean = false idempotencyKey: String failureThresholdPercent: Int clientMutationId: String }`,
  ],
  [
    'input AdoptSecurity',
    `  input Adopt {
    operationId: ID! dryRun: Boolean = false idempotencyKey: String failureThresholdPercent: Int clientMutationId: String
  }`,
  ],
  ['input CancelSecurity', `  input Cancel { id: ID! clientMutationId: String }`],
  [
    'undoSecurityScanProfileOperation(',
    `  extend type Mutation {
    applySecurityScanProfileOperation(input: Follow!): SecurityScanProfileAttachPayload
    retrySecurityScanProfileOperation(input: Follow!): SecurityScanProfileAttachPayload
    undoSecurityScanProfileOperation(input: Follow!): SecurityScanProfileAttachPayload
    cancelSecurityScanProfileOperation(input: Cancel!): SecurityScanProfileAttachPayload
    adoptSecurityScanProfiles(input: Adopt!): SecurityScanProfileAttachPayload
  }`,
  ],
  ['progress: ', `  type Progress { pagesKnown: Int! pagesDone: Int! }`],
  [
    'type SecurityScanProfileResult {',
    `  type SecurityScanProfileResult {
    projectId: ProjectID! project: Project outcome: SecurityScanProfileOutcome! code: SecurityScanProfileOutcomeCode
    message: String! retryable: Boolean! before: [ScanProfileType!]! after: [ScanProfileType!]!
  }`,
  ],
  [
    'type SecurityScanProfileResultConnection {',
    `  type SecurityScanProfileResultConnection { nodes: [SecurityScanProfileResult!]! pageInfo: PageInfo! }`,
  ],
  [
    'type SecurityScanProfileOperationConnection {',
    `  type SecurityScanProfileOperationConnection { nodes: [SecurityScanProfileOperation!]! pageInfo: PageInfo! }`,
  ],
  [
    'stalled: ',
    `  extend type SecurityScanProfileOperation {
    mode: SecurityScanProfileAttachMode dryRun: Boolean! projectIds: [ProjectID!]! groupIds: [GroupID!]!
    expectedProjects: Int progress: Progress! failureThresholdPercent: Int stopReason: SecurityScanProfileStopReason
    stalled: Boolean! undoOf: SecurityScanProfileOperation retryOf: SecurityScanProfileOperation
    previewOf: SecurityScanProfileOperation adoptOf: SecurityScanProfileOperation
    followUpOf: SecurityScanProfileOperation
  }`,
  ],
  [
    '  results(',
    `  extend type SecurityScanProfileOperation {
    results(
      outcome: SecurityScanProfileOutcome code: SecurityScanProfileOutcomeCode first: Int = 20 after: String
    ): SecurityScanProfileResultConnection
  }`,
  ],
  [
    'securityScanProfileOperations(',
    `  extend type Group {
    securityScanProfileOperations(
      kind: SecurityScanProfileOperationKind status: SecurityScanProfileOperationStatus
      profileId: SecurityScanProfileID actorId: String createdAfter: Time createdBefore: Time
      first: Int = 20 after: String
    ): SecurityScanProfileOperationConnection
  }`,
  ],
];

/** The schema that a deployment answers by. */
export function contractSchema(): GraphQLSchema {
  const files = readdirSync(SDL).filter((name) => name.endsWith('.graphql'));
  const sdl = files.map((name) => readFileSync(join(SDL, name), 'utf8')).join('\n');
  const missing = AGREED.filter(([mark]) => !sdl.includes(mark)).map(([, part]) => part);
  return buildSchema([sdl, ...missing].join('\n'));
}

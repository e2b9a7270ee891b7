/** Names that the infrastructure, the functions and the local stack must agree on. Nothing else lives here. */

/** Environment variables of the functions. The stack sets them, `shared/environment` reads them. */
export const VARIABLES = {
  tableName: 'TABLE_NAME',
  attachQueueUrl: 'ATTACH_QUEUE_URL',
  /** The queue that feeds a worker. */
  sourceQueueUrl: 'SOURCE_QUEUE_URL',
  /** The bus that events about operations go out on. */
  eventBusName: 'EVENT_BUS_NAME',
  issuer: 'TOKEN_ISSUER',
  audience: 'TOKEN_AUDIENCE',
  /** Seconds. The janitor sends again what stays open for longer than two of these. */
  attachVisibilityTimeout: 'ATTACH_VISIBILITY_TIMEOUT',
  /** URL of the GitLab whose tree this is; not set where nobody said. */
  gitlabUrl: 'GITLAB_URL',
  /** Of the product. */
  release: 'RELEASE',
  logLevel: 'POWERTOOLS_LOG_LEVEL',
} as const;

/** One folder under `functions/` each. */
export const FUNCTIONS = [
  'graphql',
  'rest',
  'attach-worker',
  'cleanup-worker',
  'status-worker',
  'janitor',
  'sweep',
] as const;
export type FunctionName = (typeof FUNCTIONS)[number];

/** Queues are named for the function that consumes them; each has a dead-letter queue `NAME-dead-letter`. */
export const QUEUES = {
  attachWorker: 'attach-worker',
  cleanupWorker: 'cleanup-worker',
  statusWorker: 'status-worker',
} as const;
export type QueueName = (typeof QUEUES)[keyof typeof QUEUES];

/** Tag that names functions (`FUNCTIONS`) and queues (`QUEUES`, and with `-dead-letter`): physical names are CloudFormation's. */
export const NAME_TAG = 'scan-profiles:name';

/** Paths that the HTTP API serves: the plan's, and the one that GitLab's clients use. */
export const GRAPHQL_PATHS = ['/graphql', '/api/graphql'] as const;

/** Route of the part of GitLab's REST API that its clients need, as API Gateway spells it. */
export const REST_PATH = '/api/v4/{proxy+}';

/** Every spelling of an event's `detail-type` that is taken: with and without `Event`, and with GitLab's module in front. */
function spellings(
  module: 'Projects' | 'Groups' | 'Members' | 'Security',
  ...names: string[]
): readonly string[] {
  return names.flatMap((name) => [`${name}Event`, name, `${module}::${name}Event`]);
}

/** `detail-type` of the events that the clean-up worker takes. GitLab spells the transfers with one r. */
export const EVENTS = {
  projectTransferred: spellings('Projects', 'ProjectTransferred', 'ProjectTransfered'),
  groupTransferred: spellings('Groups', 'GroupTransferred', 'GroupTransfered'),
  projectCreated: spellings('Projects', 'ProjectCreated'),
  projectDeleted: spellings('Projects', 'ProjectDeleted'),
  projectRenamed: spellings('Projects', 'ProjectRenamed'),
  groupCreated: spellings('Groups', 'GroupCreated'),
  groupDeleted: spellings('Groups', 'GroupDeleted'),
  groupRenamed: spellings('Groups', 'GroupRenamed'),
  memberAdded: spellings('Members', 'MemberAdded'),
  memberRemoved: spellings('Members', 'MemberRemoved'),
} as const;

/** `detail-type` of the events that the status worker takes. */
export const SCAN_EVENTS = { scanFinished: spellings('Security', 'SecurityScanFinished') } as const;

/** `source` of the events that the product publishes itself. */
export const EVENT_SOURCE = 'scan-profiles';

/** Their `detail-type`: three about an operation, and GitLab's audit event names for what it did to projects. */
export const EVENTS_OUT = {
  operationStarted: 'SecurityScanProfileOperationStarted',
  operationProgressed: 'SecurityScanProfileOperationProgressed',
  operationFinished: 'SecurityScanProfileOperationFinished',
  attached: 'security_scan_profile_attached_to_project',
  detached: 'security_scan_profile_detached_from_project',
  replaced: 'security_scan_profile_replaced_on_project',
  profileCreated: 'security_scan_profile_create',
  profileUpdated: 'security_scan_profile_update',
  profileDeleted: 'security_scan_profile_delete',
} as const;

/** CloudFormation outputs of the stack. */
export const OUTPUTS = {
  apiUrl: 'ApiUrl',
  tableName: 'TableName',
  eventBusName: 'EventBusName',
  attachQueueUrl: 'AttachQueueUrl',
  attachDeadLetterQueueUrl: 'AttachDeadLetterQueueUrl',
  cleanupQueueUrl: 'CleanupQueueUrl',
  cleanupDeadLetterQueueUrl: 'CleanupDeadLetterQueueUrl',
  statusQueueUrl: 'StatusQueueUrl',
  statusDeadLetterQueueUrl: 'StatusDeadLetterQueueUrl',
  alarmTopicArn: 'AlarmTopicArn',
  dashboardName: 'DashboardName',
} as const;

/** CloudWatch metrics, in the namespace `ScanProfiles`, with the dimension `service`: one of `FUNCTIONS`. */
export const METRIC_NAMESPACE = 'ScanProfiles';
export const METRICS = {
  /** Projects by what was decided about them, when their page is done. Previews do not count, here and below. */
  projectApplied: 'ProjectApplied',
  projectUnchanged: 'ProjectUnchanged',
  projectSkipped: 'ProjectSkipped',
  projectFailed: 'ProjectFailed',
  attachmentMade: 'AttachmentMade',
  attachmentRemoved: 'AttachmentRemoved',
  pageDone: 'PageDone',
  /** Milliseconds in which the attach-worker did a page. */
  pageDuration: 'PageDuration',
  operationAccepted: 'OperationAccepted',
  /** Seconds since the oldest page that is not done was sent, and since the oldest operation that runs was accepted. */
  oldestOpenPage: 'OldestOpenPage',
  oldestRunningOperation: 'OldestRunningOperation',
  /** A request whose failure nobody expected: the caller was told no more than its id. */
  requestFailed: 'RequestFailed',
  /** A message that is received again, or goes to the dead-letter queue. AWS Lambda counts no error for it. */
  messageFailed: 'MessageFailed',
  operationStalled: 'OperationStalled',
  pageResent: 'PageResent',
  eventParked: 'EventParked',
  eventWithoutParent: 'EventWithoutParent',
  moveWithoutParent: 'MoveWithoutParent',
  brokenChain: 'BrokenChain',
  scanReportIgnored: 'ScanReportIgnored',
  /** Projects whose stored attachments the sweep had to have repaired: none, as long as all else works. */
  sweepRepairs: 'SweepRepairs',
  /** A sweep ran out of time; the next one goes on where it ended. */
  sweepIncomplete: 'SweepIncomplete',
} as const;

// Made by `npm run generate` from `functions/graphql/schema/*.graphql`. Do not edit.
export const typeDefinitions = `"Whom an attach is for, and what it does with other profiles of the same scan type."
enum SecurityScanProfileAttachMode {
  "For every project; other profiles are kept."
  APPEND
  "For every project; other profiles of the scan type are removed."
  SET
  "For projects that have a profile of the scan type, which is removed."
  REPLACE
  "For projects that have no profile of the scan type."
  FILL_PROFILE_GAPS
  """
  For projects that have no profile of the scan type, and that nothing else scans for it either: within 90 days no external
  scan of that type was reported of them.
  """
  FILL_SCAN_GAPS
}

extend type Mutation {
  """
  Attaches a scan profile to projects and to all projects of groups; unless \`mode\` says otherwise it keeps what else is
  attached. Projects are done before the answer; groups follow, and the operation tells how far they are. Needs
  \`admin_security_profiles\` on the top-level group.
  """
  attachSecurityScanProfile(
    "What to attach, and to what."
    input: AttachSecurityScanProfileInput!
  ): SecurityScanProfileAttachPayload
  """
  Attaches a scan profile as GitLab's clients expect: unless \`mode\` says otherwise it replaces other profiles of the same
  scan type. Otherwise like \`attachSecurityScanProfile\`.
  """
  securityScanProfileAttach(
    "What to attach, and to what."
    input: SecurityScanProfileAttachInput!
  ): SecurityScanProfileAttachPayload
}

"What \`attachSecurityScanProfile\` is to attach, and to what."
input AttachSecurityScanProfileInput {
  "The profile; or a template, whose recommended profile is made in the top-level group if it does not exist yet."
  securityScanProfileId: SecurityScanProfileID!
  "Projects, together with the groups at most 100, all of one top-level group."
  projectIds: [ProjectID!] = []
  "Groups, whose projects are meant, those of groups below included."
  groupIds: [GroupID!] = []
  "Whom it is for, and what it does with other profiles of the scan type. Without it APPEND."
  mode: SecurityScanProfileAttachMode
  "Only shows what would happen: the operation is a preview, which can be applied later. Not together with \`idempotencyKey\`."
  dryRun: Boolean = false
  """
  Any text of 1 to 255 characters: within 24 hours the same request under the same key answers the same operation, and
  another request is refused.
  """
  idempotencyKey: String
  "Stops by itself once more than so many per cent of the projects decided so far failed: 0 to 100."
  failureThresholdPercent: Int
  "Any text; the answer repeats it."
  clientMutationId: String
}

"What \`securityScanProfileAttach\` is to attach, and to what."
input SecurityScanProfileAttachInput {
  "The profile; or a template, whose recommended profile is made in the top-level group if it does not exist yet."
  securityScanProfileId: SecurityScanProfileID!
  "Projects, together with the groups at most 100, all of one top-level group."
  projectIds: [ProjectID!] = []
  "Groups, whose projects are meant, those of groups below included."
  groupIds: [GroupID!] = []
  "Whom it is for, and what it does with other profiles of the scan type. Without it SET."
  mode: SecurityScanProfileAttachMode
  "Only shows what would happen: the operation is a preview, which can be applied later. Not together with \`idempotencyKey\`."
  dryRun: Boolean = false
  """
  Any text of 1 to 255 characters: within 24 hours the same request under the same key answers the same operation, and
  another request is refused.
  """
  idempotencyKey: String
  "Stops by itself once more than so many per cent of the projects decided so far failed: 0 to 100."
  failureThresholdPercent: Int
  "Any text; the answer repeats it."
  clientMutationId: String
}

"What came of an attach."
type SecurityScanProfileAttachPayload {
  "A line for each project named in the input that could not be changed, or in a preview could not be, while others go through."
  errors: [String!]!
  "The operation. For projects alone it has ended."
  operation: SecurityScanProfileOperation
  "The text of the input."
  clientMutationId: String
}

extend type Project {
  """
  The profiles of \`attachedSecurityScanProfiles\`, in the same order, and how each came to the project. Needs
  \`read_security_profiles\`.
  """
  securityScanProfileAttachments: [SecurityScanProfileAttachment!]
}

"A scan profile on a project, and where it came from."
type SecurityScanProfileAttachment {
  "The profile."
  profile: ScanProfileType!
  "When it was attached."
  attachedAt: Time!
  "Who asked for it."
  attachedBy: User!
  "The operation that attached it. Null where the caller may not read it, and once it is gone after 400 days."
  operation: SecurityScanProfileOperation
  "Whether the project was named itself, or a group that contained it."
  via: SecurityScanProfileAttachmentVia!
  "The group that was named. Null where none was, and where the caller may not see it."
  group: Group
}

"How a profile came to a project."
enum SecurityScanProfileAttachmentVia {
  "The project was named."
  DIRECT
  "A group was named that contained the project."
  GROUP
}

"Where a page of a connection ends."
type PageInfo {
  "Whether there is more after this page."
  hasNextPage: Boolean!
  "Cursor of the last element: the \`after\` of the next page. Null on an empty page."
  endCursor: String
}

"A page of groups."
type GroupConnection {
  "The groups of this page."
  nodes: [Group!]!
  "The groups of this page, each with its cursor."
  edges: [GroupEdge!]!
  "Where this page ends."
  pageInfo: PageInfo!
}

"A group on a page."
type GroupEdge {
  "The position of the group; as \`after\` it answers what follows."
  cursor: String!
  "The group."
  node: Group!
}

"A page of projects."
type ProjectConnection {
  "The projects of this page."
  nodes: [Project!]!
  "The projects of this page, each with its cursor."
  edges: [ProjectEdge!]!
  "Where this page ends."
  pageInfo: PageInfo!
}

"A project on a page."
type ProjectEdge {
  "The position of the project; as \`after\` it answers what follows."
  cursor: String!
  "The project."
  node: Project!
}

"A page of what an operation removed."
type SecurityScanProfileRemovalConnection {
  "The removals of this page."
  nodes: [SecurityScanProfileRemoval!]!
  "The removals of this page, each with its cursor."
  edges: [SecurityScanProfileRemovalEdge!]!
  "Where this page ends."
  pageInfo: PageInfo!
}

"What an operation removed from one project, on a page."
type SecurityScanProfileRemovalEdge {
  "The position of the project; as \`after\` it answers what follows."
  cursor: String!
  "The removal."
  node: SecurityScanProfileRemoval!
}

extend type Group {
  """
  How the projects of this group are scanned, counted one by one. A page looks at 20,000 projects at most, and ends early
  when its time is up; its counts are those of all pages so far, so that the last page has them for the whole group. They
  are exact for a tree that does not change meanwhile. Cost: two consistent reads for each project, 50 projects to a call,
  and a query for each group. Needs \`read_security_profiles\`.
  """
  securityScanProfileCoverage(
    "Whether projects of all groups below it are counted too."
    includeSubgroups: Boolean = true
    "The \`endCursor\` of the page before."
    after: String
  ): SecurityScanProfileCoverage
}

"How projects are scanned. What is counted are projects."
type SecurityScanProfileCoverage {
  "All of them, so far."
  projects: Int!
  "Those to which at least one scan profile is attached."
  projectsWithProfile: Int!
  "By scan type: each of which there can be profiles."
  scanTypes: [SecurityScanProfileScanTypeCoverage!]!
  "By the worst of their statuses, in this order: FAILED, STALE, WARNING, PENDING, ACTIVE; NOT_CONFIGURED without a profile."
  statuses: [SecurityScanProfileStatusCount!]!
  "Whether there is more to be counted, and where."
  pageInfo: PageInfo!
}

"How projects are scanned for one scan type."
type SecurityScanProfileScanTypeCoverage {
  "The scan type."
  scanType: SecurityScanProfileType!
  "Projects to which at least one scan profile of this type is attached."
  projects: Int!
  "All projects by the worst status of their profiles of this type; NOT_CONFIGURED without one."
  statuses: [SecurityScanProfileStatusCount!]!
}

"How many projects have a status."
type SecurityScanProfileStatusCount {
  "The status."
  status: ScanProfileStatus!
  "How many have it."
  projects: Int!
}

extend type Mutation {
  """
  Detaches a scan profile from projects and from all projects of groups. Projects are done before the answer; groups
  follow, and the operation tells how far they are. Needs \`admin_security_profiles\` on the top-level group.
  """
  detachSecurityScanProfile(
    "What to detach, and from what."
    input: DetachSecurityScanProfileInput!
  ): SecurityScanProfileDetachPayload
  "The same as \`detachSecurityScanProfile\`, under the name that GitLab's clients ask for."
  securityScanProfileDetach(
    "What to detach, and from what."
    input: SecurityScanProfileDetachInput!
  ): SecurityScanProfileDetachPayload
}

"What \`detachSecurityScanProfile\` is to detach, and from what."
input DetachSecurityScanProfileInput {
  "The profile; or a template, which stands for the recommended profile that was made from it."
  securityScanProfileId: SecurityScanProfileID!
  "Projects, together with the groups at most 100, all of one top-level group."
  projectIds: [ProjectID!] = []
  "Groups, whose projects are meant, those of groups below included."
  groupIds: [GroupID!] = []
  "Only shows what would happen: the operation is a preview, which can be applied later. Not together with \`idempotencyKey\`."
  dryRun: Boolean = false
  """
  Any text of 1 to 255 characters: within 24 hours the same request under the same key answers the same operation, and
  another request is refused.
  """
  idempotencyKey: String
  "Stops by itself once more than so many per cent of the projects decided so far failed: 0 to 100."
  failureThresholdPercent: Int
  "Any text; the answer repeats it."
  clientMutationId: String
}

"What \`securityScanProfileDetach\` is to detach, and from what."
input SecurityScanProfileDetachInput {
  "The profile; or a template, which stands for the recommended profile that was made from it."
  securityScanProfileId: SecurityScanProfileID!
  "Projects, together with the groups at most 100, all of one top-level group."
  projectIds: [ProjectID!] = []
  "Groups, whose projects are meant, those of groups below included."
  groupIds: [GroupID!] = []
  "Only shows what would happen: the operation is a preview, which can be applied later. Not together with \`idempotencyKey\`."
  dryRun: Boolean = false
  """
  Any text of 1 to 255 characters: within 24 hours the same request under the same key answers the same operation, and
  another request is refused.
  """
  idempotencyKey: String
  "Stops by itself once more than so many per cent of the projects decided so far failed: 0 to 100."
  failureThresholdPercent: Int
  "Any text; the answer repeats it."
  clientMutationId: String
}

"What came of a detach."
type SecurityScanProfileDetachPayload {
  "A line for each project named in the input that could not be changed, or in a preview could not be, while others go through."
  errors: [String!]!
  "The operation. For projects alone it has ended."
  operation: SecurityScanProfileOperation
  "The text of the input."
  clientMutationId: String
}

extend type Query {
  "The group at a path. Null if there is none, or if the caller is a member of neither it nor a group above it."
  group(
    "Path from the top-level group down, such as \`perl-team/modules\`. Upper and lower case are the same."
    fullPath: ID!
  ): Group
}

"A group of projects and further groups. One without a parent is a top-level group, or root."
type Group {
  "Global id: \`gid://gitlab/Group/N\`."
  id: ID!
  "Display name."
  name: String!
  "Last part of the path."
  path: String!
  "Path from the top-level group down."
  fullPath: ID!
  "The group that it is directly in. Null for a top-level group, and where the caller may not see it."
  parent: Group
  "The top-level group above it, or the group itself. Null where the caller may not see it."
  rootAncestor: Group
  "The groups directly in it, by path."
  subgroups(
    "How many: 0 to 100."
    first: Int = 20
    "Cursor of the element after which the page begins."
    after: String
  ): GroupConnection!
  """
  The projects in it, by path. With \`withProfile\`, \`withoutProfile\`, \`withoutScanType\` or \`status\` only those to which all
  of them apply: then it needs \`read_security_profiles\`, a page looks at no more than 2,000 projects, and may be short or
  empty where there is more. Cost: one consistent read for each project that is looked at, two with \`status\`.
  """
  projects(
    "Whether projects of all groups below it are listed too, group after group, before its own."
    includeSubgroups: Boolean = false
    "How many: 0 to 100."
    first: Int = 20
    "Cursor of the element after which the page begins."
    after: String
    "Only projects to which this profile is attached; of a template, the profile that was made from it."
    withProfile: SecurityScanProfileID
    "Only projects to which this profile is not attached."
    withoutProfile: SecurityScanProfileID
    "Only projects without any profile of this scan type."
    withoutScanType: SecurityScanProfileType
    "Only projects whose worst status is this; NOT_CONFIGURED: only projects without any profile."
    status: ScanProfileStatus
  ): ProjectConnection!
  """
  The scan profiles that can be attached to projects of this group. They belong to its top-level group: those that
  exist, the oldest first, then the template of each scan type that has no recommended profile yet, and for
  TRIAGE_AND_REMEDIATION, which has three, each of which no profile was made. Needs \`read_security_profiles\`.
  """
  availableSecurityScanProfiles(
    "Only profiles of this scan type."
    type: SecurityScanProfileType
    "\`true\`: only recommended profiles and templates. \`false\`: neither."
    gitlabRecommended: Boolean
  ): [ScanProfileType!]
  "What the caller may do in this group."
  userPermissions: GroupPermissions!
}

"""
What the caller may do in a group. A token that may only read lets nobody change anything, whoever it is: then only
reading is left.
"""
type GroupPermissions {
  "Whether the caller may see the scan profiles of this group and its projects: Developers and up, Security Managers."
  readSecurityScanProfiles: Boolean!
  "Whether the caller may create scan profiles in the top-level group: Maintainers and up of it."
  createSecurityScanProfiles: Boolean!
  "Whether the caller may change the scan profiles of the top-level group: Maintainers and up of it."
  updateSecurityScanProfiles: Boolean!
  "Whether the caller may delete scan profiles of the top-level group: Maintainers and up of it."
  deleteSecurityScanProfiles: Boolean!
  "Whether the caller may attach and detach scan profiles: Maintainers and up and Security Managers of the top-level group."
  applySecurityScanProfiles: Boolean!
}

extend type Group {
  """
  The operations of a top-level group, the one that was accepted last first: who did what when. Also of a group that was a
  top-level group; of any other ask \`rootAncestor\`. Kept for 400 days. Needs \`read_security_profiles\`. A page may be shorter
  than asked for, even empty, where there is more: go on until \`hasNextPage\` is false.
  """
  securityScanProfileOperations(
    "Only operations of this kind."
    kind: SecurityScanProfileOperationKind
    "Only operations that have this status now."
    status: SecurityScanProfileOperationStatus
    "Only operations that name this profile; by a template its recommended profile."
    profileId: SecurityScanProfileID
    "Only operations that this user asked for; \`system\`: that an event caused."
    actorId: String
    "Only operations that were accepted at this time or later."
    createdAfter: Time
    "Only operations that were accepted before this time."
    createdBefore: Time
    "How many: 0 to 100."
    first: Int = 20
    "Cursor of the element after which the page begins."
    after: String
  ): SecurityScanProfileOperationConnection
}

"A page of operations."
type SecurityScanProfileOperationConnection {
  "The operations of this page."
  nodes: [SecurityScanProfileOperation!]!
  "The operations of this page, each with its cursor."
  edges: [SecurityScanProfileOperationEdge!]!
  "Where this page ends."
  pageInfo: PageInfo!
}

"An operation, on a page."
type SecurityScanProfileOperationEdge {
  "The position of the operation; as \`after\` it answers what follows."
  cursor: String!
  "The operation."
  node: SecurityScanProfileOperation!
}

extend type Mutation {
  """
  Does what a preview showed, on the projects that are still as they were then: one that was changed since is left alone,
  with CHANGED_SINCE_PREVIEW. Needs, like all changes of operations, \`admin_security_profiles\` on the top-level group.
  """
  applySecurityScanProfileOperation(
    "Which preview."
    input: ApplySecurityScanProfileOperationInput!
  ): SecurityScanProfileOperationPayload
  "Does again what an operation did, on the projects that failed."
  retrySecurityScanProfileOperation(
    "Which operation."
    input: RetrySecurityScanProfileOperationInput!
  ): SecurityScanProfileOperationPayload
  """
  Takes back what an operation did: removes what it attached and attaches what it removed, where nothing has changed it
  since. It is an operation too, and can be undone.
  """
  undoSecurityScanProfileOperation(
    "Which operation."
    input: UndoSecurityScanProfileOperationInput!
  ): SecurityScanProfileOperationPayload
  "Stops an operation: what is done stays and can be undone, what is not done yet will not be."
  cancelSecurityScanProfileOperation(
    "Which operation."
    input: CancelSecurityScanProfileOperationInput!
  ): SecurityScanProfileOperationPayload
  """
  Attaches again, by profiles of the present top-level group, what lapsed when a former top-level group was moved into it:
  recommended profiles by its own, others by copies of them.
  """
  adoptSecurityScanProfiles(
    "Which re-home."
    input: AdoptSecurityScanProfilesInput!
  ): SecurityScanProfileOperationPayload
}

"The preview that is to be applied."
input ApplySecurityScanProfileOperationInput {
  "The preview."
  id: ID!
  """
  Any text of 1 to 255 characters: within 24 hours the same request under the same key answers the same operation, and
  another request is refused.
  """
  idempotencyKey: String
  "Stops by itself once more than so many per cent of the projects decided so far failed: 0 to 100."
  failureThresholdPercent: Int
  "Any text; the answer repeats it."
  clientMutationId: String
}

"The operation that is to be retried."
input RetrySecurityScanProfileOperationInput {
  "The operation."
  id: ID!
  """
  Any text of 1 to 255 characters: within 24 hours the same request under the same key answers the same operation, and
  another request is refused.
  """
  idempotencyKey: String
  "Stops by itself once more than so many per cent of the projects decided so far failed: 0 to 100."
  failureThresholdPercent: Int
  "Any text; the answer repeats it."
  clientMutationId: String
}

"The operation that is to be undone."
input UndoSecurityScanProfileOperationInput {
  "The operation."
  id: ID!
  "Only shows what would happen. Not together with \`idempotencyKey\`."
  dryRun: Boolean = false
  """
  Any text of 1 to 255 characters: within 24 hours the same request under the same key answers the same operation, and
  another request is refused.
  """
  idempotencyKey: String
  "Stops by itself once more than so many per cent of the projects decided so far failed: 0 to 100."
  failureThresholdPercent: Int
  "Any text; the answer repeats it."
  clientMutationId: String
}

"The operation that is to be stopped."
input CancelSecurityScanProfileOperationInput {
  "The operation."
  id: ID!
  "Any text; the answer repeats it."
  clientMutationId: String
}

"The re-home whose removals are to be made good."
input AdoptSecurityScanProfilesInput {
  "The operation of kind REHOME of the group that was a top-level group."
  operationId: ID!
  "Only shows what would happen. Not together with \`idempotencyKey\`."
  dryRun: Boolean = false
  """
  Any text of 1 to 255 characters: within 24 hours the same request under the same key answers the same operation, and
  another request is refused.
  """
  idempotencyKey: String
  "Stops by itself once more than so many per cent of the projects decided so far failed: 0 to 100."
  failureThresholdPercent: Int
  "Any text; the answer repeats it."
  clientMutationId: String
}

"The operation that was asked for, or that was stopped."
type SecurityScanProfileOperationPayload {
  "Empty: what refuses the request is an error of its own."
  errors: [String!]!
  "The operation. Its projects are decided after the answer."
  operation: SecurityScanProfileOperation
  "The text of the input."
  clientMutationId: String
}

extend type SecurityScanProfileOperation {
  """
  What became of each project, in the order in which they were looked through; each once, once the operation has ended. A
  page may be shorter than asked for, even empty, where there is more: go on until \`hasNextPage\` is false. Kept for 30 days
  from \`createdAt\`; then null, with an error of code EXPIRED.
  """
  results(
    "Only projects with this outcome."
    outcome: SecurityScanProfileOutcome
    "Only projects with this code."
    code: SecurityScanProfileOutcomeCode
    "How many: 0 to 100."
    first: Int = 20
    "Cursor of the element after which the page begins."
    after: String
  ): SecurityScanProfileResultConnection
}

"A page of what became of projects."
type SecurityScanProfileResultConnection {
  "The results of this page."
  nodes: [SecurityScanProfileResult!]!
  "The results of this page, each with its cursor."
  edges: [SecurityScanProfileResultEdge!]!
  "Where this page ends."
  pageInfo: PageInfo!
}

"What became of a project, on a page."
type SecurityScanProfileResultEdge {
  "The position of the result; as \`after\`, with the same filter, it answers what follows."
  cursor: String!
  "The result."
  node: SecurityScanProfileResult!
}

"What an operation decided about a project and did to it, or in a preview would do."
type SecurityScanProfileResult {
  "Id of the project, wherever it is now."
  projectId: ProjectID!
  "The project where it is now. Null where the caller may not see it, and once it is deleted."
  project: Project
  "What was decided."
  outcome: SecurityScanProfileOutcome!
  "Why. Null for a plain success."
  code: SecurityScanProfileOutcomeCode
  "The same as a sentence."
  message: String!
  "Whether a retry of the operation tries it again."
  retryable: Boolean!
  """
  The profiles that were attached before. Of this and the next: those of the operation's top-level group that were not
  deleted since; a template stands for the profile that a preview has not made.
  """
  before: [ScanProfileType!]!
  "The profiles that were attached afterwards."
  after: [ScanProfileType!]!
}

"What was decided about a project."
enum SecurityScanProfileOutcome {
  "It was changed."
  APPLIED
  "It was as asked for already."
  UNCHANGED
  "It was not changed, and trying again would not help."
  SKIPPED
  "It was not changed; trying again can help."
  FAILED
}

"Why it was decided."
enum SecurityScanProfileOutcomeCode {
  "UNCHANGED: the profile is attached already."
  ALREADY_ATTACHED
  "UNCHANGED: nothing that is to be removed is attached."
  NOT_ATTACHED
  "UNCHANGED: no profile of the scan type is attached that REPLACE could replace."
  NOTHING_TO_REPLACE
  "UNCHANGED: FILL_PROFILE_GAPS or FILL_SCAN_GAPS found another profile of the scan type, or that something else scans."
  ALREADY_COVERED
  "SKIPPED: an operation that was accepted later has decided about it."
  SUPERSEDED
  "SKIPPED: the project was deleted."
  DELETED
  "SKIPPED: the project has moved to another top-level group."
  MOVED_TO_ANOTHER_ROOT
  "SKIPPED: the profile was deleted."
  PROFILE_DELETED
  "SKIPPED: the project was changed since the preview that is applied."
  CHANGED_SINCE_PREVIEW
  "SKIPPED or APPLIED: all, or part, of what is to be undone was changed since, and is left."
  CHANGED_SINCE
  "SKIPPED: the operation was stopped before."
  CANCELLED
  "FAILED: the project holds 10 profiles already."
  LIMIT_REACHED
  "FAILED: too many changes of the project were made at the same time."
  CONFLICT
  "FAILED: something went wrong on the side of the server."
  INTERNAL
}

extend type Query {
  "An operation by its id. Null if there is none, or if the caller may not read profiles of its top-level group."
  securityScanProfileOperation("Id of the operation." id: ID!): SecurityScanProfileOperation
}

"""
A bulk change of attachments in one top-level group, or a change of one of its profiles: what was asked for, and how far it
is.
"""
type SecurityScanProfileOperation {
  "Id, to ask for it again."
  id: ID!
  "What it does."
  kind: SecurityScanProfileOperationKind!
  "How far it is, or how it ended."
  status: SecurityScanProfileOperationStatus!
  "When it was accepted."
  createdAt: Time!
  "When the last project was decided. Null while it runs."
  finishedAt: Time
  "Who asked for it."
  actor: User!
  """
  The profile that it is about, as it is now; the template where a preview has not made the profile yet. Null for a re-home,
  an undo and an adoption, and once the profile is deleted.
  """
  profile: ScanProfileType
  "Its id, also once it is deleted."
  profileId: SecurityScanProfileID
  "Whom an attach is for. Null for other kinds."
  mode: SecurityScanProfileAttachMode
  "Whether it is a preview, which changes no project."
  dryRun: Boolean!
  "The projects that were named."
  projectIds: [ProjectID!]!
  "The groups that were named."
  groupIds: [GroupID!]!
  "How many projects it has decided so far."
  totals: SecurityScanProfileOperationTotals!
  "How many projects it is going to decide, as far as an earlier operation tells. Null where none does."
  expectedProjects: Int
  "How far it is, in pages of up to 1,500 projects."
  progress: SecurityScanProfileOperationProgress!
  "The share of failures over which it stops by itself."
  failureThresholdPercent: Int
  "Why it was stopped. Null unless it was."
  stopReason: SecurityScanProfileOperationStopReason
  "Who told it to stop; \`system\` where it did so by itself. Null if nobody did."
  stoppedBy: User
  "Whether it does not get on by itself: an operator has to look, or cancel it."
  stalled: Boolean!
  "The operation that it takes back. This and the next four are null where there is none, or none the caller may read."
  undoOf: SecurityScanProfileOperation
  "The operation whose failed projects it tries again."
  retryOf: SecurityScanProfileOperation
  "The preview that it applies."
  previewOf: SecurityScanProfileOperation
  "The re-home whose removals it makes good."
  adoptOf: SecurityScanProfileOperation
  "The operation that it completes, for a project or group that reached it only after its end."
  followUpOf: SecurityScanProfileOperation
  """
  From which projects it removed which profiles, or in a preview would: by detaching or deleting, by an attach that replaces
  others of the scan type, by a re-home or by an undo. Each project once, in the order of ids. Complete once the operation has ended.
  """
  removals(
    "How many: 0 to 100."
    first: Int = 20
    "Cursor of the element after which the page begins."
    after: String
  ): SecurityScanProfileRemovalConnection!
}

"A project from which an operation removed profiles."
type SecurityScanProfileRemoval {
  "Id of the project, wherever it is now."
  projectId: ProjectID!
  "The project where it is now. Null where the caller may not see it, and once it is deleted."
  project: Project
  """
  The profiles that were removed, the oldest first. They belong to the top-level group of the operation; those that were
  deleted since are left out.
  """
  profiles: [ScanProfileType!]!
  "The ids of all that were removed, those that were deleted since included."
  profileIds: [SecurityScanProfileID!]!
}

"What an operation does."
enum SecurityScanProfileOperationKind {
  "Attaches a profile."
  ATTACH
  "Detaches a profile."
  DETACH
  """
  Takes the profiles of the old top-level group from what has moved to another one; also what the sweep found out of place.
  """
  REHOME
  "Takes back what another operation did."
  UNDO
  "Attaches again what a re-home of a former top-level group took."
  ADOPT
  "Makes a profile. It has ended when it is accepted, and changes no project."
  CREATE_PROFILE
  "Changes a profile. It has ended when it is accepted, and changes no project: they refer to the profile."
  UPDATE_PROFILE
  "Deletes a profile, and detaches it from all projects of the top-level group."
  DELETE_PROFILE
}

"How far an operation is, or how it ended."
enum SecurityScanProfileOperationStatus {
  "Accepted, and no project decided yet."
  PENDING
  "Some projects are decided."
  RUNNING
  "Stopped, and about to end."
  CANCELLING
  "Ended, and no project failed."
  SUCCEEDED
  "Ended, and some projects failed."
  PARTIAL
  "Ended, and all projects failed."
  FAILED
  "Ended after it was stopped."
  CANCELLED
  "A preview that is complete."
  PREVIEWED
}

"Why an operation was stopped."
enum SecurityScanProfileOperationStopReason {
  "Somebody cancelled it."
  CANCELLED_BY_USER
  "More projects failed than \`failureThresholdPercent\` allows."
  FAILURE_THRESHOLD
}

"Pages of an operation."
type SecurityScanProfileOperationProgress {
  "Pages that are known so far. Grows while groups are visited."
  pagesKnown: Int!
  "Pages that are done."
  pagesDone: Int!
}

"Distinct projects of an operation, by what was decided about them."
type SecurityScanProfileOperationTotals {
  "All that are decided: the sum of the other four."
  projects: Int!
  "Changed as asked for."
  applied: Int!
  "Were as asked for already."
  unchanged: Int!
  "Not changed, and trying again would not help: deleted, moved away, or decided by a later operation."
  skipped: Int!
  "Not changed; trying again can help, for instance once there is room for the profile."
  failed: Int!
}

extend type Mutation {
  """
  Makes a token with which scripts and other clients can ask as the caller, in \`Authorization: Bearer\` or
  \`PRIVATE-TOKEN\`. Needs a token of the issuer: with a personal access token no further one can be made, which would
  outlive its revocation.
  """
  personalAccessTokenCreate(
    "What the token is to be."
    input: PersonalAccessTokenCreateInput!
  ): PersonalAccessTokenCreatePayload
  "Ends a token of the caller, from this moment on. Ending it once more changes nothing."
  personalAccessTokenRevoke(
    "Which token."
    input: PersonalAccessTokenRevokeInput!
  ): PersonalAccessTokenRevokePayload
}

"A token that a user made for scripts and other clients. It asks as its user, who may be allowed less by now."
type PersonalAccessToken {
  "Global id: \`gid://gitlab/PersonalAccessToken/ULID\`. It is not the token."
  id: ID!
  "What the user calls it."
  name: String!
  "What it may be used for."
  scopes: [PersonalAccessTokenScope!]!
  "When it was made."
  createdAt: Time!
  "From when on it is refused."
  expiresAt: Time!
  "When it was used last, to within a minute. Null if it never was."
  lastUsedAt: Time
  "Whether its user has ended it."
  revoked: Boolean!
  "Whether it is taken: neither expired nor revoked."
  active: Boolean!
}

"What a personal access token may be used for."
enum PersonalAccessTokenScope {
  "To read all that the user may read. Every mutation is refused."
  READ_API
  "To do all that the user may do, except to make tokens."
  API
}

"What a personal access token is to be."
input PersonalAccessTokenCreateInput {
  "What it is for: 1 to 255 characters. Several may have the same name."
  name: String!
  "What it may be used for: at least one. \`API\` contains \`READ_API\`."
  scopes: [PersonalAccessTokenScope!]!
  "From when on it is refused: in the future, and at most 365 days ahead."
  expiresAt: Time!
  "Any text; the answer repeats it."
  clientMutationId: String
}

"What came of making a personal access token."
type PersonalAccessTokenCreatePayload {
  "The token, shown this once: it is kept as a hash, and nobody can tell it again. Null if none was made."
  token: String
  "What is known of it. Null if none was made."
  personalAccessToken: PersonalAccessToken
  "Why none was made, a line each: what does not fit in the input, or that the user has as many as possible."
  errors: [String!]!
  "The text of the input."
  clientMutationId: String
}

"Which personal access token is to be ended."
input PersonalAccessTokenRevokeInput {
  "Its global id, as \`currentUser.personalAccessTokens\` says it."
  id: ID!
  "Any text; the answer repeats it."
  clientMutationId: String
}

"What came of ending a personal access token."
type PersonalAccessTokenRevokePayload {
  "The token, which is revoked now."
  personalAccessToken: PersonalAccessToken
  "Always empty."
  errors: [String!]!
  "The text of the input."
  clientMutationId: String
}

extend type Query {
  "The project at a path. Null if there is none, or if the caller is a member of neither it nor a group above it."
  project(
    "Path from the top-level group down, such as \`perl-team/modules/packages/libdbi-perl\`. Upper and lower case are the same."
    fullPath: ID!
  ): Project
}

"A project: what scanners run on."
type Project {
  "Global id: \`gid://gitlab/Project/N\`."
  id: ID!
  "Display name."
  name: String!
  "Last part of the path."
  path: String!
  "Path from the top-level group down."
  fullPath: ID!
  "The group that it is directly in. Null where the caller may not see it."
  group: Group
  "The scan profiles that are attached to this project, at most 10, the oldest first. Needs \`read_security_profiles\`."
  attachedSecurityScanProfiles: [ScanProfileType!]
  "The same as \`attachedSecurityScanProfiles\`, under the name that GitLab's clients ask for."
  securityScanProfiles: [ScanProfileType!]
  "What the caller may do in this project."
  userPermissions: ProjectPermissions!
}

"""
What the caller may do in a project. A token that may only read lets nobody change anything, whoever it is: then only
reading is left.
"""
type ProjectPermissions {
  "Whether the caller may see the scan profiles of this project, and report its scans: Developers and up, Security Managers."
  readSecurityScanProfiles: Boolean!
  "Whether the caller may create scan profiles in the top-level group: Maintainers and up of it."
  createSecurityScanProfiles: Boolean!
  "Whether the caller may change the scan profiles of the top-level group: Maintainers and up of it."
  updateSecurityScanProfiles: Boolean!
  "Whether the caller may delete scan profiles of the top-level group: Maintainers and up of it."
  deleteSecurityScanProfiles: Boolean!
  "Whether the caller may attach and detach scan profiles: Maintainers and up and Security Managers of the top-level group."
  applySecurityScanProfiles: Boolean!
}

"Global id of a group: \`gid://gitlab/Group/N\`, N a positive integer."
scalar GroupID

"Global id of a project: \`gid://gitlab/Project/N\`, N a positive integer."
scalar ProjectID

"""
Global id of what can have scan profiles: a group, \`gid://gitlab/Group/N\` or \`gid://gitlab/Namespace/N\`, N a positive
integer.
"""
scalar NamespaceID

"""
Global id of a scan profile, \`gid://gitlab/Security::ScanProfile/N\`, or of a template,
\`gid://gitlab/Security::ScanProfile/secret_detection\`. Templates are also understood in CamelCase (\`SecretDetection\`);
answers spell them in snake_case.
"""
scalar SecurityScanProfileID

"""
A moment in ISO 8601, in UTC: \`2026-11-22T05:55:00.000Z\`. As an argument with any zone, or a day, which begins in UTC.
"""
scalar Time

"Any JSON value: an object, list, text, number or flag, as it is."
scalar JSON

"Identifier of a class of weaknesses: \`CWE-\` and 1 to 5 digits, such as \`CWE-79\`."
scalar CweIdentifier

extend type SecurityScanProfileOperation {
  "What became of a profile, for CREATE_PROFILE, UPDATE_PROFILE and DELETE_PROFILE. Null for other kinds."
  profileChange: SecurityScanProfileChange
}

"A profile before and after a change of it."
type SecurityScanProfileChange {
  "As it was. Null where it was made."
  before: ScanProfileVersion
  "As it became. Null where it was deleted."
  after: ScanProfileVersion
}

"A profile as it stood at a time."
type ScanProfileVersion {
  "Its name."
  name: String!
  "What it was for."
  description: String!
  "What was scanned for."
  scanType: SecurityScanProfileType!
  "What made the scanner run."
  triggers: [ScanProfileTriggerType!]!
  "How the scanner was configured, by type of trigger, the defaults included."
  configuration: JSON!
  "The number of the version."
  lockVersion: Int!
}

"A trigger of a profile, and how the scanner is to be configured for it."
input SecurityScanProfileTriggerInput {
  "What is to make the scanner run: one that the scan type allows, each once."
  triggerType: ScanProfileTriggerType!
  "The member that fits scan type and trigger; at most 64 KB (65,536 bytes) as JSON. Without it the defaults hold."
  configuration: SecurityScanProfileConfigurationInput
}

"""
How a scanner is to be configured: exactly one member, the one for the scan type. GIT_PUSH_EVENT and the triggers of
DEPENDENCY_SCANNING take none. Every value may be left out, or null: then its default holds.
"""
input SecurityScanProfileConfigurationInput @oneOf {
  "For SECRET_DETECTION in pipelines."
  secretDetection: SecurityScanProfileSecretDetectionConfigurationInput
  "For SAST in pipelines."
  sast: SecurityScanProfileSastConfigurationInput
  "For DEPENDENCY_SCANNING_POST_PROCESSING by SBOM_INGESTED."
  dependencyScanningPostProcessing: SecurityScanProfileDependencyScanningPostProcessingConfigurationInput
  "For TRIAGE_AND_REMEDIATION."
  triageAndRemediation: SecurityScanProfileTriageAndRemediationConfigurationInput
}

"How secret detection is to run in pipelines."
input SecurityScanProfileSecretDetectionConfigurationInput {
  "Where the images of analyzers come from: one line of 1 to 1,024 characters. Default \`\$CI_TEMPLATE_REGISTRY_HOST/security-products\`."
  secureAnalyzersPrefix: String
  "Which images of analyzers are taken. Default DEFAULT."
  imageSuffix: SecurityScanProfileImageSuffix
  "Whether all commits are scanned, not only the new ones. Default false."
  historicScan: Boolean
  "Options for the listing of the commits that are scanned, as \`git log\` takes them: one line of 1 to 1,024 characters. No default."
  logOptions: String
  "Paths that are not scanned: at most 1,000, each one line of 1 to 1,024 characters. Default none."
  excludedPaths: [String!]
  "Where a ruleset of one's own is, as a reference to a Git repository: one line of 1 to 1,024 characters. No default."
  rulesetGitReference: String
}

"How SAST is to run in pipelines."
input SecurityScanProfileSastConfigurationInput {
  "Where the images of analyzers come from: one line of 1 to 1,024 characters. Default \`\$CI_TEMPLATE_REGISTRY_HOST/security-products\`."
  secureAnalyzersPrefix: String
  "Which images of analyzers are taken. Default DEFAULT."
  imageSuffix: SecurityScanProfileImageSuffix
  "Which version of analyzers is taken: one line of 1 to 128 characters. No default: each analyzer has its own."
  analyzerImageTag: String
  "Analyzers that do not run: at most 50, each one line of 1 to 255 characters. Default none."
  excludedAnalyzers: [String!]
  "Paths whose findings are left out: at most 1,000, each one line of 1 to 1,024 characters. Default \`spec\`, \`test\`, \`tests\`, \`tmp\`."
  excludedPaths: [String!]
  "Whether Advanced SAST scans only what a merge request changes. Default false."
  advancedSastPartialScan: Boolean
  "Whether Advanced SAST goes by the results of its last scan. Default false."
  gitlabAdvSastIncrScan: Boolean
}

"What is to follow from a new list of components."
input SecurityScanProfileDependencyScanningPostProcessingConfigurationInput {
  "How vulnerable dependencies are updated."
  autoRemediation: SecurityScanProfileAutoRemediationInput
}

"How vulnerable dependencies are to be updated."
input SecurityScanProfileAutoRemediationInput {
  "Whether they are. Default true."
  enabled: Boolean
  "Days for which a release has to be out before it is taken: 0 to 365. Default 7."
  cooldown: Int
  "From which severity on. Default HIGH; in TRIAGE_AND_REMEDIATION MEDIUM."
  severityLevel: SecurityScanProfileSeverityLevel
  "The widest step between two versions. Default MINOR."
  upgradePolicy: SecurityScanProfileUpgradePolicy
  "Merge requests that are open at once, at most: 1 to 30. Default 10."
  openMergeRequestsLimit: Int
}

"How a trigger of TRIAGE_AND_REMEDIATION is to be configured: exactly one member, the one for the trigger."
input SecurityScanProfileTriageAndRemediationConfigurationInput @oneOf {
  "For SBOM_INGESTED."
  sbomIngested: SecurityScanProfileDependencyScanningPostProcessingConfigurationInput
  "For SAST_FALSE_POSITIVE."
  sastFalsePositive: SecurityScanProfileSastFalsePositiveInput
  "For SAST_VULNERABILITY_RESOLUTION."
  sastVulnerabilityResolution: SecurityScanProfileSastVulnerabilityResolutionInput
  "For SECRET_DETECTION_FALSE_POSITIVE."
  secretDetectionFalsePositive: SecurityScanProfileSecretDetectionFalsePositiveInput
  "For VULNERABILITY_ENRICHMENT."
  vulnerabilityEnrichment: SecurityScanProfileVulnerabilityEnrichmentInput
}

"How findings of SAST that may be none are to be judged."
input SecurityScanProfileSastFalsePositiveInput {
  "From which severity on. Default MEDIUM."
  severityLevel: SecurityScanProfileSeverityLevel
  "Which weaknesses: at most 50. Default none, which means all."
  cweClasses: [CweIdentifier!]
  "Who starts it. Default AUTO."
  runMode: SecurityScanProfileRunMode
}

"How findings of SAST are to be repaired."
input SecurityScanProfileSastVulnerabilityResolutionInput {
  "From which severity on. Default MEDIUM."
  severityLevel: SecurityScanProfileSeverityLevel
  "Which weaknesses: at most 50. Default none, which means all."
  cweClasses: [CweIdentifier!]
  "Who starts it. Default AUTO."
  runMode: SecurityScanProfileRunMode
  "Merge requests that are open at once, at most: 1 to 30. Default 10."
  openMergeRequestsLimit: Int
  "How sure it has to be that a finding is a real one. Default MEDIUM."
  falsePositiveConfidence: SecurityScanProfileFalsePositiveConfidence
}

"How findings of secret detection that may be none are to be judged."
input SecurityScanProfileSecretDetectionFalsePositiveInput {
  "Who starts it. Default AUTO."
  runMode: SecurityScanProfileRunMode
}

"How more is to be found out about findings."
input SecurityScanProfileVulnerabilityEnrichmentInput {
  "From which severity on. Default INFO."
  severityLevel: SecurityScanProfileSeverityLevel
  "Who starts it. Default AUTO."
  runMode: SecurityScanProfileRunMode
}

extend type ScanProfileType {
  """
  How often it was changed, beginning with 1: an update that names it is refused once somebody else has made another one.
  Null for a template.
  """
  lockVersion: Int
  """
  How the scanner is configured, by type of trigger: everything that holds, the defaults included. Only triggers that take
  a configuration are there.
  """
  configuration: JSON!
  "Its triggers, in the order of \`triggers\`, each with its configuration."
  triggerSettings: [ScanProfileTriggerSetting!]
}

"A trigger of a scan profile, and how the scanner is configured for it."
type ScanProfileTriggerSetting {
  "What makes the scanner run."
  triggerType: ScanProfileTriggerType!
  """
  Everything that holds, the defaults included; a member is null where there is neither a value nor a default. Null where
  the trigger takes no configuration.
  """
  configuration: ScanProfileConfiguration
  "What is stored: with \`stripDefaults\` only what differs from the defaults. Null where the trigger takes no configuration."
  overrides: JSON
}

"How a scanner is configured for a trigger: which type it is follows from the scan type and the trigger."
union ScanProfileConfiguration =
  | SecretDetectionConfiguration
  | SastConfiguration
  | DependencyScanningPostProcessingConfiguration
  | SastFalsePositiveConfiguration
  | SastVulnerabilityResolutionConfiguration
  | SecretDetectionFalsePositiveConfiguration
  | VulnerabilityEnrichmentConfiguration

"How secret detection runs in pipelines. Bounds and defaults are those of \`SecurityScanProfileSecretDetectionConfigurationInput\`."
type SecretDetectionConfiguration {
  "Where the images of analyzers come from."
  secureAnalyzersPrefix: String
  "Which images of analyzers are taken."
  imageSuffix: SecurityScanProfileImageSuffix
  "Whether all commits are scanned, not only the new ones."
  historicScan: Boolean
  "Options for the listing of the commits that are scanned."
  logOptions: String
  "Paths that are not scanned."
  excludedPaths: [String!]
  "Where a ruleset of one's own is."
  rulesetGitReference: String
}

"How SAST runs in pipelines. Bounds and defaults are those of \`SecurityScanProfileSastConfigurationInput\`."
type SastConfiguration {
  "Where the images of analyzers come from."
  secureAnalyzersPrefix: String
  "Which images of analyzers are taken."
  imageSuffix: SecurityScanProfileImageSuffix
  "Which version of analyzers is taken."
  analyzerImageTag: String
  "Analyzers that do not run."
  excludedAnalyzers: [String!]
  "Paths whose findings are left out."
  excludedPaths: [String!]
  "Whether Advanced SAST scans only what a merge request changes."
  advancedSastPartialScan: Boolean
  "Whether Advanced SAST goes by the results of its last scan."
  gitlabAdvSastIncrScan: Boolean
}

"What follows from a new list of components. Bounds and defaults are those of \`SecurityScanProfileAutoRemediationInput\`."
type DependencyScanningPostProcessingConfiguration {
  "How vulnerable dependencies are updated."
  autoRemediation: AutoRemediationConfiguration
}

"How vulnerable dependencies are updated."
type AutoRemediationConfiguration {
  "Whether they are."
  enabled: Boolean
  "Days for which a release has to be out before it is taken."
  cooldown: Int
  "From which severity on."
  severityLevel: SecurityScanProfileSeverityLevel
  "The widest step between two versions."
  upgradePolicy: SecurityScanProfileUpgradePolicy
  "Merge requests that are open at once, at most."
  openMergeRequestsLimit: Int
}

"How findings of SAST that may be none are judged. Bounds and defaults are those of \`SecurityScanProfileSastFalsePositiveInput\`."
type SastFalsePositiveConfiguration {
  "From which severity on."
  severityLevel: SecurityScanProfileSeverityLevel
  "Which weaknesses; all of them where there is none."
  cweClasses: [CweIdentifier!]
  "Who starts it."
  runMode: SecurityScanProfileRunMode
}

"How findings of SAST are repaired. Bounds and defaults are those of \`SecurityScanProfileSastVulnerabilityResolutionInput\`."
type SastVulnerabilityResolutionConfiguration {
  "From which severity on."
  severityLevel: SecurityScanProfileSeverityLevel
  "Which weaknesses; all of them where there is none."
  cweClasses: [CweIdentifier!]
  "Who starts it."
  runMode: SecurityScanProfileRunMode
  "Merge requests that are open at once, at most."
  openMergeRequestsLimit: Int
  "How sure it has to be that a finding is a real one."
  falsePositiveConfidence: SecurityScanProfileFalsePositiveConfidence
}

"How findings of secret detection that may be none are judged. Defaults are those of \`SecurityScanProfileSecretDetectionFalsePositiveInput\`."
type SecretDetectionFalsePositiveConfiguration {
  "Who starts it."
  runMode: SecurityScanProfileRunMode
}

"How more is found out about findings. Defaults are those of \`SecurityScanProfileVulnerabilityEnrichmentInput\`."
type VulnerabilityEnrichmentConfiguration {
  "From which severity on."
  severityLevel: SecurityScanProfileSeverityLevel
  "Who starts it."
  runMode: SecurityScanProfileRunMode
}

"Which images of analyzers are taken."
enum SecurityScanProfileImageSuffix {
  "The usual ones."
  DEFAULT
  "Those with cryptography that is validated by FIPS 140."
  FIPS
}

"How severe a finding is, from the least on."
enum SecurityScanProfileSeverityLevel {
  "Good to know: with it every finding counts."
  INFO
  "Low."
  LOW
  "Medium."
  MEDIUM
  "High."
  HIGH
  "Critical."
  CRITICAL
}

"The widest step between two versions of a dependency, by semantic versioning."
enum SecurityScanProfileUpgradePolicy {
  "Repairs alone: from 1.2.3 to 1.2.4."
  PATCH
  "New functions too: from 1.2.3 to 1.3.0."
  MINOR
  "Whatever repairs it, from 1.2.3 to 2.0.0 too."
  MAJOR
}

"Who starts what follows a finding."
enum SecurityScanProfileRunMode {
  "Somebody who asks for it."
  MANUAL
  "It starts by itself."
  AUTO
}

"How sure something is."
enum SecurityScanProfileFalsePositiveConfidence {
  "Not very."
  LOW
  "Fairly."
  MEDIUM
  "Very."
  HIGH
}

extend type Mutation {
  """
  Makes a scan profile of a top-level group. Needs to be Maintainer or up of it. What is wrong with the input is in
  \`errors\`, all of it; then nothing is made.
  """
  securityScanProfileCreate(
    "What to make."
    input: SecurityScanProfileCreateInput!
  ): SecurityScanProfileCreatePayload
  """
  Changes a scan profile, at once for every project that it is attached to. Needs to be Maintainer or up of its top-level
  group. What is wrong with the input is in \`errors\`, all of it; then nothing is changed. Recommended profiles cannot be
  changed.
  """
  securityScanProfileUpdate(
    "What to change."
    input: SecurityScanProfileUpdateInput!
  ): SecurityScanProfileUpdatePayload
  """
  Deletes a scan profile: nobody sees it any more from the answer on, and its name is free. The operation takes it from the
  projects that it is attached to. Needs to be Maintainer or up of its top-level group. Recommended profiles cannot be
  deleted.
  """
  securityScanProfileDelete(
    "What to delete."
    input: SecurityScanProfileDeleteInput!
  ): SecurityScanProfileDeletePayload
}

"What \`securityScanProfileCreate\` is to make."
input SecurityScanProfileCreateInput {
  "The top-level group."
  namespaceId: NamespaceID!
  "What is scanned for: it decides which triggers there can be, and cannot be changed later."
  scanType: SecurityScanProfileType!
  """
  1 to 255 characters, space around them not counted. Unique for its scan type in the top-level group, whatever its case;
  not that of a template.
  """
  name: String!
  "What it is for: at most 2,047 characters."
  description: String!
  "What makes the scanner run: at least one trigger."
  triggers: [SecurityScanProfileTriggerInput!]!
  """
  Whether values that are the defaults are left to the defaults. Otherwise they are stored as they are given. What is shown
  is the same.
  """
  stripDefaults: Boolean = true
  "Any text; the answer repeats it."
  clientMutationId: String
}

"What came of making a profile."
type SecurityScanProfileCreatePayload {
  "The profile. Null if it was refused."
  scanProfile: ScanProfileType
  "Why it was refused, a line each."
  errors: [String!]!
  "The entry in the log, which has ended. Null if it was refused."
  operation: SecurityScanProfileOperation
  "The text of the input."
  clientMutationId: String
}

"What \`securityScanProfileUpdate\` is to change. What is left out, or null, stays as it is."
input SecurityScanProfileUpdateInput {
  "The profile."
  id: SecurityScanProfileID!
  "1 to 255 characters, space around them not counted. Unique for its scan type in the top-level group, whatever its case."
  name: String
  "At most 2,047 characters."
  description: String
  "Replaces all triggers and their configurations: at least one."
  triggers: [SecurityScanProfileTriggerInput!]
  "Whether values that are the defaults are left to the defaults. Otherwise they are stored as they are given."
  stripDefaults: Boolean = true
  """
  The \`lockVersion\` that was read: the update is refused if it is no longer that one. Without it only an update that is made
  at the same moment refuses it.
  """
  lockVersion: Int
  "Any text; the answer repeats it."
  clientMutationId: String
}

"What came of changing a profile."
type SecurityScanProfileUpdatePayload {
  "The profile as it is now. Null if the change was refused."
  scanProfile: ScanProfileType
  "Why it was refused, a line each."
  errors: [String!]!
  "The entry in the log, which has ended. Null if it was refused, and where nothing differs."
  operation: SecurityScanProfileOperation
  "The text of the input."
  clientMutationId: String
}

"What \`securityScanProfileDelete\` is to delete."
input SecurityScanProfileDeleteInput {
  "The profile."
  id: SecurityScanProfileID!
  "Only counts the projects that it would be taken from: the operation is a preview."
  dryRun: Boolean = false
  "The \`lockVersion\` that was read: the deletion is refused if it is no longer that one."
  lockVersion: Int
  "Any text; the answer repeats it."
  clientMutationId: String
}

"What came of deleting a profile."
type SecurityScanProfileDeletePayload {
  "The profile that is gone. Null if it was refused, and in a preview."
  deletedScanProfileId: SecurityScanProfileID
  "Why it was refused, a line each."
  errors: [String!]!
  "What takes it from its projects, to be watched. Null if it was refused."
  operation: SecurityScanProfileOperation
  "The text of the input."
  clientMutationId: String
}

extend type Query {
  """
  A scan profile by its id, for who may read profiles in any group or project of its top-level group. All others get the
  same error as for one that does not exist. Of a user's memberships the first 1,000 count, groups before projects. By a
  template's id the template, for everybody.
  """
  securityScanProfile("Id of the profile or template." id: SecurityScanProfileID!): ScanProfileType!
}

"Which scanner runs on which triggers. It belongs to a top-level group and can be attached to the projects below."
type ScanProfileType {
  "Global id. That of a template names its key, such as \`gid://gitlab/Security::ScanProfile/secret_detection\`."
  id: SecurityScanProfileID!
  "Name, unique for its scan type in its top-level group."
  name: String!
  "What it is for."
  description: String!
  "What is scanned for."
  scanType: SecurityScanProfileType!
  "Whether it is a template, or the profile that was made from one."
  gitlabRecommended: Boolean!
  "When it was made. Null for a template."
  createdAt: Time
  "When it was last changed. Null for a template."
  updatedAt: Time
  "What makes the scanner run."
  triggers: [ScanProfileTriggerType!]!
}

"What a scan profile scans for."
enum SecurityScanProfileType {
  "Secrets in commits."
  SECRET_DETECTION
  "Weaknesses in source code."
  SAST
  "Known vulnerabilities in container images."
  CONTAINER_SCANNING
  "Dependencies with known vulnerabilities."
  DEPENDENCY_SCANNING
  "Updates that repair vulnerable dependencies."
  DEPENDENCY_SCANNING_POST_PROCESSING
  "Judging and repairing what other scans have found."
  TRIAGE_AND_REMEDIATION
  "Mistakes in business logic."
  BUSINESS_LOGIC
}

"What makes a scanner run."
enum ScanProfileTriggerType {
  "A push, before it is accepted."
  GIT_PUSH_EVENT
  "A pipeline on the default branch."
  DEFAULT_BRANCH_PIPELINE
  "A pipeline of a merge request."
  MERGE_REQUEST_PIPELINE
  "A new list of the components that a project is made of."
  SBOM_INGESTED
  "A finding of SAST that may be none."
  SAST_FALSE_POSITIVE
  "A finding of SAST that may be repaired."
  SAST_VULNERABILITY_RESOLUTION
  "A finding of secret detection that may be none."
  SECRET_DETECTION_FALSE_POSITIVE
  "A finding about which more can be found out."
  VULNERABILITY_ENRICHMENT
}

extend type Project {
  """
  What the scans say about each profile of \`attachedSecurityScanProfiles\`, in the same order. Needs
  \`read_security_profiles\`.
  """
  scanProfileStatuses: [ScanProfileProjectStatus!]
}

extend type Mutation {
  """
  Says how a scan of a project ended, for pipelines that cannot put an event on the bus. The same may be said any number
  of times, late and in any order. Needs \`read_security_profiles\` on the project, and a token that may change something.
  """
  reportSecurityScan("How which scan ended." input: ReportSecurityScanInput!): ReportSecurityScanPayload
}

"An attached scan profile with what its scans say about it."
type ScanProfileProjectStatus {
  "The profile."
  scanProfile: ScanProfileType!
  "In one word."
  status: ScanProfileStatus!
  "How many of the latest scans failed, back to the last one that did not."
  consecutiveFailureCount: Int!
  "How many of the latest scans succeeded, back to the last one that did not."
  consecutiveSuccessCount: Int!
  "When the last scan ended. Null where nothing was scanned since the profile was attached."
  lastScanAt: Time
  "The pipeline or build of the last scan."
  buildId: String
}

"How well an attached profile, or a project, is scanned."
enum ScanProfileStatus {
  "No profile is attached. Only of projects as a whole."
  NOT_CONFIGURED
  "Attached, and nothing was scanned yet."
  PENDING
  "The last scan succeeded."
  ACTIVE
  "The last one or two scans failed."
  WARNING
  "The last three scans failed, or more."
  FAILED
  "Nothing was scanned for 90 days."
  STALE
}

"How a scan ended."
enum SecurityScanResult {
  "It came to its end, whatever it found."
  SUCCESS
  "It did not."
  FAILED
}

"How a scan of a project ended."
input ReportSecurityScanInput {
  "The project that was scanned."
  projectId: ProjectID!
  "What was scanned for: it counts for every attached profile of this scan type that has the trigger. Not together with \`securityScanProfileId\`."
  scanType: SecurityScanProfileType
  "The attached profile that was scanned for, or the template that it was made from. Not together with \`scanType\`."
  securityScanProfileId: SecurityScanProfileID
  """
  Whether something else than a scan profile made the scanner run, such as the project's own pipeline configuration. It gives
  no status: an attach in the mode FILL_SCAN_GAPS leaves the project out for 90 days. Only together with \`scanType\`.
  """
  external: Boolean = false
  "What made the scanner run."
  trigger: ScanProfileTriggerType!
  "How it ended."
  result: SecurityScanResult!
  "The pipeline or build, 1 to 100 characters. Of two reports with the same trigger and build the one that ended later counts."
  buildId: String!
  """
  When it ended, at most five minutes from now. Without it now; and where the same result of the same trigger and build is
  known already, when it was first told.
  """
  finishedAt: Time
  "Any text; the answer repeats it."
  clientMutationId: String
}

"What came of a report."
type ReportSecurityScanPayload {
  """
  The statuses that it was for, as they are now. None where no such profile is attached: then nothing was recorded; and none
  for an external scan.
  """
  statuses: [ScanProfileProjectStatus!]!
  "Why nothing was recorded."
  errors: [String!]!
  "The text of the input."
  clientMutationId: String
}

"""
The release of GitLab in which a field appeared, as GitLab's own pages send it with every field that older servers do
not know. This API is of release 19.6. A field of a newer one is null, whether it is known here or not, even where its type
says that it never is; an inline fragment of a newer one is skipped.
"""
directive @gl_introduced("The release, such as \`19.6\`." version: String!) on FIELD | INLINE_FRAGMENT

"What can be asked. Every question needs a token; what the caller may not see is null, as if it did not exist."
type Query

"What can be changed."
type Mutation

extend type Query {
  "Who is asking."
  currentUser: User!
}

"A user, as the issuer of tokens and the memberships know them."
type User {
  "The \`sub\` of the user's tokens, which is the \`user_id\` of memberships. \`system\` for what an event has caused."
  id: ID!
  """
  The user's personal access tokens, the newest first, those that ended in the last 30 days included: at most 500. Null
  for everybody but the caller.
  """
  personalAccessTokens: [PersonalAccessToken!]
}
`;

// Made by `npm run generate` from `functions/graphql/schema/*.graphql`. Do not edit.
import type { ProfileReference } from '../parents.ts';
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { GroupParent, ProjectParent, GroupConnectionParent, ProjectConnectionParent, RemovalConnectionParent, RemovalParent, ResultConnectionParent, ResultParent, TokenParent, ProfileParent, TriggerSettingParent, StatusParent, VersionParent, AttachmentParent, OperationParent, OperationConnectionParent } from '../parents.ts';
import type { RequestContext } from '../context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** Global id of a group: `gid://gitlab/Group/N`, N a positive integer. */
  GroupID: { input: number; output: number; }
  /** Global id of a project: `gid://gitlab/Project/N`, N a positive integer. */
  ProjectID: { input: number; output: number; }
  /**
   * Global id of what can have scan profiles: a group, `gid://gitlab/Group/N` or `gid://gitlab/Namespace/N`, N a positive
   * integer.
   */
  NamespaceID: { input: number; output: number; }
  /**
   * Global id of a scan profile, `gid://gitlab/Security::ScanProfile/N`, or of a template,
   * `gid://gitlab/Security::ScanProfile/secret_detection`. Templates are also understood in CamelCase (`SecretDetection`);
   * answers spell them in snake_case.
   */
  SecurityScanProfileID: { input: ProfileReference; output: ProfileReference; }
  /** A moment in ISO 8601, in UTC: `2026-11-22T05:55:00.000Z`. As an argument with any zone, or a day, which begins in UTC. */
  Time: { input: number; output: number; }
  /** Any JSON value: an object, list, text, number or flag, as it is. */
  JSON: { input: unknown; output: unknown; }
  /** Identifier of a class of weaknesses: `CWE-` and 1 to 5 digits, such as `CWE-79`. */
  CweIdentifier: { input: string; output: string; }
};

/** Whom an attach is for, and what it does with other profiles of the same scan type. */
export type SecurityScanProfileAttachMode =
  /** For every project; other profiles are kept. */
  | 'APPEND'
  /** For every project; other profiles of the scan type are removed. */
  | 'SET'
  /** For projects that have a profile of the scan type, which is removed. */
  | 'REPLACE'
  /** For projects that have no profile of the scan type. */
  | 'FILL_PROFILE_GAPS'
  /**
   * For projects that have no profile of the scan type, and that nothing else scans for it either: within 90 days no external
   * scan of that type was reported of them.
   */
  | 'FILL_SCAN_GAPS';

/** What `attachSecurityScanProfile` is to attach, and to what. */
export type AttachSecurityScanProfileInput = {
  /** The profile; or a template, whose recommended profile is made in the top-level group if it does not exist yet. */
  readonly securityScanProfileId: Scalars['SecurityScanProfileID']['input'];
  /** Projects, together with the groups at most 100, all of one top-level group. */
  readonly projectIds?: InputMaybe<ReadonlyArray<Scalars['ProjectID']['input']>>;
  /** Groups, whose projects are meant, those of groups below included. */
  readonly groupIds?: InputMaybe<ReadonlyArray<Scalars['GroupID']['input']>>;
  /** Whom it is for, and what it does with other profiles of the scan type. Without it APPEND. */
  readonly mode?: InputMaybe<SecurityScanProfileAttachMode>;
  /** Only shows what would happen: the operation is a preview, which can be applied later. Not together with `idempotencyKey`. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /**
   * Any text of 1 to 255 characters: within 24 hours the same request under the same key answers the same operation, and
   * another request is refused.
   */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Stops by itself once more than so many per cent of the projects decided so far failed: 0 to 100. */
  readonly failureThresholdPercent?: InputMaybe<Scalars['Int']['input']>;
  /** Any text; the answer repeats it. */
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** What `securityScanProfileAttach` is to attach, and to what. */
export type SecurityScanProfileAttachInput = {
  /** The profile; or a template, whose recommended profile is made in the top-level group if it does not exist yet. */
  readonly securityScanProfileId: Scalars['SecurityScanProfileID']['input'];
  /** Projects, together with the groups at most 100, all of one top-level group. */
  readonly projectIds?: InputMaybe<ReadonlyArray<Scalars['ProjectID']['input']>>;
  /** Groups, whose projects are meant, those of groups below included. */
  readonly groupIds?: InputMaybe<ReadonlyArray<Scalars['GroupID']['input']>>;
  /** Whom it is for, and what it does with other profiles of the scan type. Without it SET. */
  readonly mode?: InputMaybe<SecurityScanProfileAttachMode>;
  /** Only shows what would happen: the operation is a preview, which can be applied later. Not together with `idempotencyKey`. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /**
   * Any text of 1 to 255 characters: within 24 hours the same request under the same key answers the same operation, and
   * another request is refused.
   */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Stops by itself once more than so many per cent of the projects decided so far failed: 0 to 100. */
  readonly failureThresholdPercent?: InputMaybe<Scalars['Int']['input']>;
  /** Any text; the answer repeats it. */
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** What came of an attach. */
export type SecurityScanProfileAttachPayload = {
  readonly __typename?: 'SecurityScanProfileAttachPayload';
  /** A line for each project named in the input that could not be changed, or in a preview could not be, while others go through. */
  readonly errors: ReadonlyArray<Scalars['String']['output']>;
  /** The operation. For projects alone it has ended. */
  readonly operation?: Maybe<SecurityScanProfileOperation>;
  /** The text of the input. */
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** A scan profile on a project, and where it came from. */
export type SecurityScanProfileAttachment = {
  readonly __typename?: 'SecurityScanProfileAttachment';
  /** The profile. */
  readonly profile: ScanProfileType;
  /** When it was attached. */
  readonly attachedAt: Scalars['Time']['output'];
  /** Who asked for it. */
  readonly attachedBy: User;
  /** The operation that attached it. Null where the caller may not read it, and once it is gone after 400 days. */
  readonly operation?: Maybe<SecurityScanProfileOperation>;
  /** Whether the project was named itself, or a group that contained it. */
  readonly via: SecurityScanProfileAttachmentVia;
  /** The group that was named. Null where none was, and where the caller may not see it. */
  readonly group?: Maybe<Group>;
};

/** How a profile came to a project. */
export type SecurityScanProfileAttachmentVia =
  /** The project was named. */
  | 'DIRECT'
  /** A group was named that contained the project. */
  | 'GROUP';

/** Where a page of a connection ends. */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /** Whether there is more after this page. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** Cursor of the last element: the `after` of the next page. Null on an empty page. */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
};

/** A page of groups. */
export type GroupConnection = {
  readonly __typename?: 'GroupConnection';
  /** The groups of this page. */
  readonly nodes: ReadonlyArray<Group>;
  /** The groups of this page, each with its cursor. */
  readonly edges: ReadonlyArray<GroupEdge>;
  /** Where this page ends. */
  readonly pageInfo: PageInfo;
};

/** A group on a page. */
export type GroupEdge = {
  readonly __typename?: 'GroupEdge';
  /** The position of the group; as `after` it answers what follows. */
  readonly cursor: Scalars['String']['output'];
  /** The group. */
  readonly node: Group;
};

/** A page of projects. */
export type ProjectConnection = {
  readonly __typename?: 'ProjectConnection';
  /** The projects of this page. */
  readonly nodes: ReadonlyArray<Project>;
  /** The projects of this page, each with its cursor. */
  readonly edges: ReadonlyArray<ProjectEdge>;
  /** Where this page ends. */
  readonly pageInfo: PageInfo;
};

/** A project on a page. */
export type ProjectEdge = {
  readonly __typename?: 'ProjectEdge';
  /** The position of the project; as `after` it answers what follows. */
  readonly cursor: Scalars['String']['output'];
  /** The project. */
  readonly node: Project;
};

/** A page of what an operation removed. */
export type SecurityScanProfileRemovalConnection = {
  readonly __typename?: 'SecurityScanProfileRemovalConnection';
  /** The removals of this page. */
  readonly nodes: ReadonlyArray<SecurityScanProfileRemoval>;
  /** The removals of this page, each with its cursor. */
  readonly edges: ReadonlyArray<SecurityScanProfileRemovalEdge>;
  /** Where this page ends. */
  readonly pageInfo: PageInfo;
};

/** What an operation removed from one project, on a page. */
export type SecurityScanProfileRemovalEdge = {
  readonly __typename?: 'SecurityScanProfileRemovalEdge';
  /** The position of the project; as `after` it answers what follows. */
  readonly cursor: Scalars['String']['output'];
  /** The removal. */
  readonly node: SecurityScanProfileRemoval;
};

/** How projects are scanned. What is counted are projects. */
export type SecurityScanProfileCoverage = {
  readonly __typename?: 'SecurityScanProfileCoverage';
  /** All of them, so far. */
  readonly projects: Scalars['Int']['output'];
  /** Those to which at least one scan profile is attached. */
  readonly projectsWithProfile: Scalars['Int']['output'];
  /** By scan type: each of which there can be profiles. */
  readonly scanTypes: ReadonlyArray<SecurityScanProfileScanTypeCoverage>;
  /** By the worst of their statuses, in this order: FAILED, STALE, WARNING, PENDING, ACTIVE; NOT_CONFIGURED without a profile. */
  readonly statuses: ReadonlyArray<SecurityScanProfileStatusCount>;
  /** Whether there is more to be counted, and where. */
  readonly pageInfo: PageInfo;
};

/** How projects are scanned for one scan type. */
export type SecurityScanProfileScanTypeCoverage = {
  readonly __typename?: 'SecurityScanProfileScanTypeCoverage';
  /** The scan type. */
  readonly scanType: SecurityScanProfileType;
  /** Projects to which at least one scan profile of this type is attached. */
  readonly projects: Scalars['Int']['output'];
  /** All projects by the worst status of their profiles of this type; NOT_CONFIGURED without one. */
  readonly statuses: ReadonlyArray<SecurityScanProfileStatusCount>;
};

/** How many projects have a status. */
export type SecurityScanProfileStatusCount = {
  readonly __typename?: 'SecurityScanProfileStatusCount';
  /** The status. */
  readonly status: ScanProfileStatus;
  /** How many have it. */
  readonly projects: Scalars['Int']['output'];
};

/** What `detachSecurityScanProfile` is to detach, and from what. */
export type DetachSecurityScanProfileInput = {
  /** The profile; or a template, which stands for the recommended profile that was made from it. */
  readonly securityScanProfileId: Scalars['SecurityScanProfileID']['input'];
  /** Projects, together with the groups at most 100, all of one top-level group. */
  readonly projectIds?: InputMaybe<ReadonlyArray<Scalars['ProjectID']['input']>>;
  /** Groups, whose projects are meant, those of groups below included. */
  readonly groupIds?: InputMaybe<ReadonlyArray<Scalars['GroupID']['input']>>;
  /** Only shows what would happen: the operation is a preview, which can be applied later. Not together with `idempotencyKey`. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /**
   * Any text of 1 to 255 characters: within 24 hours the same request under the same key answers the same operation, and
   * another request is refused.
   */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Stops by itself once more than so many per cent of the projects decided so far failed: 0 to 100. */
  readonly failureThresholdPercent?: InputMaybe<Scalars['Int']['input']>;
  /** Any text; the answer repeats it. */
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** What `securityScanProfileDetach` is to detach, and from what. */
export type SecurityScanProfileDetachInput = {
  /** The profile; or a template, which stands for the recommended profile that was made from it. */
  readonly securityScanProfileId: Scalars['SecurityScanProfileID']['input'];
  /** Projects, together with the groups at most 100, all of one top-level group. */
  readonly projectIds?: InputMaybe<ReadonlyArray<Scalars['ProjectID']['input']>>;
  /** Groups, whose projects are meant, those of groups below included. */
  readonly groupIds?: InputMaybe<ReadonlyArray<Scalars['GroupID']['input']>>;
  /** Only shows what would happen: the operation is a preview, which can be applied later. Not together with `idempotencyKey`. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /**
   * Any text of 1 to 255 characters: within 24 hours the same request under the same key answers the same operation, and
   * another request is refused.
   */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Stops by itself once more than so many per cent of the projects decided so far failed: 0 to 100. */
  readonly failureThresholdPercent?: InputMaybe<Scalars['Int']['input']>;
  /** Any text; the answer repeats it. */
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** What came of a detach. */
export type SecurityScanProfileDetachPayload = {
  readonly __typename?: 'SecurityScanProfileDetachPayload';
  /** A line for each project named in the input that could not be changed, or in a preview could not be, while others go through. */
  readonly errors: ReadonlyArray<Scalars['String']['output']>;
  /** The operation. For projects alone it has ended. */
  readonly operation?: Maybe<SecurityScanProfileOperation>;
  /** The text of the input. */
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** A group of projects and further groups. One without a parent is a top-level group, or root. */
export type Group = {
  readonly __typename?: 'Group';
  /** Global id: `gid://gitlab/Group/N`. */
  readonly id: Scalars['ID']['output'];
  /** Display name. */
  readonly name: Scalars['String']['output'];
  /** Last part of the path. */
  readonly path: Scalars['String']['output'];
  /** Path from the top-level group down. */
  readonly fullPath: Scalars['ID']['output'];
  /** The group that it is directly in. Null for a top-level group, and where the caller may not see it. */
  readonly parent?: Maybe<Group>;
  /** The top-level group above it, or the group itself. Null where the caller may not see it. */
  readonly rootAncestor?: Maybe<Group>;
  /** The groups directly in it, by path. */
  readonly subgroups: GroupConnection;
  /**
   * The projects in it, by path. With `withProfile`, `withoutProfile`, `withoutScanType` or `status` only those to which all
   * of them apply: then it needs `read_security_profiles`, a page looks at no more than 2,000 projects, and may be short or
   * empty where there is more. Cost: one consistent read for each project that is looked at, two with `status`.
   */
  readonly projects: ProjectConnection;
  /**
   * The scan profiles that can be attached to projects of this group. They belong to its top-level group: those that
   * exist, the oldest first, then the template of each scan type that has no recommended profile yet, and for
   * TRIAGE_AND_REMEDIATION, which has three, each of which no profile was made. Needs `read_security_profiles`.
   */
  readonly availableSecurityScanProfiles?: Maybe<ReadonlyArray<ScanProfileType>>;
  /** What the caller may do in this group. */
  readonly userPermissions: GroupPermissions;
  /**
   * How the projects of this group are scanned, counted one by one. A page looks at 20,000 projects at most, and ends early
   * when its time is up; its counts are those of all pages so far, so that the last page has them for the whole group. They
   * are exact for a tree that does not change meanwhile. Cost: two consistent reads for each project, 50 projects to a call,
   * and a query for each group. Needs `read_security_profiles`.
   */
  readonly securityScanProfileCoverage?: Maybe<SecurityScanProfileCoverage>;
  /**
   * The operations of a top-level group, the one that was accepted last first: who did what when. Also of a group that was a
   * top-level group; of any other ask `rootAncestor`. Kept for 400 days. Needs `read_security_profiles`. A page may be shorter
   * than asked for, even empty, where there is more: go on until `hasNextPage` is false.
   */
  readonly securityScanProfileOperations?: Maybe<SecurityScanProfileOperationConnection>;
};


/** A group of projects and further groups. One without a parent is a top-level group, or root. */
export type GroupSubgroupsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A group of projects and further groups. One without a parent is a top-level group, or root. */
export type GroupProjectsArgs = {
  includeSubgroups?: InputMaybe<Scalars['Boolean']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  withProfile?: InputMaybe<Scalars['SecurityScanProfileID']['input']>;
  withoutProfile?: InputMaybe<Scalars['SecurityScanProfileID']['input']>;
  withoutScanType?: InputMaybe<SecurityScanProfileType>;
  status?: InputMaybe<ScanProfileStatus>;
};


/** A group of projects and further groups. One without a parent is a top-level group, or root. */
export type GroupAvailableSecurityScanProfilesArgs = {
  type?: InputMaybe<SecurityScanProfileType>;
  gitlabRecommended?: InputMaybe<Scalars['Boolean']['input']>;
};


/** A group of projects and further groups. One without a parent is a top-level group, or root. */
export type GroupSecurityScanProfileCoverageArgs = {
  includeSubgroups?: InputMaybe<Scalars['Boolean']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A group of projects and further groups. One without a parent is a top-level group, or root. */
export type GroupSecurityScanProfileOperationsArgs = {
  kind?: InputMaybe<SecurityScanProfileOperationKind>;
  status?: InputMaybe<SecurityScanProfileOperationStatus>;
  profileId?: InputMaybe<Scalars['SecurityScanProfileID']['input']>;
  actorId?: InputMaybe<Scalars['String']['input']>;
  createdAfter?: InputMaybe<Scalars['Time']['input']>;
  createdBefore?: InputMaybe<Scalars['Time']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/**
 * What the caller may do in a group. A token that may only read lets nobody change anything, whoever it is: then only
 * reading is left.
 */
export type GroupPermissions = {
  readonly __typename?: 'GroupPermissions';
  /** Whether the caller may see the scan profiles of this group and its projects: Developers and up, Security Managers. */
  readonly readSecurityScanProfiles: Scalars['Boolean']['output'];
  /** Whether the caller may create scan profiles in the top-level group: Maintainers and up of it. */
  readonly createSecurityScanProfiles: Scalars['Boolean']['output'];
  /** Whether the caller may change the scan profiles of the top-level group: Maintainers and up of it. */
  readonly updateSecurityScanProfiles: Scalars['Boolean']['output'];
  /** Whether the caller may delete scan profiles of the top-level group: Maintainers and up of it. */
  readonly deleteSecurityScanProfiles: Scalars['Boolean']['output'];
  /** Whether the caller may attach and detach scan profiles: Maintainers and up and Security Managers of the top-level group. */
  readonly applySecurityScanProfiles: Scalars['Boolean']['output'];
};

/** A page of operations. */
export type SecurityScanProfileOperationConnection = {
  readonly __typename?: 'SecurityScanProfileOperationConnection';
  /** The operations of this page. */
  readonly nodes: ReadonlyArray<SecurityScanProfileOperation>;
  /** The operations of this page, each with its cursor. */
  readonly edges: ReadonlyArray<SecurityScanProfileOperationEdge>;
  /** Where this page ends. */
  readonly pageInfo: PageInfo;
};

/** An operation, on a page. */
export type SecurityScanProfileOperationEdge = {
  readonly __typename?: 'SecurityScanProfileOperationEdge';
  /** The position of the operation; as `after` it answers what follows. */
  readonly cursor: Scalars['String']['output'];
  /** The operation. */
  readonly node: SecurityScanProfileOperation;
};

/** The preview that is to be applied. */
export type ApplySecurityScanProfileOperationInput = {
  /** The preview. */
  readonly id: Scalars['ID']['input'];
  /**
   * Any text of 1 to 255 characters: within 24 hours the same request under the same key answers the same operation, and
   * another request is refused.
   */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Stops by itself once more than so many per cent of the projects decided so far failed: 0 to 100. */
  readonly failureThresholdPercent?: InputMaybe<Scalars['Int']['input']>;
  /** Any text; the answer repeats it. */
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** The operation that is to be retried. */
export type RetrySecurityScanProfileOperationInput = {
  /** The operation. */
  readonly id: Scalars['ID']['input'];
  /**
   * Any text of 1 to 255 characters: within 24 hours the same request under the same key answers the same operation, and
   * another request is refused.
   */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Stops by itself once more than so many per cent of the projects decided so far failed: 0 to 100. */
  readonly failureThresholdPercent?: InputMaybe<Scalars['Int']['input']>;
  /** Any text; the answer repeats it. */
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** The operation that is to be undone. */
export type UndoSecurityScanProfileOperationInput = {
  /** The operation. */
  readonly id: Scalars['ID']['input'];
  /** Only shows what would happen. Not together with `idempotencyKey`. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /**
   * Any text of 1 to 255 characters: within 24 hours the same request under the same key answers the same operation, and
   * another request is refused.
   */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Stops by itself once more than so many per cent of the projects decided so far failed: 0 to 100. */
  readonly failureThresholdPercent?: InputMaybe<Scalars['Int']['input']>;
  /** Any text; the answer repeats it. */
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** The operation that is to be stopped. */
export type CancelSecurityScanProfileOperationInput = {
  /** The operation. */
  readonly id: Scalars['ID']['input'];
  /** Any text; the answer repeats it. */
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** The re-home whose removals are to be made good. */
export type AdoptSecurityScanProfilesInput = {
  /** The operation of kind REHOME of the group that was a top-level group. */
  readonly operationId: Scalars['ID']['input'];
  /** Only shows what would happen. Not together with `idempotencyKey`. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /**
   * Any text of 1 to 255 characters: within 24 hours the same request under the same key answers the same operation, and
   * another request is refused.
   */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Stops by itself once more than so many per cent of the projects decided so far failed: 0 to 100. */
  readonly failureThresholdPercent?: InputMaybe<Scalars['Int']['input']>;
  /** Any text; the answer repeats it. */
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** The operation that was asked for, or that was stopped. */
export type SecurityScanProfileOperationPayload = {
  readonly __typename?: 'SecurityScanProfileOperationPayload';
  /** Empty: what refuses the request is an error of its own. */
  readonly errors: ReadonlyArray<Scalars['String']['output']>;
  /** The operation. Its projects are decided after the answer. */
  readonly operation?: Maybe<SecurityScanProfileOperation>;
  /** The text of the input. */
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** A page of what became of projects. */
export type SecurityScanProfileResultConnection = {
  readonly __typename?: 'SecurityScanProfileResultConnection';
  /** The results of this page. */
  readonly nodes: ReadonlyArray<SecurityScanProfileResult>;
  /** The results of this page, each with its cursor. */
  readonly edges: ReadonlyArray<SecurityScanProfileResultEdge>;
  /** Where this page ends. */
  readonly pageInfo: PageInfo;
};

/** What became of a project, on a page. */
export type SecurityScanProfileResultEdge = {
  readonly __typename?: 'SecurityScanProfileResultEdge';
  /** The position of the result; as `after`, with the same filter, it answers what follows. */
  readonly cursor: Scalars['String']['output'];
  /** The result. */
  readonly node: SecurityScanProfileResult;
};

/** What an operation decided about a project and did to it, or in a preview would do. */
export type SecurityScanProfileResult = {
  readonly __typename?: 'SecurityScanProfileResult';
  /** Id of the project, wherever it is now. */
  readonly projectId: Scalars['ProjectID']['output'];
  /** The project where it is now. Null where the caller may not see it, and once it is deleted. */
  readonly project?: Maybe<Project>;
  /** What was decided. */
  readonly outcome: SecurityScanProfileOutcome;
  /** Why. Null for a plain success. */
  readonly code?: Maybe<SecurityScanProfileOutcomeCode>;
  /** The same as a sentence. */
  readonly message: Scalars['String']['output'];
  /** Whether a retry of the operation tries it again. */
  readonly retryable: Scalars['Boolean']['output'];
  /**
   * The profiles that were attached before. Of this and the next: those of the operation's top-level group that were not
   * deleted since; a template stands for the profile that a preview has not made.
   */
  readonly before: ReadonlyArray<ScanProfileType>;
  /** The profiles that were attached afterwards. */
  readonly after: ReadonlyArray<ScanProfileType>;
};

/** What was decided about a project. */
export type SecurityScanProfileOutcome =
  /** It was changed. */
  | 'APPLIED'
  /** It was as asked for already. */
  | 'UNCHANGED'
  /** It was not changed, and trying again would not help. */
  | 'SKIPPED'
  /** It was not changed; trying again can help. */
  | 'FAILED';

/** Why it was decided. */
export type SecurityScanProfileOutcomeCode =
  /** UNCHANGED: the profile is attached already. */
  | 'ALREADY_ATTACHED'
  /** UNCHANGED: nothing that is to be removed is attached. */
  | 'NOT_ATTACHED'
  /** UNCHANGED: no profile of the scan type is attached that REPLACE could replace. */
  | 'NOTHING_TO_REPLACE'
  /** UNCHANGED: FILL_PROFILE_GAPS or FILL_SCAN_GAPS found another profile of the scan type, or that something else scans. */
  | 'ALREADY_COVERED'
  /** SKIPPED: an operation that was accepted later has decided about it. */
  | 'SUPERSEDED'
  /** SKIPPED: the project was deleted. */
  | 'DELETED'
  /** SKIPPED: the project has moved to another top-level group. */
  | 'MOVED_TO_ANOTHER_ROOT'
  /** SKIPPED: the profile was deleted. */
  | 'PROFILE_DELETED'
  /** SKIPPED: the project was changed since the preview that is applied. */
  | 'CHANGED_SINCE_PREVIEW'
  /** SKIPPED or APPLIED: all, or part, of what is to be undone was changed since, and is left. */
  | 'CHANGED_SINCE'
  /** SKIPPED: the operation was stopped before. */
  | 'CANCELLED'
  /** FAILED: the project holds 10 profiles already. */
  | 'LIMIT_REACHED'
  /** FAILED: too many changes of the project were made at the same time. */
  | 'CONFLICT'
  /** FAILED: something went wrong on the side of the server. */
  | 'INTERNAL';

/**
 * A bulk change of attachments in one top-level group, or a change of one of its profiles: what was asked for, and how far it
 * is.
 */
export type SecurityScanProfileOperation = {
  readonly __typename?: 'SecurityScanProfileOperation';
  /** Id, to ask for it again. */
  readonly id: Scalars['ID']['output'];
  /** What it does. */
  readonly kind: SecurityScanProfileOperationKind;
  /** How far it is, or how it ended. */
  readonly status: SecurityScanProfileOperationStatus;
  /** When it was accepted. */
  readonly createdAt: Scalars['Time']['output'];
  /** When the last project was decided. Null while it runs. */
  readonly finishedAt?: Maybe<Scalars['Time']['output']>;
  /** Who asked for it. */
  readonly actor: User;
  /**
   * The profile that it is about, as it is now; the template where a preview has not made the profile yet. Null for a re-home,
   * an undo and an adoption, and once the profile is deleted.
   */
  readonly profile?: Maybe<ScanProfileType>;
  /** Its id, also once it is deleted. */
  readonly profileId?: Maybe<Scalars['SecurityScanProfileID']['output']>;
  /** Whom an attach is for. Null for other kinds. */
  readonly mode?: Maybe<SecurityScanProfileAttachMode>;
  /** Whether it is a preview, which changes no project. */
  readonly dryRun: Scalars['Boolean']['output'];
  /** The projects that were named. */
  readonly projectIds: ReadonlyArray<Scalars['ProjectID']['output']>;
  /** The groups that were named. */
  readonly groupIds: ReadonlyArray<Scalars['GroupID']['output']>;
  /** How many projects it has decided so far. */
  readonly totals: SecurityScanProfileOperationTotals;
  /** How many projects it is going to decide, as far as an earlier operation tells. Null where none does. */
  readonly expectedProjects?: Maybe<Scalars['Int']['output']>;
  /** How far it is, in pages of up to 1,500 projects. */
  readonly progress: SecurityScanProfileOperationProgress;
  /** The share of failures over which it stops by itself. */
  readonly failureThresholdPercent?: Maybe<Scalars['Int']['output']>;
  /** Why it was stopped. Null unless it was. */
  readonly stopReason?: Maybe<SecurityScanProfileOperationStopReason>;
  /** Who told it to stop; `system` where it did so by itself. Null if nobody did. */
  readonly stoppedBy?: Maybe<User>;
  /** Whether it does not get on by itself: an operator has to look, or cancel it. */
  readonly stalled: Scalars['Boolean']['output'];
  /** The operation that it takes back. This and the next four are null where there is none, or none the caller may read. */
  readonly undoOf?: Maybe<SecurityScanProfileOperation>;
  /** The operation whose failed projects it tries again. */
  readonly retryOf?: Maybe<SecurityScanProfileOperation>;
  /** The preview that it applies. */
  readonly previewOf?: Maybe<SecurityScanProfileOperation>;
  /** The re-home whose removals it makes good. */
  readonly adoptOf?: Maybe<SecurityScanProfileOperation>;
  /** The operation that it completes, for a project or group that reached it only after its end. */
  readonly followUpOf?: Maybe<SecurityScanProfileOperation>;
  /**
   * From which projects it removed which profiles, or in a preview would: by detaching or deleting, by an attach that replaces
   * others of the scan type, by a re-home or by an undo. Each project once, in the order of ids. Complete once the operation has ended.
   */
  readonly removals: SecurityScanProfileRemovalConnection;
  /**
   * What became of each project, in the order in which they were looked through; each once, once the operation has ended. A
   * page may be shorter than asked for, even empty, where there is more: go on until `hasNextPage` is false. Kept for 30 days
   * from `createdAt`; then null, with an error of code EXPIRED.
   */
  readonly results?: Maybe<SecurityScanProfileResultConnection>;
  /** What became of a profile, for CREATE_PROFILE, UPDATE_PROFILE and DELETE_PROFILE. Null for other kinds. */
  readonly profileChange?: Maybe<SecurityScanProfileChange>;
};


/**
 * A bulk change of attachments in one top-level group, or a change of one of its profiles: what was asked for, and how far it
 * is.
 */
export type SecurityScanProfileOperationRemovalsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/**
 * A bulk change of attachments in one top-level group, or a change of one of its profiles: what was asked for, and how far it
 * is.
 */
export type SecurityScanProfileOperationResultsArgs = {
  outcome?: InputMaybe<SecurityScanProfileOutcome>;
  code?: InputMaybe<SecurityScanProfileOutcomeCode>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** A project from which an operation removed profiles. */
export type SecurityScanProfileRemoval = {
  readonly __typename?: 'SecurityScanProfileRemoval';
  /** Id of the project, wherever it is now. */
  readonly projectId: Scalars['ProjectID']['output'];
  /** The project where it is now. Null where the caller may not see it, and once it is deleted. */
  readonly project?: Maybe<Project>;
  /**
   * The profiles that were removed, the oldest first. They belong to the top-level group of the operation; those that were
   * deleted since are left out.
   */
  readonly profiles: ReadonlyArray<ScanProfileType>;
  /** The ids of all that were removed, those that were deleted since included. */
  readonly profileIds: ReadonlyArray<Scalars['SecurityScanProfileID']['output']>;
};

/** What an operation does. */
export type SecurityScanProfileOperationKind =
  /** Attaches a profile. */
  | 'ATTACH'
  /** Detaches a profile. */
  | 'DETACH'
  /** Takes the profiles of the old top-level group from what has moved to another one; also what the sweep found out of place. */
  | 'REHOME'
  /** Takes back what another operation did. */
  | 'UNDO'
  /** Attaches again what a re-home of a former top-level group took. */
  | 'ADOPT'
  /** Makes a profile. It has ended when it is accepted, and changes no project. */
  | 'CREATE_PROFILE'
  /** Changes a profile. It has ended when it is accepted, and changes no project: they refer to the profile. */
  | 'UPDATE_PROFILE'
  /** Deletes a profile, and detaches it from all projects of the top-level group. */
  | 'DELETE_PROFILE';

/** How far an operation is, or how it ended. */
export type SecurityScanProfileOperationStatus =
  /** Accepted, and no project decided yet. */
  | 'PENDING'
  /** Some projects are decided. */
  | 'RUNNING'
  /** Stopped, and about to end. */
  | 'CANCELLING'
  /** Ended, and no project failed. */
  | 'SUCCEEDED'
  /** Ended, and some projects failed. */
  | 'PARTIAL'
  /** Ended, and all projects failed. */
  | 'FAILED'
  /** Ended after it was stopped. */
  | 'CANCELLED'
  /** A preview that is complete. */
  | 'PREVIEWED';

/** Why an operation was stopped. */
export type SecurityScanProfileOperationStopReason =
  /** Somebody cancelled it. */
  | 'CANCELLED_BY_USER'
  /** More projects failed than `failureThresholdPercent` allows. */
  | 'FAILURE_THRESHOLD';

/** Pages of an operation. */
export type SecurityScanProfileOperationProgress = {
  readonly __typename?: 'SecurityScanProfileOperationProgress';
  /** Pages that are known so far. Grows while groups are visited. */
  readonly pagesKnown: Scalars['Int']['output'];
  /** Pages that are done. */
  readonly pagesDone: Scalars['Int']['output'];
};

/** Distinct projects of an operation, by what was decided about them. */
export type SecurityScanProfileOperationTotals = {
  readonly __typename?: 'SecurityScanProfileOperationTotals';
  /** All that are decided: the sum of the other four. */
  readonly projects: Scalars['Int']['output'];
  /** Changed as asked for. */
  readonly applied: Scalars['Int']['output'];
  /** Were as asked for already. */
  readonly unchanged: Scalars['Int']['output'];
  /** Not changed, and trying again would not help: deleted, moved away, or decided by a later operation. */
  readonly skipped: Scalars['Int']['output'];
  /** Not changed; trying again can help, for instance once there is room for the profile. */
  readonly failed: Scalars['Int']['output'];
};

/** A token that a user made for scripts and other clients. It asks as its user, who may be allowed less by now. */
export type PersonalAccessToken = {
  readonly __typename?: 'PersonalAccessToken';
  /** Global id: `gid://gitlab/PersonalAccessToken/ULID`. It is not the token. */
  readonly id: Scalars['ID']['output'];
  /** What the user calls it. */
  readonly name: Scalars['String']['output'];
  /** What it may be used for. */
  readonly scopes: ReadonlyArray<PersonalAccessTokenScope>;
  /** When it was made. */
  readonly createdAt: Scalars['Time']['output'];
  /** From when on it is refused. */
  readonly expiresAt: Scalars['Time']['output'];
  /** When it was used last, to within a minute. Null if it never was. */
  readonly lastUsedAt?: Maybe<Scalars['Time']['output']>;
  /** Whether its user has ended it. */
  readonly revoked: Scalars['Boolean']['output'];
  /** Whether it is taken: neither expired nor revoked. */
  readonly active: Scalars['Boolean']['output'];
};

/** What a personal access token may be used for. */
export type PersonalAccessTokenScope =
  /** To read all that the user may read. Every mutation is refused. */
  | 'READ_API'
  /** To do all that the user may do, except to make tokens. */
  | 'API';

/** What a personal access token is to be. */
export type PersonalAccessTokenCreateInput = {
  /** What it is for: 1 to 255 characters. Several may have the same name. */
  readonly name: Scalars['String']['input'];
  /** What it may be used for: at least one. `API` contains `READ_API`. */
  readonly scopes: ReadonlyArray<PersonalAccessTokenScope>;
  /** From when on it is refused: in the future, and at most 365 days ahead. */
  readonly expiresAt: Scalars['Time']['input'];
  /** Any text; the answer repeats it. */
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** What came of making a personal access token. */
export type PersonalAccessTokenCreatePayload = {
  readonly __typename?: 'PersonalAccessTokenCreatePayload';
  /** The token, shown this once: it is kept as a hash, and nobody can tell it again. Null if none was made. */
  readonly token?: Maybe<Scalars['String']['output']>;
  /** What is known of it. Null if none was made. */
  readonly personalAccessToken?: Maybe<PersonalAccessToken>;
  /** Why none was made, a line each: what does not fit in the input, or that the user has as many as possible. */
  readonly errors: ReadonlyArray<Scalars['String']['output']>;
  /** The text of the input. */
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** Which personal access token is to be ended. */
export type PersonalAccessTokenRevokeInput = {
  /** Its global id, as `currentUser.personalAccessTokens` says it. */
  readonly id: Scalars['ID']['input'];
  /** Any text; the answer repeats it. */
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** What came of ending a personal access token. */
export type PersonalAccessTokenRevokePayload = {
  readonly __typename?: 'PersonalAccessTokenRevokePayload';
  /** The token, which is revoked now. */
  readonly personalAccessToken?: Maybe<PersonalAccessToken>;
  /** Always empty. */
  readonly errors: ReadonlyArray<Scalars['String']['output']>;
  /** The text of the input. */
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** A project: what scanners run on. */
export type Project = {
  readonly __typename?: 'Project';
  /** Global id: `gid://gitlab/Project/N`. */
  readonly id: Scalars['ID']['output'];
  /** Display name. */
  readonly name: Scalars['String']['output'];
  /** Last part of the path. */
  readonly path: Scalars['String']['output'];
  /** Path from the top-level group down. */
  readonly fullPath: Scalars['ID']['output'];
  /** The group that it is directly in. Null where the caller may not see it. */
  readonly group?: Maybe<Group>;
  /** The scan profiles that are attached to this project, at most 10, the oldest first. Needs `read_security_profiles`. */
  readonly attachedSecurityScanProfiles?: Maybe<ReadonlyArray<ScanProfileType>>;
  /** The same as `attachedSecurityScanProfiles`, under the name that GitLab's clients ask for. */
  readonly securityScanProfiles?: Maybe<ReadonlyArray<ScanProfileType>>;
  /** What the caller may do in this project. */
  readonly userPermissions: ProjectPermissions;
  /**
   * The profiles of `attachedSecurityScanProfiles`, in the same order, and how each came to the project. Needs
   * `read_security_profiles`.
   */
  readonly securityScanProfileAttachments?: Maybe<ReadonlyArray<SecurityScanProfileAttachment>>;
  /**
   * What the scans say about each profile of `attachedSecurityScanProfiles`, in the same order. Needs
   * `read_security_profiles`.
   */
  readonly scanProfileStatuses?: Maybe<ReadonlyArray<ScanProfileProjectStatus>>;
};

/**
 * What the caller may do in a project. A token that may only read lets nobody change anything, whoever it is: then only
 * reading is left.
 */
export type ProjectPermissions = {
  readonly __typename?: 'ProjectPermissions';
  /** Whether the caller may see the scan profiles of this project, and report its scans: Developers and up, Security Managers. */
  readonly readSecurityScanProfiles: Scalars['Boolean']['output'];
  /** Whether the caller may create scan profiles in the top-level group: Maintainers and up of it. */
  readonly createSecurityScanProfiles: Scalars['Boolean']['output'];
  /** Whether the caller may change the scan profiles of the top-level group: Maintainers and up of it. */
  readonly updateSecurityScanProfiles: Scalars['Boolean']['output'];
  /** Whether the caller may delete scan profiles of the top-level group: Maintainers and up of it. */
  readonly deleteSecurityScanProfiles: Scalars['Boolean']['output'];
  /** Whether the caller may attach and detach scan profiles: Maintainers and up and Security Managers of the top-level group. */
  readonly applySecurityScanProfiles: Scalars['Boolean']['output'];
};

/** A profile before and after a change of it. */
export type SecurityScanProfileChange = {
  readonly __typename?: 'SecurityScanProfileChange';
  /** As it was. Null where it was made. */
  readonly before?: Maybe<ScanProfileVersion>;
  /** As it became. Null where it was deleted. */
  readonly after?: Maybe<ScanProfileVersion>;
};

/** A profile as it stood at a time. */
export type ScanProfileVersion = {
  readonly __typename?: 'ScanProfileVersion';
  /** Its name. */
  readonly name: Scalars['String']['output'];
  /** What it was for. */
  readonly description: Scalars['String']['output'];
  /** What was scanned for. */
  readonly scanType: SecurityScanProfileType;
  /** What made the scanner run. */
  readonly triggers: ReadonlyArray<ScanProfileTriggerType>;
  /** How the scanner was configured, by type of trigger, the defaults included. */
  readonly configuration: Scalars['JSON']['output'];
  /** The number of the version. */
  readonly lockVersion: Scalars['Int']['output'];
};

/** A trigger of a profile, and how the scanner is to be configured for it. */
export type SecurityScanProfileTriggerInput = {
  /** What is to make the scanner run: one that the scan type allows, each once. */
  readonly triggerType: ScanProfileTriggerType;
  /** The member that fits scan type and trigger; at most 64 KB (65,536 bytes) as JSON. Without it the defaults hold. */
  readonly configuration?: InputMaybe<SecurityScanProfileConfigurationInput>;
};

/**
 * How a scanner is to be configured: exactly one member, the one for the scan type. GIT_PUSH_EVENT and the triggers of
 * DEPENDENCY_SCANNING take none. Every value may be left out, or null: then its default holds.
 */
export type SecurityScanProfileConfigurationInput =
  /** For SECRET_DETECTION in pipelines. */
  { readonly secretDetection: SecurityScanProfileSecretDetectionConfigurationInput; readonly sast?: never; readonly dependencyScanningPostProcessing?: never; readonly triageAndRemediation?: never; }
  |  /** For SAST in pipelines. */
  { readonly secretDetection?: never; readonly sast: SecurityScanProfileSastConfigurationInput; readonly dependencyScanningPostProcessing?: never; readonly triageAndRemediation?: never; }
  |  /** For DEPENDENCY_SCANNING_POST_PROCESSING by SBOM_INGESTED. */
  { readonly secretDetection?: never; readonly sast?: never; readonly dependencyScanningPostProcessing: SecurityScanProfileDependencyScanningPostProcessingConfigurationInput; readonly triageAndRemediation?: never; }
  |  /** For TRIAGE_AND_REMEDIATION. */
  { readonly secretDetection?: never; readonly sast?: never; readonly dependencyScanningPostProcessing?: never; readonly triageAndRemediation: SecurityScanProfileTriageAndRemediationConfigurationInput; };

/** How secret detection is to run in pipelines. */
export type SecurityScanProfileSecretDetectionConfigurationInput = {
  /** Where the images of analyzers come from: one line of 1 to 1,024 characters. Default `$CI_TEMPLATE_REGISTRY_HOST/security-products`. */
  readonly secureAnalyzersPrefix?: InputMaybe<Scalars['String']['input']>;
  /** Which images of analyzers are taken. Default DEFAULT. */
  readonly imageSuffix?: InputMaybe<SecurityScanProfileImageSuffix>;
  /** Whether all commits are scanned, not only the new ones. Default false. */
  readonly historicScan?: InputMaybe<Scalars['Boolean']['input']>;
  /** Options for the listing of the commits that are scanned, as `git log` takes them: one line of 1 to 1,024 characters. No default. */
  readonly logOptions?: InputMaybe<Scalars['String']['input']>;
  /** Paths that are not scanned: at most 1,000, each one line of 1 to 1,024 characters. Default none. */
  readonly excludedPaths?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Where a ruleset of one's own is, as a reference to a Git repository: one line of 1 to 1,024 characters. No default. */
  readonly rulesetGitReference?: InputMaybe<Scalars['String']['input']>;
};

/** How SAST is to run in pipelines. */
export type SecurityScanProfileSastConfigurationInput = {
  /** Where the images of analyzers come from: one line of 1 to 1,024 characters. Default `$CI_TEMPLATE_REGISTRY_HOST/security-products`. */
  readonly secureAnalyzersPrefix?: InputMaybe<Scalars['String']['input']>;
  /** Which images of analyzers are taken. Default DEFAULT. */
  readonly imageSuffix?: InputMaybe<SecurityScanProfileImageSuffix>;
  /** Which version of analyzers is taken: one line of 1 to 128 characters. No default: each analyzer has its own. */
  readonly analyzerImageTag?: InputMaybe<Scalars['String']['input']>;
  /** Analyzers that do not run: at most 50, each one line of 1 to 255 characters. Default none. */
  readonly excludedAnalyzers?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Paths whose findings are left out: at most 1,000, each one line of 1 to 1,024 characters. Default `spec`, `test`, `tests`, `tmp`. */
  readonly excludedPaths?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Whether Advanced SAST scans only what a merge request changes. Default false. */
  readonly advancedSastPartialScan?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether Advanced SAST goes by the results of its last scan. Default false. */
  readonly gitlabAdvSastIncrScan?: InputMaybe<Scalars['Boolean']['input']>;
};

/** What is to follow from a new list of components. */
export type SecurityScanProfileDependencyScanningPostProcessingConfigurationInput = {
  /** How vulnerable dependencies are updated. */
  readonly autoRemediation?: InputMaybe<SecurityScanProfileAutoRemediationInput>;
};

/** How vulnerable dependencies are to be updated. */
export type SecurityScanProfileAutoRemediationInput = {
  /** Whether they are. Default true. */
  readonly enabled?: InputMaybe<Scalars['Boolean']['input']>;
  /** Days for which a release has to be out before it is taken: 0 to 365. Default 7. */
  readonly cooldown?: InputMaybe<Scalars['Int']['input']>;
  /** From which severity on. Default HIGH; in TRIAGE_AND_REMEDIATION MEDIUM. */
  readonly severityLevel?: InputMaybe<SecurityScanProfileSeverityLevel>;
  /** The widest step between two versions. Default MINOR. */
  readonly upgradePolicy?: InputMaybe<SecurityScanProfileUpgradePolicy>;
  /** Merge requests that are open at once, at most: 1 to 30. Default 10. */
  readonly openMergeRequestsLimit?: InputMaybe<Scalars['Int']['input']>;
};

/** How a trigger of TRIAGE_AND_REMEDIATION is to be configured: exactly one member, the one for the trigger. */
export type SecurityScanProfileTriageAndRemediationConfigurationInput =
  /** For SBOM_INGESTED. */
  { readonly sbomIngested: SecurityScanProfileDependencyScanningPostProcessingConfigurationInput; readonly sastFalsePositive?: never; readonly sastVulnerabilityResolution?: never; readonly secretDetectionFalsePositive?: never; readonly vulnerabilityEnrichment?: never; }
  |  /** For SAST_FALSE_POSITIVE. */
  { readonly sbomIngested?: never; readonly sastFalsePositive: SecurityScanProfileSastFalsePositiveInput; readonly sastVulnerabilityResolution?: never; readonly secretDetectionFalsePositive?: never; readonly vulnerabilityEnrichment?: never; }
  |  /** For SAST_VULNERABILITY_RESOLUTION. */
  { readonly sbomIngested?: never; readonly sastFalsePositive?: never; readonly sastVulnerabilityResolution: SecurityScanProfileSastVulnerabilityResolutionInput; readonly secretDetectionFalsePositive?: never; readonly vulnerabilityEnrichment?: never; }
  |  /** For SECRET_DETECTION_FALSE_POSITIVE. */
  { readonly sbomIngested?: never; readonly sastFalsePositive?: never; readonly sastVulnerabilityResolution?: never; readonly secretDetectionFalsePositive: SecurityScanProfileSecretDetectionFalsePositiveInput; readonly vulnerabilityEnrichment?: never; }
  |  /** For VULNERABILITY_ENRICHMENT. */
  { readonly sbomIngested?: never; readonly sastFalsePositive?: never; readonly sastVulnerabilityResolution?: never; readonly secretDetectionFalsePositive?: never; readonly vulnerabilityEnrichment: SecurityScanProfileVulnerabilityEnrichmentInput; };

/** How findings of SAST that may be none are to be judged. */
export type SecurityScanProfileSastFalsePositiveInput = {
  /** From which severity on. Default MEDIUM. */
  readonly severityLevel?: InputMaybe<SecurityScanProfileSeverityLevel>;
  /** Which weaknesses: at most 50. Default none, which means all. */
  readonly cweClasses?: InputMaybe<ReadonlyArray<Scalars['CweIdentifier']['input']>>;
  /** Who starts it. Default AUTO. */
  readonly runMode?: InputMaybe<SecurityScanProfileRunMode>;
};

/** How findings of SAST are to be repaired. */
export type SecurityScanProfileSastVulnerabilityResolutionInput = {
  /** From which severity on. Default MEDIUM. */
  readonly severityLevel?: InputMaybe<SecurityScanProfileSeverityLevel>;
  /** Which weaknesses: at most 50. Default none, which means all. */
  readonly cweClasses?: InputMaybe<ReadonlyArray<Scalars['CweIdentifier']['input']>>;
  /** Who starts it. Default AUTO. */
  readonly runMode?: InputMaybe<SecurityScanProfileRunMode>;
  /** Merge requests that are open at once, at most: 1 to 30. Default 10. */
  readonly openMergeRequestsLimit?: InputMaybe<Scalars['Int']['input']>;
  /** How sure it has to be that a finding is a real one. Default MEDIUM. */
  readonly falsePositiveConfidence?: InputMaybe<SecurityScanProfileFalsePositiveConfidence>;
};

/** How findings of secret detection that may be none are to be judged. */
export type SecurityScanProfileSecretDetectionFalsePositiveInput = {
  /** Who starts it. Default AUTO. */
  readonly runMode?: InputMaybe<SecurityScanProfileRunMode>;
};

/** How more is to be found out about findings. */
export type SecurityScanProfileVulnerabilityEnrichmentInput = {
  /** From which severity on. Default INFO. */
  readonly severityLevel?: InputMaybe<SecurityScanProfileSeverityLevel>;
  /** Who starts it. Default AUTO. */
  readonly runMode?: InputMaybe<SecurityScanProfileRunMode>;
};

/** A trigger of a scan profile, and how the scanner is configured for it. */
export type ScanProfileTriggerSetting = {
  readonly __typename?: 'ScanProfileTriggerSetting';
  /** What makes the scanner run. */
  readonly triggerType: ScanProfileTriggerType;
  /**
   * Everything that holds, the defaults included; a member is null where there is neither a value nor a default. Null where
   * the trigger takes no configuration.
   */
  readonly configuration?: Maybe<ScanProfileConfiguration>;
  /** What is stored: with `stripDefaults` only what differs from the defaults. Null where the trigger takes no configuration. */
  readonly overrides?: Maybe<Scalars['JSON']['output']>;
};

/** How a scanner is configured for a trigger: which type it is follows from the scan type and the trigger. */
export type ScanProfileConfiguration = SecretDetectionConfiguration | SastConfiguration | DependencyScanningPostProcessingConfiguration | SastFalsePositiveConfiguration | SastVulnerabilityResolutionConfiguration | SecretDetectionFalsePositiveConfiguration | VulnerabilityEnrichmentConfiguration;

/** How secret detection runs in pipelines. Bounds and defaults are those of `SecurityScanProfileSecretDetectionConfigurationInput`. */
export type SecretDetectionConfiguration = {
  readonly __typename?: 'SecretDetectionConfiguration';
  /** Where the images of analyzers come from. */
  readonly secureAnalyzersPrefix?: Maybe<Scalars['String']['output']>;
  /** Which images of analyzers are taken. */
  readonly imageSuffix?: Maybe<SecurityScanProfileImageSuffix>;
  /** Whether all commits are scanned, not only the new ones. */
  readonly historicScan?: Maybe<Scalars['Boolean']['output']>;
  /** Options for the listing of the commits that are scanned. */
  readonly logOptions?: Maybe<Scalars['String']['output']>;
  /** Paths that are not scanned. */
  readonly excludedPaths?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Where a ruleset of one's own is. */
  readonly rulesetGitReference?: Maybe<Scalars['String']['output']>;
};

/** How SAST runs in pipelines. Bounds and defaults are those of `SecurityScanProfileSastConfigurationInput`. */
export type SastConfiguration = {
  readonly __typename?: 'SastConfiguration';
  /** Where the images of analyzers come from. */
  readonly secureAnalyzersPrefix?: Maybe<Scalars['String']['output']>;
  /** Which images of analyzers are taken. */
  readonly imageSuffix?: Maybe<SecurityScanProfileImageSuffix>;
  /** Which version of analyzers is taken. */
  readonly analyzerImageTag?: Maybe<Scalars['String']['output']>;
  /** Analyzers that do not run. */
  readonly excludedAnalyzers?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Paths whose findings are left out. */
  readonly excludedPaths?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Whether Advanced SAST scans only what a merge request changes. */
  readonly advancedSastPartialScan?: Maybe<Scalars['Boolean']['output']>;
  /** Whether Advanced SAST goes by the results of its last scan. */
  readonly gitlabAdvSastIncrScan?: Maybe<Scalars['Boolean']['output']>;
};

/** What follows from a new list of components. Bounds and defaults are those of `SecurityScanProfileAutoRemediationInput`. */
export type DependencyScanningPostProcessingConfiguration = {
  readonly __typename?: 'DependencyScanningPostProcessingConfiguration';
  /** How vulnerable dependencies are updated. */
  readonly autoRemediation?: Maybe<AutoRemediationConfiguration>;
};

/** How vulnerable dependencies are updated. */
export type AutoRemediationConfiguration = {
  readonly __typename?: 'AutoRemediationConfiguration';
  /** Whether they are. */
  readonly enabled?: Maybe<Scalars['Boolean']['output']>;
  /** Days for which a release has to be out before it is taken. */
  readonly cooldown?: Maybe<Scalars['Int']['output']>;
  /** From which severity on. */
  readonly severityLevel?: Maybe<SecurityScanProfileSeverityLevel>;
  /** The widest step between two versions. */
  readonly upgradePolicy?: Maybe<SecurityScanProfileUpgradePolicy>;
  /** Merge requests that are open at once, at most. */
  readonly openMergeRequestsLimit?: Maybe<Scalars['Int']['output']>;
};

/** How findings of SAST that may be none are judged. Bounds and defaults are those of `SecurityScanProfileSastFalsePositiveInput`. */
export type SastFalsePositiveConfiguration = {
  readonly __typename?: 'SastFalsePositiveConfiguration';
  /** From which severity on. */
  readonly severityLevel?: Maybe<SecurityScanProfileSeverityLevel>;
  /** Which weaknesses; all of them where there is none. */
  readonly cweClasses?: Maybe<ReadonlyArray<Scalars['CweIdentifier']['output']>>;
  /** Who starts it. */
  readonly runMode?: Maybe<SecurityScanProfileRunMode>;
};

/** How findings of SAST are repaired. Bounds and defaults are those of `SecurityScanProfileSastVulnerabilityResolutionInput`. */
export type SastVulnerabilityResolutionConfiguration = {
  readonly __typename?: 'SastVulnerabilityResolutionConfiguration';
  /** From which severity on. */
  readonly severityLevel?: Maybe<SecurityScanProfileSeverityLevel>;
  /** Which weaknesses; all of them where there is none. */
  readonly cweClasses?: Maybe<ReadonlyArray<Scalars['CweIdentifier']['output']>>;
  /** Who starts it. */
  readonly runMode?: Maybe<SecurityScanProfileRunMode>;
  /** Merge requests that are open at once, at most. */
  readonly openMergeRequestsLimit?: Maybe<Scalars['Int']['output']>;
  /** How sure it has to be that a finding is a real one. */
  readonly falsePositiveConfidence?: Maybe<SecurityScanProfileFalsePositiveConfidence>;
};

/** How findings of secret detection that may be none are judged. Defaults are those of `SecurityScanProfileSecretDetectionFalsePositiveInput`. */
export type SecretDetectionFalsePositiveConfiguration = {
  readonly __typename?: 'SecretDetectionFalsePositiveConfiguration';
  /** Who starts it. */
  readonly runMode?: Maybe<SecurityScanProfileRunMode>;
};

/** How more is found out about findings. Defaults are those of `SecurityScanProfileVulnerabilityEnrichmentInput`. */
export type VulnerabilityEnrichmentConfiguration = {
  readonly __typename?: 'VulnerabilityEnrichmentConfiguration';
  /** From which severity on. */
  readonly severityLevel?: Maybe<SecurityScanProfileSeverityLevel>;
  /** Who starts it. */
  readonly runMode?: Maybe<SecurityScanProfileRunMode>;
};

/** Which images of analyzers are taken. */
export type SecurityScanProfileImageSuffix =
  /** The usual ones. */
  | 'DEFAULT'
  /** Those with cryptography that is validated by FIPS 140. */
  | 'FIPS';

/** How severe a finding is, from the least on. */
export type SecurityScanProfileSeverityLevel =
  /** Good to know: with it every finding counts. */
  | 'INFO'
  /** Low. */
  | 'LOW'
  /** Medium. */
  | 'MEDIUM'
  /** High. */
  | 'HIGH'
  /** Critical. */
  | 'CRITICAL';

/** The widest step between two versions of a dependency, by semantic versioning. */
export type SecurityScanProfileUpgradePolicy =
  /** Repairs alone: from 1.2.3 to 1.2.4. */
  | 'PATCH'
  /** New functions too: from 1.2.3 to 1.3.0. */
  | 'MINOR'
  /** Whatever repairs it, from 1.2.3 to 2.0.0 too. */
  | 'MAJOR';

/** Who starts what follows a finding. */
export type SecurityScanProfileRunMode =
  /** Somebody who asks for it. */
  | 'MANUAL'
  /** It starts by itself. */
  | 'AUTO';

/** How sure something is. */
export type SecurityScanProfileFalsePositiveConfidence =
  /** Not very. */
  | 'LOW'
  /** Fairly. */
  | 'MEDIUM'
  /** Very. */
  | 'HIGH';

/** What `securityScanProfileCreate` is to make. */
export type SecurityScanProfileCreateInput = {
  /** The top-level group. */
  readonly namespaceId: Scalars['NamespaceID']['input'];
  /** What is scanned for: it decides which triggers there can be, and cannot be changed later. */
  readonly scanType: SecurityScanProfileType;
  /**
   * 1 to 255 characters, space around them not counted. Unique for its scan type in the top-level group, whatever its case;
   * not that of a template.
   */
  readonly name: Scalars['String']['input'];
  /** What it is for: at most 2,047 characters. */
  readonly description: Scalars['String']['input'];
  /** What makes the scanner run: at least one trigger. */
  readonly triggers: ReadonlyArray<SecurityScanProfileTriggerInput>;
  /**
   * Whether values that are the defaults are left to the defaults. Otherwise they are stored as they are given. What is shown
   * is the same.
   */
  readonly stripDefaults?: InputMaybe<Scalars['Boolean']['input']>;
  /** Any text; the answer repeats it. */
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** What came of making a profile. */
export type SecurityScanProfileCreatePayload = {
  readonly __typename?: 'SecurityScanProfileCreatePayload';
  /** The profile. Null if it was refused. */
  readonly scanProfile?: Maybe<ScanProfileType>;
  /** Why it was refused, a line each. */
  readonly errors: ReadonlyArray<Scalars['String']['output']>;
  /** The entry in the log, which has ended. Null if it was refused. */
  readonly operation?: Maybe<SecurityScanProfileOperation>;
  /** The text of the input. */
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** What `securityScanProfileUpdate` is to change. What is left out, or null, stays as it is. */
export type SecurityScanProfileUpdateInput = {
  /** The profile. */
  readonly id: Scalars['SecurityScanProfileID']['input'];
  /** 1 to 255 characters, space around them not counted. Unique for its scan type in the top-level group, whatever its case. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** At most 2,047 characters. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** Replaces all triggers and their configurations: at least one. */
  readonly triggers?: InputMaybe<ReadonlyArray<SecurityScanProfileTriggerInput>>;
  /** Whether values that are the defaults are left to the defaults. Otherwise they are stored as they are given. */
  readonly stripDefaults?: InputMaybe<Scalars['Boolean']['input']>;
  /**
   * The `lockVersion` that was read: the update is refused if it is no longer that one. Without it only an update that is made
   * at the same moment refuses it.
   */
  readonly lockVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Any text; the answer repeats it. */
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** What came of changing a profile. */
export type SecurityScanProfileUpdatePayload = {
  readonly __typename?: 'SecurityScanProfileUpdatePayload';
  /** The profile as it is now. Null if the change was refused. */
  readonly scanProfile?: Maybe<ScanProfileType>;
  /** Why it was refused, a line each. */
  readonly errors: ReadonlyArray<Scalars['String']['output']>;
  /** The entry in the log, which has ended. Null if it was refused, and where nothing differs. */
  readonly operation?: Maybe<SecurityScanProfileOperation>;
  /** The text of the input. */
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** What `securityScanProfileDelete` is to delete. */
export type SecurityScanProfileDeleteInput = {
  /** The profile. */
  readonly id: Scalars['SecurityScanProfileID']['input'];
  /** Only counts the projects that it would be taken from: the operation is a preview. */
  readonly dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The `lockVersion` that was read: the deletion is refused if it is no longer that one. */
  readonly lockVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Any text; the answer repeats it. */
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** What came of deleting a profile. */
export type SecurityScanProfileDeletePayload = {
  readonly __typename?: 'SecurityScanProfileDeletePayload';
  /** The profile that is gone. Null if it was refused, and in a preview. */
  readonly deletedScanProfileId?: Maybe<Scalars['SecurityScanProfileID']['output']>;
  /** Why it was refused, a line each. */
  readonly errors: ReadonlyArray<Scalars['String']['output']>;
  /** What takes it from its projects, to be watched. Null if it was refused. */
  readonly operation?: Maybe<SecurityScanProfileOperation>;
  /** The text of the input. */
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** Which scanner runs on which triggers. It belongs to a top-level group and can be attached to the projects below. */
export type ScanProfileType = {
  readonly __typename?: 'ScanProfileType';
  /** Global id. That of a template names its key, such as `gid://gitlab/Security::ScanProfile/secret_detection`. */
  readonly id: Scalars['SecurityScanProfileID']['output'];
  /** Name, unique for its scan type in its top-level group. */
  readonly name: Scalars['String']['output'];
  /** What it is for. */
  readonly description: Scalars['String']['output'];
  /** What is scanned for. */
  readonly scanType: SecurityScanProfileType;
  /** Whether it is a template, or the profile that was made from one. */
  readonly gitlabRecommended: Scalars['Boolean']['output'];
  /** When it was made. Null for a template. */
  readonly createdAt?: Maybe<Scalars['Time']['output']>;
  /** When it was last changed. Null for a template. */
  readonly updatedAt?: Maybe<Scalars['Time']['output']>;
  /** What makes the scanner run. */
  readonly triggers: ReadonlyArray<ScanProfileTriggerType>;
  /**
   * How often it was changed, beginning with 1: an update that names it is refused once somebody else has made another one.
   * Null for a template.
   */
  readonly lockVersion?: Maybe<Scalars['Int']['output']>;
  /**
   * How the scanner is configured, by type of trigger: everything that holds, the defaults included. Only triggers that take
   * a configuration are there.
   */
  readonly configuration: Scalars['JSON']['output'];
  /** Its triggers, in the order of `triggers`, each with its configuration. */
  readonly triggerSettings?: Maybe<ReadonlyArray<ScanProfileTriggerSetting>>;
};

/** What a scan profile scans for. */
export type SecurityScanProfileType =
  /** Secrets in commits. */
  | 'SECRET_DETECTION'
  /** Weaknesses in source code. */
  | 'SAST'
  /** Known vulnerabilities in container images. */
  | 'CONTAINER_SCANNING'
  /** Dependencies with known vulnerabilities. */
  | 'DEPENDENCY_SCANNING'
  /** Updates that repair vulnerable dependencies. */
  | 'DEPENDENCY_SCANNING_POST_PROCESSING'
  /** Judging and repairing what other scans have found. */
  | 'TRIAGE_AND_REMEDIATION'
  /** Mistakes in business logic. */
  | 'BUSINESS_LOGIC';

/** What makes a scanner run. */
export type ScanProfileTriggerType =
  /** A push, before it is accepted. */
  | 'GIT_PUSH_EVENT'
  /** A pipeline on the default branch. */
  | 'DEFAULT_BRANCH_PIPELINE'
  /** A pipeline of a merge request. */
  | 'MERGE_REQUEST_PIPELINE'
  /** A new list of the components that a project is made of. */
  | 'SBOM_INGESTED'
  /** A finding of SAST that may be none. */
  | 'SAST_FALSE_POSITIVE'
  /** A finding of SAST that may be repaired. */
  | 'SAST_VULNERABILITY_RESOLUTION'
  /** A finding of secret detection that may be none. */
  | 'SECRET_DETECTION_FALSE_POSITIVE'
  /** A finding about which more can be found out. */
  | 'VULNERABILITY_ENRICHMENT';

/** An attached scan profile with what its scans say about it. */
export type ScanProfileProjectStatus = {
  readonly __typename?: 'ScanProfileProjectStatus';
  /** The profile. */
  readonly scanProfile: ScanProfileType;
  /** In one word. */
  readonly status: ScanProfileStatus;
  /** How many of the latest scans failed, back to the last one that did not. */
  readonly consecutiveFailureCount: Scalars['Int']['output'];
  /** How many of the latest scans succeeded, back to the last one that did not. */
  readonly consecutiveSuccessCount: Scalars['Int']['output'];
  /** When the last scan ended. Null where nothing was scanned since the profile was attached. */
  readonly lastScanAt?: Maybe<Scalars['Time']['output']>;
  /** The pipeline or build of the last scan. */
  readonly buildId?: Maybe<Scalars['String']['output']>;
};

/** How well an attached profile, or a project, is scanned. */
export type ScanProfileStatus =
  /** No profile is attached. Only of projects as a whole. */
  | 'NOT_CONFIGURED'
  /** Attached, and nothing was scanned yet. */
  | 'PENDING'
  /** The last scan succeeded. */
  | 'ACTIVE'
  /** The last one or two scans failed. */
  | 'WARNING'
  /** The last three scans failed, or more. */
  | 'FAILED'
  /** Nothing was scanned for 90 days. */
  | 'STALE';

/** How a scan ended. */
export type SecurityScanResult =
  /** It came to its end, whatever it found. */
  | 'SUCCESS'
  /** It did not. */
  | 'FAILED';

/** How a scan of a project ended. */
export type ReportSecurityScanInput = {
  /** The project that was scanned. */
  readonly projectId: Scalars['ProjectID']['input'];
  /** What was scanned for: it counts for every attached profile of this scan type that has the trigger. Not together with `securityScanProfileId`. */
  readonly scanType?: InputMaybe<SecurityScanProfileType>;
  /** The attached profile that was scanned for, or the template that it was made from. Not together with `scanType`. */
  readonly securityScanProfileId?: InputMaybe<Scalars['SecurityScanProfileID']['input']>;
  /**
   * Whether something else than a scan profile made the scanner run, such as the project's own pipeline configuration. It gives
   * no status: an attach in the mode FILL_SCAN_GAPS leaves the project out for 90 days. Only together with `scanType`.
   */
  readonly external?: InputMaybe<Scalars['Boolean']['input']>;
  /** What made the scanner run. */
  readonly trigger: ScanProfileTriggerType;
  /** How it ended. */
  readonly result: SecurityScanResult;
  /** The pipeline or build, 1 to 100 characters. Of two reports with the same trigger and build the one that ended later counts. */
  readonly buildId: Scalars['String']['input'];
  /**
   * When it ended, at most five minutes from now. Without it now; and where the same result of the same trigger and build is
   * known already, when it was first told.
   */
  readonly finishedAt?: InputMaybe<Scalars['Time']['input']>;
  /** Any text; the answer repeats it. */
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** What came of a report. */
export type ReportSecurityScanPayload = {
  readonly __typename?: 'ReportSecurityScanPayload';
  /**
   * The statuses that it was for, as they are now. None where no such profile is attached: then nothing was recorded; and none
   * for an external scan.
   */
  readonly statuses: ReadonlyArray<ScanProfileProjectStatus>;
  /** Why nothing was recorded. */
  readonly errors: ReadonlyArray<Scalars['String']['output']>;
  /** The text of the input. */
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** What can be asked. Every question needs a token; what the caller may not see is null, as if it did not exist. */
export type Query = {
  readonly __typename?: 'Query';
  /** The group at a path. Null if there is none, or if the caller is a member of neither it nor a group above it. */
  readonly group?: Maybe<Group>;
  /** An operation by its id. Null if there is none, or if the caller may not read profiles of its top-level group. */
  readonly securityScanProfileOperation?: Maybe<SecurityScanProfileOperation>;
  /** The project at a path. Null if there is none, or if the caller is a member of neither it nor a group above it. */
  readonly project?: Maybe<Project>;
  /**
   * A scan profile by its id, for who may read profiles in any group or project of its top-level group. All others get the
   * same error as for one that does not exist. Of a user's memberships the first 1,000 count, groups before projects. By a
   * template's id the template, for everybody.
   */
  readonly securityScanProfile: ScanProfileType;
  /** Who is asking. */
  readonly currentUser: User;
};


/** What can be asked. Every question needs a token; what the caller may not see is null, as if it did not exist. */
export type QueryGroupArgs = {
  fullPath: Scalars['ID']['input'];
};


/** What can be asked. Every question needs a token; what the caller may not see is null, as if it did not exist. */
export type QuerySecurityScanProfileOperationArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. Every question needs a token; what the caller may not see is null, as if it did not exist. */
export type QueryProjectArgs = {
  fullPath: Scalars['ID']['input'];
};


/** What can be asked. Every question needs a token; what the caller may not see is null, as if it did not exist. */
export type QuerySecurityScanProfileArgs = {
  id: Scalars['SecurityScanProfileID']['input'];
};

/** What can be changed. */
export type Mutation = {
  readonly __typename?: 'Mutation';
  /**
   * Attaches a scan profile to projects and to all projects of groups; unless `mode` says otherwise it keeps what else is
   * attached. Projects are done before the answer; groups follow, and the operation tells how far they are. Needs
   * `admin_security_profiles` on the top-level group.
   */
  readonly attachSecurityScanProfile?: Maybe<SecurityScanProfileAttachPayload>;
  /**
   * Attaches a scan profile as GitLab's clients expect: unless `mode` says otherwise it replaces other profiles of the same
   * scan type. Otherwise like `attachSecurityScanProfile`.
   */
  readonly securityScanProfileAttach?: Maybe<SecurityScanProfileAttachPayload>;
  /**
   * Detaches a scan profile from projects and from all projects of groups. Projects are done before the answer; groups
   * follow, and the operation tells how far they are. Needs `admin_security_profiles` on the top-level group.
   */
  readonly detachSecurityScanProfile?: Maybe<SecurityScanProfileDetachPayload>;
  /** The same as `detachSecurityScanProfile`, under the name that GitLab's clients ask for. */
  readonly securityScanProfileDetach?: Maybe<SecurityScanProfileDetachPayload>;
  /**
   * Does what a preview showed, on the projects that are still as they were then: one that was changed since is left alone,
   * with CHANGED_SINCE_PREVIEW. Needs, like all changes of operations, `admin_security_profiles` on the top-level group.
   */
  readonly applySecurityScanProfileOperation?: Maybe<SecurityScanProfileOperationPayload>;
  /** Does again what an operation did, on the projects that failed. */
  readonly retrySecurityScanProfileOperation?: Maybe<SecurityScanProfileOperationPayload>;
  /**
   * Takes back what an operation did: removes what it attached and attaches what it removed, where nothing has changed it
   * since. It is an operation too, and can be undone.
   */
  readonly undoSecurityScanProfileOperation?: Maybe<SecurityScanProfileOperationPayload>;
  /** Stops an operation: what is done stays and can be undone, what is not done yet will not be. */
  readonly cancelSecurityScanProfileOperation?: Maybe<SecurityScanProfileOperationPayload>;
  /**
   * Attaches again, by profiles of the present top-level group, what lapsed when a former top-level group was moved into it:
   * recommended profiles by its own, others by copies of them.
   */
  readonly adoptSecurityScanProfiles?: Maybe<SecurityScanProfileOperationPayload>;
  /**
   * Makes a token with which scripts and other clients can ask as the caller, in `Authorization: Bearer` or
   * `PRIVATE-TOKEN`. Needs a token of the issuer: with a personal access token no further one can be made, which would
   * outlive its revocation.
   */
  readonly personalAccessTokenCreate?: Maybe<PersonalAccessTokenCreatePayload>;
  /** Ends a token of the caller, from this moment on. Ending it once more changes nothing. */
  readonly personalAccessTokenRevoke?: Maybe<PersonalAccessTokenRevokePayload>;
  /**
   * Makes a scan profile of a top-level group. Needs to be Maintainer or up of it. What is wrong with the input is in
   * `errors`, all of it; then nothing is made.
   */
  readonly securityScanProfileCreate?: Maybe<SecurityScanProfileCreatePayload>;
  /**
   * Changes a scan profile, at once for every project that it is attached to. Needs to be Maintainer or up of its top-level
   * group. What is wrong with the input is in `errors`, all of it; then nothing is changed. Recommended profiles cannot be
   * changed.
   */
  readonly securityScanProfileUpdate?: Maybe<SecurityScanProfileUpdatePayload>;
  /**
   * Deletes a scan profile: nobody sees it any more from the answer on, and its name is free. The operation takes it from the
   * projects that it is attached to. Needs to be Maintainer or up of its top-level group. Recommended profiles cannot be
   * deleted.
   */
  readonly securityScanProfileDelete?: Maybe<SecurityScanProfileDeletePayload>;
  /**
   * Says how a scan of a project ended, for pipelines that cannot put an event on the bus. The same may be said any number
   * of times, late and in any order. Needs `read_security_profiles` on the project, and a token that may change something.
   */
  readonly reportSecurityScan?: Maybe<ReportSecurityScanPayload>;
};


/** What can be changed. */
export type MutationAttachSecurityScanProfileArgs = {
  input: AttachSecurityScanProfileInput;
};


/** What can be changed. */
export type MutationSecurityScanProfileAttachArgs = {
  input: SecurityScanProfileAttachInput;
};


/** What can be changed. */
export type MutationDetachSecurityScanProfileArgs = {
  input: DetachSecurityScanProfileInput;
};


/** What can be changed. */
export type MutationSecurityScanProfileDetachArgs = {
  input: SecurityScanProfileDetachInput;
};


/** What can be changed. */
export type MutationApplySecurityScanProfileOperationArgs = {
  input: ApplySecurityScanProfileOperationInput;
};


/** What can be changed. */
export type MutationRetrySecurityScanProfileOperationArgs = {
  input: RetrySecurityScanProfileOperationInput;
};


/** What can be changed. */
export type MutationUndoSecurityScanProfileOperationArgs = {
  input: UndoSecurityScanProfileOperationInput;
};


/** What can be changed. */
export type MutationCancelSecurityScanProfileOperationArgs = {
  input: CancelSecurityScanProfileOperationInput;
};


/** What can be changed. */
export type MutationAdoptSecurityScanProfilesArgs = {
  input: AdoptSecurityScanProfilesInput;
};


/** What can be changed. */
export type MutationPersonalAccessTokenCreateArgs = {
  input: PersonalAccessTokenCreateInput;
};


/** What can be changed. */
export type MutationPersonalAccessTokenRevokeArgs = {
  input: PersonalAccessTokenRevokeInput;
};


/** What can be changed. */
export type MutationSecurityScanProfileCreateArgs = {
  input: SecurityScanProfileCreateInput;
};


/** What can be changed. */
export type MutationSecurityScanProfileUpdateArgs = {
  input: SecurityScanProfileUpdateInput;
};


/** What can be changed. */
export type MutationSecurityScanProfileDeleteArgs = {
  input: SecurityScanProfileDeleteInput;
};


/** What can be changed. */
export type MutationReportSecurityScanArgs = {
  input: ReportSecurityScanInput;
};

/** A user, as the issuer of tokens and the memberships know them. */
export type User = {
  readonly __typename?: 'User';
  /** The `sub` of the user's tokens, which is the `user_id` of memberships. `system` for what an event has caused. */
  readonly id: Scalars['ID']['output'];
  /**
   * The user's personal access tokens, the newest first, those that ended in the last 30 days included: at most 500. Null
   * for everybody but the caller.
   */
  readonly personalAccessTokens?: Maybe<ReadonlyArray<PersonalAccessToken>>;
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;



/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  ScanProfileConfiguration:
    | ( SecretDetectionConfiguration )
    | ( SastConfiguration )
    | ( DependencyScanningPostProcessingConfiguration )
    | ( SastFalsePositiveConfiguration )
    | ( SastVulnerabilityResolutionConfiguration )
    | ( SecretDetectionFalsePositiveConfiguration )
    | ( VulnerabilityEnrichmentConfiguration )
  ;
};


/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  SecurityScanProfileAttachMode: SecurityScanProfileAttachMode;
  AttachSecurityScanProfileInput: AttachSecurityScanProfileInput;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  SecurityScanProfileAttachInput: SecurityScanProfileAttachInput;
  SecurityScanProfileAttachPayload: ResolverTypeWrapper<Omit<SecurityScanProfileAttachPayload, 'operation'> & { operation?: Maybe<ResolversTypes['SecurityScanProfileOperation']> }>;
  SecurityScanProfileAttachment: ResolverTypeWrapper<AttachmentParent>;
  SecurityScanProfileAttachmentVia: SecurityScanProfileAttachmentVia;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  GroupConnection: ResolverTypeWrapper<GroupConnectionParent>;
  GroupEdge: ResolverTypeWrapper<Omit<GroupEdge, 'node'> & { node: ResolversTypes['Group'] }>;
  ProjectConnection: ResolverTypeWrapper<ProjectConnectionParent>;
  ProjectEdge: ResolverTypeWrapper<Omit<ProjectEdge, 'node'> & { node: ResolversTypes['Project'] }>;
  SecurityScanProfileRemovalConnection: ResolverTypeWrapper<RemovalConnectionParent>;
  SecurityScanProfileRemovalEdge: ResolverTypeWrapper<Omit<SecurityScanProfileRemovalEdge, 'node'> & { node: ResolversTypes['SecurityScanProfileRemoval'] }>;
  SecurityScanProfileCoverage: ResolverTypeWrapper<SecurityScanProfileCoverage>;
  SecurityScanProfileScanTypeCoverage: ResolverTypeWrapper<SecurityScanProfileScanTypeCoverage>;
  SecurityScanProfileStatusCount: ResolverTypeWrapper<SecurityScanProfileStatusCount>;
  DetachSecurityScanProfileInput: DetachSecurityScanProfileInput;
  SecurityScanProfileDetachInput: SecurityScanProfileDetachInput;
  SecurityScanProfileDetachPayload: ResolverTypeWrapper<Omit<SecurityScanProfileDetachPayload, 'operation'> & { operation?: Maybe<ResolversTypes['SecurityScanProfileOperation']> }>;
  Group: ResolverTypeWrapper<GroupParent>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  GroupPermissions: ResolverTypeWrapper<GroupPermissions>;
  SecurityScanProfileOperationConnection: ResolverTypeWrapper<OperationConnectionParent>;
  SecurityScanProfileOperationEdge: ResolverTypeWrapper<Omit<SecurityScanProfileOperationEdge, 'node'> & { node: ResolversTypes['SecurityScanProfileOperation'] }>;
  ApplySecurityScanProfileOperationInput: ApplySecurityScanProfileOperationInput;
  RetrySecurityScanProfileOperationInput: RetrySecurityScanProfileOperationInput;
  UndoSecurityScanProfileOperationInput: UndoSecurityScanProfileOperationInput;
  CancelSecurityScanProfileOperationInput: CancelSecurityScanProfileOperationInput;
  AdoptSecurityScanProfilesInput: AdoptSecurityScanProfilesInput;
  SecurityScanProfileOperationPayload: ResolverTypeWrapper<Omit<SecurityScanProfileOperationPayload, 'operation'> & { operation?: Maybe<ResolversTypes['SecurityScanProfileOperation']> }>;
  SecurityScanProfileResultConnection: ResolverTypeWrapper<ResultConnectionParent>;
  SecurityScanProfileResultEdge: ResolverTypeWrapper<Omit<SecurityScanProfileResultEdge, 'node'> & { node: ResolversTypes['SecurityScanProfileResult'] }>;
  SecurityScanProfileResult: ResolverTypeWrapper<ResultParent>;
  SecurityScanProfileOutcome: SecurityScanProfileOutcome;
  SecurityScanProfileOutcomeCode: SecurityScanProfileOutcomeCode;
  SecurityScanProfileOperation: ResolverTypeWrapper<OperationParent>;
  SecurityScanProfileRemoval: ResolverTypeWrapper<RemovalParent>;
  SecurityScanProfileOperationKind: SecurityScanProfileOperationKind;
  SecurityScanProfileOperationStatus: SecurityScanProfileOperationStatus;
  SecurityScanProfileOperationStopReason: SecurityScanProfileOperationStopReason;
  SecurityScanProfileOperationProgress: ResolverTypeWrapper<SecurityScanProfileOperationProgress>;
  SecurityScanProfileOperationTotals: ResolverTypeWrapper<SecurityScanProfileOperationTotals>;
  PersonalAccessToken: ResolverTypeWrapper<TokenParent>;
  PersonalAccessTokenScope: PersonalAccessTokenScope;
  PersonalAccessTokenCreateInput: PersonalAccessTokenCreateInput;
  PersonalAccessTokenCreatePayload: ResolverTypeWrapper<Omit<PersonalAccessTokenCreatePayload, 'personalAccessToken'> & { personalAccessToken?: Maybe<ResolversTypes['PersonalAccessToken']> }>;
  PersonalAccessTokenRevokeInput: PersonalAccessTokenRevokeInput;
  PersonalAccessTokenRevokePayload: ResolverTypeWrapper<Omit<PersonalAccessTokenRevokePayload, 'personalAccessToken'> & { personalAccessToken?: Maybe<ResolversTypes['PersonalAccessToken']> }>;
  Project: ResolverTypeWrapper<ProjectParent>;
  ProjectPermissions: ResolverTypeWrapper<ProjectPermissions>;
  GroupID: ResolverTypeWrapper<Scalars['GroupID']['output']>;
  ProjectID: ResolverTypeWrapper<Scalars['ProjectID']['output']>;
  NamespaceID: ResolverTypeWrapper<Scalars['NamespaceID']['output']>;
  SecurityScanProfileID: ResolverTypeWrapper<Scalars['SecurityScanProfileID']['output']>;
  Time: ResolverTypeWrapper<Scalars['Time']['output']>;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  CweIdentifier: ResolverTypeWrapper<Scalars['CweIdentifier']['output']>;
  SecurityScanProfileChange: ResolverTypeWrapper<Omit<SecurityScanProfileChange, 'before' | 'after'> & { before?: Maybe<ResolversTypes['ScanProfileVersion']>, after?: Maybe<ResolversTypes['ScanProfileVersion']> }>;
  ScanProfileVersion: ResolverTypeWrapper<VersionParent>;
  SecurityScanProfileTriggerInput: SecurityScanProfileTriggerInput;
  SecurityScanProfileConfigurationInput: SecurityScanProfileConfigurationInput;
  SecurityScanProfileSecretDetectionConfigurationInput: SecurityScanProfileSecretDetectionConfigurationInput;
  SecurityScanProfileSastConfigurationInput: SecurityScanProfileSastConfigurationInput;
  SecurityScanProfileDependencyScanningPostProcessingConfigurationInput: SecurityScanProfileDependencyScanningPostProcessingConfigurationInput;
  SecurityScanProfileAutoRemediationInput: SecurityScanProfileAutoRemediationInput;
  SecurityScanProfileTriageAndRemediationConfigurationInput: SecurityScanProfileTriageAndRemediationConfigurationInput;
  SecurityScanProfileSastFalsePositiveInput: SecurityScanProfileSastFalsePositiveInput;
  SecurityScanProfileSastVulnerabilityResolutionInput: SecurityScanProfileSastVulnerabilityResolutionInput;
  SecurityScanProfileSecretDetectionFalsePositiveInput: SecurityScanProfileSecretDetectionFalsePositiveInput;
  SecurityScanProfileVulnerabilityEnrichmentInput: SecurityScanProfileVulnerabilityEnrichmentInput;
  ScanProfileTriggerSetting: ResolverTypeWrapper<TriggerSettingParent>;
  ScanProfileConfiguration: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ScanProfileConfiguration']>;
  SecretDetectionConfiguration: ResolverTypeWrapper<SecretDetectionConfiguration>;
  SastConfiguration: ResolverTypeWrapper<SastConfiguration>;
  DependencyScanningPostProcessingConfiguration: ResolverTypeWrapper<DependencyScanningPostProcessingConfiguration>;
  AutoRemediationConfiguration: ResolverTypeWrapper<AutoRemediationConfiguration>;
  SastFalsePositiveConfiguration: ResolverTypeWrapper<SastFalsePositiveConfiguration>;
  SastVulnerabilityResolutionConfiguration: ResolverTypeWrapper<SastVulnerabilityResolutionConfiguration>;
  SecretDetectionFalsePositiveConfiguration: ResolverTypeWrapper<SecretDetectionFalsePositiveConfiguration>;
  VulnerabilityEnrichmentConfiguration: ResolverTypeWrapper<VulnerabilityEnrichmentConfiguration>;
  SecurityScanProfileImageSuffix: SecurityScanProfileImageSuffix;
  SecurityScanProfileSeverityLevel: SecurityScanProfileSeverityLevel;
  SecurityScanProfileUpgradePolicy: SecurityScanProfileUpgradePolicy;
  SecurityScanProfileRunMode: SecurityScanProfileRunMode;
  SecurityScanProfileFalsePositiveConfidence: SecurityScanProfileFalsePositiveConfidence;
  SecurityScanProfileCreateInput: SecurityScanProfileCreateInput;
  SecurityScanProfileCreatePayload: ResolverTypeWrapper<Omit<SecurityScanProfileCreatePayload, 'scanProfile' | 'operation'> & { scanProfile?: Maybe<ResolversTypes['ScanProfileType']>, operation?: Maybe<ResolversTypes['SecurityScanProfileOperation']> }>;
  SecurityScanProfileUpdateInput: SecurityScanProfileUpdateInput;
  SecurityScanProfileUpdatePayload: ResolverTypeWrapper<Omit<SecurityScanProfileUpdatePayload, 'scanProfile' | 'operation'> & { scanProfile?: Maybe<ResolversTypes['ScanProfileType']>, operation?: Maybe<ResolversTypes['SecurityScanProfileOperation']> }>;
  SecurityScanProfileDeleteInput: SecurityScanProfileDeleteInput;
  SecurityScanProfileDeletePayload: ResolverTypeWrapper<Omit<SecurityScanProfileDeletePayload, 'operation'> & { operation?: Maybe<ResolversTypes['SecurityScanProfileOperation']> }>;
  ScanProfileType: ResolverTypeWrapper<ProfileParent>;
  SecurityScanProfileType: SecurityScanProfileType;
  ScanProfileTriggerType: ScanProfileTriggerType;
  ScanProfileProjectStatus: ResolverTypeWrapper<StatusParent>;
  ScanProfileStatus: ScanProfileStatus;
  SecurityScanResult: SecurityScanResult;
  ReportSecurityScanInput: ReportSecurityScanInput;
  ReportSecurityScanPayload: ResolverTypeWrapper<Omit<ReportSecurityScanPayload, 'statuses'> & { statuses: ReadonlyArray<ResolversTypes['ScanProfileProjectStatus']> }>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  User: ResolverTypeWrapper<Omit<User, 'personalAccessTokens'> & { personalAccessTokens?: Maybe<ReadonlyArray<ResolversTypes['PersonalAccessToken']>> }>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AttachSecurityScanProfileInput: AttachSecurityScanProfileInput;
  Boolean: Scalars['Boolean']['output'];
  String: Scalars['String']['output'];
  Int: Scalars['Int']['output'];
  SecurityScanProfileAttachInput: SecurityScanProfileAttachInput;
  SecurityScanProfileAttachPayload: Omit<SecurityScanProfileAttachPayload, 'operation'> & { operation?: Maybe<ResolversParentTypes['SecurityScanProfileOperation']> };
  SecurityScanProfileAttachment: AttachmentParent;
  PageInfo: PageInfo;
  GroupConnection: GroupConnectionParent;
  GroupEdge: Omit<GroupEdge, 'node'> & { node: ResolversParentTypes['Group'] };
  ProjectConnection: ProjectConnectionParent;
  ProjectEdge: Omit<ProjectEdge, 'node'> & { node: ResolversParentTypes['Project'] };
  SecurityScanProfileRemovalConnection: RemovalConnectionParent;
  SecurityScanProfileRemovalEdge: Omit<SecurityScanProfileRemovalEdge, 'node'> & { node: ResolversParentTypes['SecurityScanProfileRemoval'] };
  SecurityScanProfileCoverage: SecurityScanProfileCoverage;
  SecurityScanProfileScanTypeCoverage: SecurityScanProfileScanTypeCoverage;
  SecurityScanProfileStatusCount: SecurityScanProfileStatusCount;
  DetachSecurityScanProfileInput: DetachSecurityScanProfileInput;
  SecurityScanProfileDetachInput: SecurityScanProfileDetachInput;
  SecurityScanProfileDetachPayload: Omit<SecurityScanProfileDetachPayload, 'operation'> & { operation?: Maybe<ResolversParentTypes['SecurityScanProfileOperation']> };
  Group: GroupParent;
  ID: Scalars['ID']['output'];
  GroupPermissions: GroupPermissions;
  SecurityScanProfileOperationConnection: OperationConnectionParent;
  SecurityScanProfileOperationEdge: Omit<SecurityScanProfileOperationEdge, 'node'> & { node: ResolversParentTypes['SecurityScanProfileOperation'] };
  ApplySecurityScanProfileOperationInput: ApplySecurityScanProfileOperationInput;
  RetrySecurityScanProfileOperationInput: RetrySecurityScanProfileOperationInput;
  UndoSecurityScanProfileOperationInput: UndoSecurityScanProfileOperationInput;
  CancelSecurityScanProfileOperationInput: CancelSecurityScanProfileOperationInput;
  AdoptSecurityScanProfilesInput: AdoptSecurityScanProfilesInput;
  SecurityScanProfileOperationPayload: Omit<SecurityScanProfileOperationPayload, 'operation'> & { operation?: Maybe<ResolversParentTypes['SecurityScanProfileOperation']> };
  SecurityScanProfileResultConnection: ResultConnectionParent;
  SecurityScanProfileResultEdge: Omit<SecurityScanProfileResultEdge, 'node'> & { node: ResolversParentTypes['SecurityScanProfileResult'] };
  SecurityScanProfileResult: ResultParent;
  SecurityScanProfileOperation: OperationParent;
  SecurityScanProfileRemoval: RemovalParent;
  SecurityScanProfileOperationProgress: SecurityScanProfileOperationProgress;
  SecurityScanProfileOperationTotals: SecurityScanProfileOperationTotals;
  PersonalAccessToken: TokenParent;
  PersonalAccessTokenCreateInput: PersonalAccessTokenCreateInput;
  PersonalAccessTokenCreatePayload: Omit<PersonalAccessTokenCreatePayload, 'personalAccessToken'> & { personalAccessToken?: Maybe<ResolversParentTypes['PersonalAccessToken']> };
  PersonalAccessTokenRevokeInput: PersonalAccessTokenRevokeInput;
  PersonalAccessTokenRevokePayload: Omit<PersonalAccessTokenRevokePayload, 'personalAccessToken'> & { personalAccessToken?: Maybe<ResolversParentTypes['PersonalAccessToken']> };
  Project: ProjectParent;
  ProjectPermissions: ProjectPermissions;
  GroupID: Scalars['GroupID']['output'];
  ProjectID: Scalars['ProjectID']['output'];
  NamespaceID: Scalars['NamespaceID']['output'];
  SecurityScanProfileID: Scalars['SecurityScanProfileID']['output'];
  Time: Scalars['Time']['output'];
  JSON: Scalars['JSON']['output'];
  CweIdentifier: Scalars['CweIdentifier']['output'];
  SecurityScanProfileChange: Omit<SecurityScanProfileChange, 'before' | 'after'> & { before?: Maybe<ResolversParentTypes['ScanProfileVersion']>, after?: Maybe<ResolversParentTypes['ScanProfileVersion']> };
  ScanProfileVersion: VersionParent;
  SecurityScanProfileTriggerInput: SecurityScanProfileTriggerInput;
  SecurityScanProfileConfigurationInput: SecurityScanProfileConfigurationInput;
  SecurityScanProfileSecretDetectionConfigurationInput: SecurityScanProfileSecretDetectionConfigurationInput;
  SecurityScanProfileSastConfigurationInput: SecurityScanProfileSastConfigurationInput;
  SecurityScanProfileDependencyScanningPostProcessingConfigurationInput: SecurityScanProfileDependencyScanningPostProcessingConfigurationInput;
  SecurityScanProfileAutoRemediationInput: SecurityScanProfileAutoRemediationInput;
  SecurityScanProfileTriageAndRemediationConfigurationInput: SecurityScanProfileTriageAndRemediationConfigurationInput;
  SecurityScanProfileSastFalsePositiveInput: SecurityScanProfileSastFalsePositiveInput;
  SecurityScanProfileSastVulnerabilityResolutionInput: SecurityScanProfileSastVulnerabilityResolutionInput;
  SecurityScanProfileSecretDetectionFalsePositiveInput: SecurityScanProfileSecretDetectionFalsePositiveInput;
  SecurityScanProfileVulnerabilityEnrichmentInput: SecurityScanProfileVulnerabilityEnrichmentInput;
  ScanProfileTriggerSetting: TriggerSettingParent;
  ScanProfileConfiguration: ResolversUnionTypes<ResolversParentTypes>['ScanProfileConfiguration'];
  SecretDetectionConfiguration: SecretDetectionConfiguration;
  SastConfiguration: SastConfiguration;
  DependencyScanningPostProcessingConfiguration: DependencyScanningPostProcessingConfiguration;
  AutoRemediationConfiguration: AutoRemediationConfiguration;
  SastFalsePositiveConfiguration: SastFalsePositiveConfiguration;
  SastVulnerabilityResolutionConfiguration: SastVulnerabilityResolutionConfiguration;
  SecretDetectionFalsePositiveConfiguration: SecretDetectionFalsePositiveConfiguration;
  VulnerabilityEnrichmentConfiguration: VulnerabilityEnrichmentConfiguration;
  SecurityScanProfileCreateInput: SecurityScanProfileCreateInput;
  SecurityScanProfileCreatePayload: Omit<SecurityScanProfileCreatePayload, 'scanProfile' | 'operation'> & { scanProfile?: Maybe<ResolversParentTypes['ScanProfileType']>, operation?: Maybe<ResolversParentTypes['SecurityScanProfileOperation']> };
  SecurityScanProfileUpdateInput: SecurityScanProfileUpdateInput;
  SecurityScanProfileUpdatePayload: Omit<SecurityScanProfileUpdatePayload, 'scanProfile' | 'operation'> & { scanProfile?: Maybe<ResolversParentTypes['ScanProfileType']>, operation?: Maybe<ResolversParentTypes['SecurityScanProfileOperation']> };
  SecurityScanProfileDeleteInput: SecurityScanProfileDeleteInput;
  SecurityScanProfileDeletePayload: Omit<SecurityScanProfileDeletePayload, 'operation'> & { operation?: Maybe<ResolversParentTypes['SecurityScanProfileOperation']> };
  ScanProfileType: ProfileParent;
  ScanProfileProjectStatus: StatusParent;
  ReportSecurityScanInput: ReportSecurityScanInput;
  ReportSecurityScanPayload: Omit<ReportSecurityScanPayload, 'statuses'> & { statuses: ReadonlyArray<ResolversParentTypes['ScanProfileProjectStatus']> };
  Query: Record<PropertyKey, never>;
  Mutation: Record<PropertyKey, never>;
  User: Omit<User, 'personalAccessTokens'> & { personalAccessTokens?: Maybe<ReadonlyArray<ResolversParentTypes['PersonalAccessToken']>> };
};

export type Gl_IntroducedDirectiveArgs = {
  version: Scalars['String']['input'];
};

export type Gl_IntroducedDirectiveResolver<Result, Parent, ContextType = RequestContext, Args = Gl_IntroducedDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type SecurityScanProfileAttachPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SecurityScanProfileAttachPayload'] = ResolversParentTypes['SecurityScanProfileAttachPayload']> = {
  errors?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  operation?: Resolver<Maybe<ResolversTypes['SecurityScanProfileOperation']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SecurityScanProfileAttachmentResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SecurityScanProfileAttachment'] = ResolversParentTypes['SecurityScanProfileAttachment']> = {
  profile?: Resolver<ResolversTypes['ScanProfileType'], ParentType, ContextType>;
  attachedAt?: Resolver<ResolversTypes['Time'], ParentType, ContextType>;
  attachedBy?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  operation?: Resolver<Maybe<ResolversTypes['SecurityScanProfileOperation']>, ParentType, ContextType>;
  via?: Resolver<ResolversTypes['SecurityScanProfileAttachmentVia'], ParentType, ContextType>;
  group?: Resolver<Maybe<ResolversTypes['Group']>, ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type GroupConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['GroupConnection'] = ResolversParentTypes['GroupConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Group']>, ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['GroupEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type GroupEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['GroupEdge'] = ResolversParentTypes['GroupEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Group'], ParentType, ContextType>;
};

export type ProjectConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ProjectConnection'] = ResolversParentTypes['ProjectConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Project']>, ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['ProjectEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ProjectEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ProjectEdge'] = ResolversParentTypes['ProjectEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Project'], ParentType, ContextType>;
};

export type SecurityScanProfileRemovalConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SecurityScanProfileRemovalConnection'] = ResolversParentTypes['SecurityScanProfileRemovalConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['SecurityScanProfileRemoval']>, ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['SecurityScanProfileRemovalEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type SecurityScanProfileRemovalEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SecurityScanProfileRemovalEdge'] = ResolversParentTypes['SecurityScanProfileRemovalEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SecurityScanProfileRemoval'], ParentType, ContextType>;
};

export type SecurityScanProfileCoverageResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SecurityScanProfileCoverage'] = ResolversParentTypes['SecurityScanProfileCoverage']> = {
  projects?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  projectsWithProfile?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  scanTypes?: Resolver<ReadonlyArray<ResolversTypes['SecurityScanProfileScanTypeCoverage']>, ParentType, ContextType>;
  statuses?: Resolver<ReadonlyArray<ResolversTypes['SecurityScanProfileStatusCount']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type SecurityScanProfileScanTypeCoverageResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SecurityScanProfileScanTypeCoverage'] = ResolversParentTypes['SecurityScanProfileScanTypeCoverage']> = {
  scanType?: Resolver<ResolversTypes['SecurityScanProfileType'], ParentType, ContextType>;
  projects?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  statuses?: Resolver<ReadonlyArray<ResolversTypes['SecurityScanProfileStatusCount']>, ParentType, ContextType>;
};

export type SecurityScanProfileStatusCountResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SecurityScanProfileStatusCount'] = ResolversParentTypes['SecurityScanProfileStatusCount']> = {
  status?: Resolver<ResolversTypes['ScanProfileStatus'], ParentType, ContextType>;
  projects?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SecurityScanProfileDetachPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SecurityScanProfileDetachPayload'] = ResolversParentTypes['SecurityScanProfileDetachPayload']> = {
  errors?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  operation?: Resolver<Maybe<ResolversTypes['SecurityScanProfileOperation']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type GroupResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Group'] = ResolversParentTypes['Group']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  fullPath?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  parent?: Resolver<Maybe<ResolversTypes['Group']>, ParentType, ContextType>;
  rootAncestor?: Resolver<Maybe<ResolversTypes['Group']>, ParentType, ContextType>;
  subgroups?: Resolver<ResolversTypes['GroupConnection'], ParentType, ContextType, RequireFields<GroupSubgroupsArgs, 'first'>>;
  projects?: Resolver<ResolversTypes['ProjectConnection'], ParentType, ContextType, RequireFields<GroupProjectsArgs, 'includeSubgroups' | 'first'>>;
  availableSecurityScanProfiles?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ScanProfileType']>>, ParentType, ContextType, Partial<GroupAvailableSecurityScanProfilesArgs>>;
  userPermissions?: Resolver<ResolversTypes['GroupPermissions'], ParentType, ContextType>;
  securityScanProfileCoverage?: Resolver<Maybe<ResolversTypes['SecurityScanProfileCoverage']>, ParentType, ContextType, RequireFields<GroupSecurityScanProfileCoverageArgs, 'includeSubgroups'>>;
  securityScanProfileOperations?: Resolver<Maybe<ResolversTypes['SecurityScanProfileOperationConnection']>, ParentType, ContextType, RequireFields<GroupSecurityScanProfileOperationsArgs, 'first'>>;
};

export type GroupPermissionsResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['GroupPermissions'] = ResolversParentTypes['GroupPermissions']> = {
  readSecurityScanProfiles?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  createSecurityScanProfiles?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  updateSecurityScanProfiles?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  deleteSecurityScanProfiles?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  applySecurityScanProfiles?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type SecurityScanProfileOperationConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SecurityScanProfileOperationConnection'] = ResolversParentTypes['SecurityScanProfileOperationConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['SecurityScanProfileOperation']>, ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['SecurityScanProfileOperationEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type SecurityScanProfileOperationEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SecurityScanProfileOperationEdge'] = ResolversParentTypes['SecurityScanProfileOperationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SecurityScanProfileOperation'], ParentType, ContextType>;
};

export type SecurityScanProfileOperationPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SecurityScanProfileOperationPayload'] = ResolversParentTypes['SecurityScanProfileOperationPayload']> = {
  errors?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  operation?: Resolver<Maybe<ResolversTypes['SecurityScanProfileOperation']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SecurityScanProfileResultConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SecurityScanProfileResultConnection'] = ResolversParentTypes['SecurityScanProfileResultConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['SecurityScanProfileResult']>, ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['SecurityScanProfileResultEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type SecurityScanProfileResultEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SecurityScanProfileResultEdge'] = ResolversParentTypes['SecurityScanProfileResultEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SecurityScanProfileResult'], ParentType, ContextType>;
};

export type SecurityScanProfileResultResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SecurityScanProfileResult'] = ResolversParentTypes['SecurityScanProfileResult']> = {
  projectId?: Resolver<ResolversTypes['ProjectID'], ParentType, ContextType>;
  project?: Resolver<Maybe<ResolversTypes['Project']>, ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['SecurityScanProfileOutcome'], ParentType, ContextType>;
  code?: Resolver<Maybe<ResolversTypes['SecurityScanProfileOutcomeCode']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  retryable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  before?: Resolver<ReadonlyArray<ResolversTypes['ScanProfileType']>, ParentType, ContextType>;
  after?: Resolver<ReadonlyArray<ResolversTypes['ScanProfileType']>, ParentType, ContextType>;
};

export type SecurityScanProfileOperationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SecurityScanProfileOperation'] = ResolversParentTypes['SecurityScanProfileOperation']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['SecurityScanProfileOperationKind'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['SecurityScanProfileOperationStatus'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['Time'], ParentType, ContextType>;
  finishedAt?: Resolver<Maybe<ResolversTypes['Time']>, ParentType, ContextType>;
  actor?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  profile?: Resolver<Maybe<ResolversTypes['ScanProfileType']>, ParentType, ContextType>;
  profileId?: Resolver<Maybe<ResolversTypes['SecurityScanProfileID']>, ParentType, ContextType>;
  mode?: Resolver<Maybe<ResolversTypes['SecurityScanProfileAttachMode']>, ParentType, ContextType>;
  dryRun?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  projectIds?: Resolver<ReadonlyArray<ResolversTypes['ProjectID']>, ParentType, ContextType>;
  groupIds?: Resolver<ReadonlyArray<ResolversTypes['GroupID']>, ParentType, ContextType>;
  totals?: Resolver<ResolversTypes['SecurityScanProfileOperationTotals'], ParentType, ContextType>;
  expectedProjects?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  progress?: Resolver<ResolversTypes['SecurityScanProfileOperationProgress'], ParentType, ContextType>;
  failureThresholdPercent?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  stopReason?: Resolver<Maybe<ResolversTypes['SecurityScanProfileOperationStopReason']>, ParentType, ContextType>;
  stoppedBy?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  stalled?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  undoOf?: Resolver<Maybe<ResolversTypes['SecurityScanProfileOperation']>, ParentType, ContextType>;
  retryOf?: Resolver<Maybe<ResolversTypes['SecurityScanProfileOperation']>, ParentType, ContextType>;
  previewOf?: Resolver<Maybe<ResolversTypes['SecurityScanProfileOperation']>, ParentType, ContextType>;
  adoptOf?: Resolver<Maybe<ResolversTypes['SecurityScanProfileOperation']>, ParentType, ContextType>;
  followUpOf?: Resolver<Maybe<ResolversTypes['SecurityScanProfileOperation']>, ParentType, ContextType>;
  removals?: Resolver<ResolversTypes['SecurityScanProfileRemovalConnection'], ParentType, ContextType, RequireFields<SecurityScanProfileOperationRemovalsArgs, 'first'>>;
  results?: Resolver<Maybe<ResolversTypes['SecurityScanProfileResultConnection']>, ParentType, ContextType, RequireFields<SecurityScanProfileOperationResultsArgs, 'first'>>;
  profileChange?: Resolver<Maybe<ResolversTypes['SecurityScanProfileChange']>, ParentType, ContextType>;
};

export type SecurityScanProfileRemovalResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SecurityScanProfileRemoval'] = ResolversParentTypes['SecurityScanProfileRemoval']> = {
  projectId?: Resolver<ResolversTypes['ProjectID'], ParentType, ContextType>;
  project?: Resolver<Maybe<ResolversTypes['Project']>, ParentType, ContextType>;
  profiles?: Resolver<ReadonlyArray<ResolversTypes['ScanProfileType']>, ParentType, ContextType>;
  profileIds?: Resolver<ReadonlyArray<ResolversTypes['SecurityScanProfileID']>, ParentType, ContextType>;
};

export type SecurityScanProfileOperationProgressResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SecurityScanProfileOperationProgress'] = ResolversParentTypes['SecurityScanProfileOperationProgress']> = {
  pagesKnown?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  pagesDone?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SecurityScanProfileOperationTotalsResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SecurityScanProfileOperationTotals'] = ResolversParentTypes['SecurityScanProfileOperationTotals']> = {
  projects?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  applied?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unchanged?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  skipped?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  failed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PersonalAccessTokenResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PersonalAccessToken'] = ResolversParentTypes['PersonalAccessToken']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  scopes?: Resolver<ReadonlyArray<ResolversTypes['PersonalAccessTokenScope']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['Time'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['Time'], ParentType, ContextType>;
  lastUsedAt?: Resolver<Maybe<ResolversTypes['Time']>, ParentType, ContextType>;
  revoked?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  active?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type PersonalAccessTokenCreatePayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PersonalAccessTokenCreatePayload'] = ResolversParentTypes['PersonalAccessTokenCreatePayload']> = {
  token?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  personalAccessToken?: Resolver<Maybe<ResolversTypes['PersonalAccessToken']>, ParentType, ContextType>;
  errors?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PersonalAccessTokenRevokePayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PersonalAccessTokenRevokePayload'] = ResolversParentTypes['PersonalAccessTokenRevokePayload']> = {
  personalAccessToken?: Resolver<Maybe<ResolversTypes['PersonalAccessToken']>, ParentType, ContextType>;
  errors?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ProjectResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Project'] = ResolversParentTypes['Project']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  fullPath?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  group?: Resolver<Maybe<ResolversTypes['Group']>, ParentType, ContextType>;
  attachedSecurityScanProfiles?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ScanProfileType']>>, ParentType, ContextType>;
  securityScanProfiles?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ScanProfileType']>>, ParentType, ContextType>;
  userPermissions?: Resolver<ResolversTypes['ProjectPermissions'], ParentType, ContextType>;
  securityScanProfileAttachments?: Resolver<Maybe<ReadonlyArray<ResolversTypes['SecurityScanProfileAttachment']>>, ParentType, ContextType>;
  scanProfileStatuses?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ScanProfileProjectStatus']>>, ParentType, ContextType>;
};

export type ProjectPermissionsResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ProjectPermissions'] = ResolversParentTypes['ProjectPermissions']> = {
  readSecurityScanProfiles?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  createSecurityScanProfiles?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  updateSecurityScanProfiles?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  deleteSecurityScanProfiles?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  applySecurityScanProfiles?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export interface GroupIdScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['GroupID'], any> {
  name: 'GroupID';
}

export interface ProjectIdScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['ProjectID'], any> {
  name: 'ProjectID';
}

export interface NamespaceIdScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['NamespaceID'], any> {
  name: 'NamespaceID';
}

export interface SecurityScanProfileIdScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['SecurityScanProfileID'], any> {
  name: 'SecurityScanProfileID';
}

export interface TimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Time'], any> {
  name: 'Time';
}

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export interface CweIdentifierScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CweIdentifier'], any> {
  name: 'CweIdentifier';
}

export type SecurityScanProfileChangeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SecurityScanProfileChange'] = ResolversParentTypes['SecurityScanProfileChange']> = {
  before?: Resolver<Maybe<ResolversTypes['ScanProfileVersion']>, ParentType, ContextType>;
  after?: Resolver<Maybe<ResolversTypes['ScanProfileVersion']>, ParentType, ContextType>;
};

export type ScanProfileVersionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ScanProfileVersion'] = ResolversParentTypes['ScanProfileVersion']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  scanType?: Resolver<ResolversTypes['SecurityScanProfileType'], ParentType, ContextType>;
  triggers?: Resolver<ReadonlyArray<ResolversTypes['ScanProfileTriggerType']>, ParentType, ContextType>;
  configuration?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  lockVersion?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ScanProfileTriggerSettingResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ScanProfileTriggerSetting'] = ResolversParentTypes['ScanProfileTriggerSetting']> = {
  triggerType?: Resolver<ResolversTypes['ScanProfileTriggerType'], ParentType, ContextType>;
  configuration?: Resolver<Maybe<ResolversTypes['ScanProfileConfiguration']>, ParentType, ContextType>;
  overrides?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
};

export type ScanProfileConfigurationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ScanProfileConfiguration'] = ResolversParentTypes['ScanProfileConfiguration']> = {
  __resolveType: TypeResolveFn<'SecretDetectionConfiguration' | 'SastConfiguration' | 'DependencyScanningPostProcessingConfiguration' | 'SastFalsePositiveConfiguration' | 'SastVulnerabilityResolutionConfiguration' | 'SecretDetectionFalsePositiveConfiguration' | 'VulnerabilityEnrichmentConfiguration', ParentType, ContextType>;
};

export type SecretDetectionConfigurationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SecretDetectionConfiguration'] = ResolversParentTypes['SecretDetectionConfiguration']> = {
  secureAnalyzersPrefix?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  imageSuffix?: Resolver<Maybe<ResolversTypes['SecurityScanProfileImageSuffix']>, ParentType, ContextType>;
  historicScan?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  logOptions?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  excludedPaths?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  rulesetGitReference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SastConfigurationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SastConfiguration'] = ResolversParentTypes['SastConfiguration']> = {
  secureAnalyzersPrefix?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  imageSuffix?: Resolver<Maybe<ResolversTypes['SecurityScanProfileImageSuffix']>, ParentType, ContextType>;
  analyzerImageTag?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  excludedAnalyzers?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  excludedPaths?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  advancedSastPartialScan?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  gitlabAdvSastIncrScan?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DependencyScanningPostProcessingConfigurationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DependencyScanningPostProcessingConfiguration'] = ResolversParentTypes['DependencyScanningPostProcessingConfiguration']> = {
  autoRemediation?: Resolver<Maybe<ResolversTypes['AutoRemediationConfiguration']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AutoRemediationConfigurationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AutoRemediationConfiguration'] = ResolversParentTypes['AutoRemediationConfiguration']> = {
  enabled?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  cooldown?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  severityLevel?: Resolver<Maybe<ResolversTypes['SecurityScanProfileSeverityLevel']>, ParentType, ContextType>;
  upgradePolicy?: Resolver<Maybe<ResolversTypes['SecurityScanProfileUpgradePolicy']>, ParentType, ContextType>;
  openMergeRequestsLimit?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type SastFalsePositiveConfigurationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SastFalsePositiveConfiguration'] = ResolversParentTypes['SastFalsePositiveConfiguration']> = {
  severityLevel?: Resolver<Maybe<ResolversTypes['SecurityScanProfileSeverityLevel']>, ParentType, ContextType>;
  cweClasses?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CweIdentifier']>>, ParentType, ContextType>;
  runMode?: Resolver<Maybe<ResolversTypes['SecurityScanProfileRunMode']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SastVulnerabilityResolutionConfigurationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SastVulnerabilityResolutionConfiguration'] = ResolversParentTypes['SastVulnerabilityResolutionConfiguration']> = {
  severityLevel?: Resolver<Maybe<ResolversTypes['SecurityScanProfileSeverityLevel']>, ParentType, ContextType>;
  cweClasses?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CweIdentifier']>>, ParentType, ContextType>;
  runMode?: Resolver<Maybe<ResolversTypes['SecurityScanProfileRunMode']>, ParentType, ContextType>;
  openMergeRequestsLimit?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  falsePositiveConfidence?: Resolver<Maybe<ResolversTypes['SecurityScanProfileFalsePositiveConfidence']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SecretDetectionFalsePositiveConfigurationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SecretDetectionFalsePositiveConfiguration'] = ResolversParentTypes['SecretDetectionFalsePositiveConfiguration']> = {
  runMode?: Resolver<Maybe<ResolversTypes['SecurityScanProfileRunMode']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type VulnerabilityEnrichmentConfigurationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['VulnerabilityEnrichmentConfiguration'] = ResolversParentTypes['VulnerabilityEnrichmentConfiguration']> = {
  severityLevel?: Resolver<Maybe<ResolversTypes['SecurityScanProfileSeverityLevel']>, ParentType, ContextType>;
  runMode?: Resolver<Maybe<ResolversTypes['SecurityScanProfileRunMode']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SecurityScanProfileCreatePayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SecurityScanProfileCreatePayload'] = ResolversParentTypes['SecurityScanProfileCreatePayload']> = {
  scanProfile?: Resolver<Maybe<ResolversTypes['ScanProfileType']>, ParentType, ContextType>;
  errors?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  operation?: Resolver<Maybe<ResolversTypes['SecurityScanProfileOperation']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SecurityScanProfileUpdatePayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SecurityScanProfileUpdatePayload'] = ResolversParentTypes['SecurityScanProfileUpdatePayload']> = {
  scanProfile?: Resolver<Maybe<ResolversTypes['ScanProfileType']>, ParentType, ContextType>;
  errors?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  operation?: Resolver<Maybe<ResolversTypes['SecurityScanProfileOperation']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SecurityScanProfileDeletePayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SecurityScanProfileDeletePayload'] = ResolversParentTypes['SecurityScanProfileDeletePayload']> = {
  deletedScanProfileId?: Resolver<Maybe<ResolversTypes['SecurityScanProfileID']>, ParentType, ContextType>;
  errors?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  operation?: Resolver<Maybe<ResolversTypes['SecurityScanProfileOperation']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ScanProfileTypeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ScanProfileType'] = ResolversParentTypes['ScanProfileType']> = {
  id?: Resolver<ResolversTypes['SecurityScanProfileID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  scanType?: Resolver<ResolversTypes['SecurityScanProfileType'], ParentType, ContextType>;
  gitlabRecommended?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['Time']>, ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['Time']>, ParentType, ContextType>;
  triggers?: Resolver<ReadonlyArray<ResolversTypes['ScanProfileTriggerType']>, ParentType, ContextType>;
  lockVersion?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  configuration?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  triggerSettings?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ScanProfileTriggerSetting']>>, ParentType, ContextType>;
};

export type ScanProfileProjectStatusResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ScanProfileProjectStatus'] = ResolversParentTypes['ScanProfileProjectStatus']> = {
  scanProfile?: Resolver<ResolversTypes['ScanProfileType'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ScanProfileStatus'], ParentType, ContextType>;
  consecutiveFailureCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  consecutiveSuccessCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lastScanAt?: Resolver<Maybe<ResolversTypes['Time']>, ParentType, ContextType>;
  buildId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ReportSecurityScanPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ReportSecurityScanPayload'] = ResolversParentTypes['ReportSecurityScanPayload']> = {
  statuses?: Resolver<ReadonlyArray<ResolversTypes['ScanProfileProjectStatus']>, ParentType, ContextType>;
  errors?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  group?: Resolver<Maybe<ResolversTypes['Group']>, ParentType, ContextType, RequireFields<QueryGroupArgs, 'fullPath'>>;
  securityScanProfileOperation?: Resolver<Maybe<ResolversTypes['SecurityScanProfileOperation']>, ParentType, ContextType, RequireFields<QuerySecurityScanProfileOperationArgs, 'id'>>;
  project?: Resolver<Maybe<ResolversTypes['Project']>, ParentType, ContextType, RequireFields<QueryProjectArgs, 'fullPath'>>;
  securityScanProfile?: Resolver<ResolversTypes['ScanProfileType'], ParentType, ContextType, RequireFields<QuerySecurityScanProfileArgs, 'id'>>;
  currentUser?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  attachSecurityScanProfile?: Resolver<Maybe<ResolversTypes['SecurityScanProfileAttachPayload']>, ParentType, ContextType, RequireFields<MutationAttachSecurityScanProfileArgs, 'input'>>;
  securityScanProfileAttach?: Resolver<Maybe<ResolversTypes['SecurityScanProfileAttachPayload']>, ParentType, ContextType, RequireFields<MutationSecurityScanProfileAttachArgs, 'input'>>;
  detachSecurityScanProfile?: Resolver<Maybe<ResolversTypes['SecurityScanProfileDetachPayload']>, ParentType, ContextType, RequireFields<MutationDetachSecurityScanProfileArgs, 'input'>>;
  securityScanProfileDetach?: Resolver<Maybe<ResolversTypes['SecurityScanProfileDetachPayload']>, ParentType, ContextType, RequireFields<MutationSecurityScanProfileDetachArgs, 'input'>>;
  applySecurityScanProfileOperation?: Resolver<Maybe<ResolversTypes['SecurityScanProfileOperationPayload']>, ParentType, ContextType, RequireFields<MutationApplySecurityScanProfileOperationArgs, 'input'>>;
  retrySecurityScanProfileOperation?: Resolver<Maybe<ResolversTypes['SecurityScanProfileOperationPayload']>, ParentType, ContextType, RequireFields<MutationRetrySecurityScanProfileOperationArgs, 'input'>>;
  undoSecurityScanProfileOperation?: Resolver<Maybe<ResolversTypes['SecurityScanProfileOperationPayload']>, ParentType, ContextType, RequireFields<MutationUndoSecurityScanProfileOperationArgs, 'input'>>;
  cancelSecurityScanProfileOperation?: Resolver<Maybe<ResolversTypes['SecurityScanProfileOperationPayload']>, ParentType, ContextType, RequireFields<MutationCancelSecurityScanProfileOperationArgs, 'input'>>;
  adoptSecurityScanProfiles?: Resolver<Maybe<ResolversTypes['SecurityScanProfileOperationPayload']>, ParentType, ContextType, RequireFields<MutationAdoptSecurityScanProfilesArgs, 'input'>>;
  personalAccessTokenCreate?: Resolver<Maybe<ResolversTypes['PersonalAccessTokenCreatePayload']>, ParentType, ContextType, RequireFields<MutationPersonalAccessTokenCreateArgs, 'input'>>;
  personalAccessTokenRevoke?: Resolver<Maybe<ResolversTypes['PersonalAccessTokenRevokePayload']>, ParentType, ContextType, RequireFields<MutationPersonalAccessTokenRevokeArgs, 'input'>>;
  securityScanProfileCreate?: Resolver<Maybe<ResolversTypes['SecurityScanProfileCreatePayload']>, ParentType, ContextType, RequireFields<MutationSecurityScanProfileCreateArgs, 'input'>>;
  securityScanProfileUpdate?: Resolver<Maybe<ResolversTypes['SecurityScanProfileUpdatePayload']>, ParentType, ContextType, RequireFields<MutationSecurityScanProfileUpdateArgs, 'input'>>;
  securityScanProfileDelete?: Resolver<Maybe<ResolversTypes['SecurityScanProfileDeletePayload']>, ParentType, ContextType, RequireFields<MutationSecurityScanProfileDeleteArgs, 'input'>>;
  reportSecurityScan?: Resolver<Maybe<ResolversTypes['ReportSecurityScanPayload']>, ParentType, ContextType, RequireFields<MutationReportSecurityScanArgs, 'input'>>;
};

export type UserResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  personalAccessTokens?: Resolver<Maybe<ReadonlyArray<ResolversTypes['PersonalAccessToken']>>, ParentType, ContextType>;
};

export type Resolvers<ContextType = RequestContext> = {
  SecurityScanProfileAttachPayload?: SecurityScanProfileAttachPayloadResolvers<ContextType>;
  SecurityScanProfileAttachment?: SecurityScanProfileAttachmentResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  GroupConnection?: GroupConnectionResolvers<ContextType>;
  GroupEdge?: GroupEdgeResolvers<ContextType>;
  ProjectConnection?: ProjectConnectionResolvers<ContextType>;
  ProjectEdge?: ProjectEdgeResolvers<ContextType>;
  SecurityScanProfileRemovalConnection?: SecurityScanProfileRemovalConnectionResolvers<ContextType>;
  SecurityScanProfileRemovalEdge?: SecurityScanProfileRemovalEdgeResolvers<ContextType>;
  SecurityScanProfileCoverage?: SecurityScanProfileCoverageResolvers<ContextType>;
  SecurityScanProfileScanTypeCoverage?: SecurityScanProfileScanTypeCoverageResolvers<ContextType>;
  SecurityScanProfileStatusCount?: SecurityScanProfileStatusCountResolvers<ContextType>;
  SecurityScanProfileDetachPayload?: SecurityScanProfileDetachPayloadResolvers<ContextType>;
  Group?: GroupResolvers<ContextType>;
  GroupPermissions?: GroupPermissionsResolvers<ContextType>;
  SecurityScanProfileOperationConnection?: SecurityScanProfileOperationConnectionResolvers<ContextType>;
  SecurityScanProfileOperationEdge?: SecurityScanProfileOperationEdgeResolvers<ContextType>;
  SecurityScanProfileOperationPayload?: SecurityScanProfileOperationPayloadResolvers<ContextType>;
  SecurityScanProfileResultConnection?: SecurityScanProfileResultConnectionResolvers<ContextType>;
  SecurityScanProfileResultEdge?: SecurityScanProfileResultEdgeResolvers<ContextType>;
  SecurityScanProfileResult?: SecurityScanProfileResultResolvers<ContextType>;
  SecurityScanProfileOperation?: SecurityScanProfileOperationResolvers<ContextType>;
  SecurityScanProfileRemoval?: SecurityScanProfileRemovalResolvers<ContextType>;
  SecurityScanProfileOperationProgress?: SecurityScanProfileOperationProgressResolvers<ContextType>;
  SecurityScanProfileOperationTotals?: SecurityScanProfileOperationTotalsResolvers<ContextType>;
  PersonalAccessToken?: PersonalAccessTokenResolvers<ContextType>;
  PersonalAccessTokenCreatePayload?: PersonalAccessTokenCreatePayloadResolvers<ContextType>;
  PersonalAccessTokenRevokePayload?: PersonalAccessTokenRevokePayloadResolvers<ContextType>;
  Project?: ProjectResolvers<ContextType>;
  ProjectPermissions?: ProjectPermissionsResolvers<ContextType>;
  GroupID?: GraphQLScalarType;
  ProjectID?: GraphQLScalarType;
  NamespaceID?: GraphQLScalarType;
  SecurityScanProfileID?: GraphQLScalarType;
  Time?: GraphQLScalarType;
  JSON?: GraphQLScalarType;
  CweIdentifier?: GraphQLScalarType;
  SecurityScanProfileChange?: SecurityScanProfileChangeResolvers<ContextType>;
  ScanProfileVersion?: ScanProfileVersionResolvers<ContextType>;
  ScanProfileTriggerSetting?: ScanProfileTriggerSettingResolvers<ContextType>;
  ScanProfileConfiguration?: ScanProfileConfigurationResolvers<ContextType>;
  SecretDetectionConfiguration?: SecretDetectionConfigurationResolvers<ContextType>;
  SastConfiguration?: SastConfigurationResolvers<ContextType>;
  DependencyScanningPostProcessingConfiguration?: DependencyScanningPostProcessingConfigurationResolvers<ContextType>;
  AutoRemediationConfiguration?: AutoRemediationConfigurationResolvers<ContextType>;
  SastFalsePositiveConfiguration?: SastFalsePositiveConfigurationResolvers<ContextType>;
  SastVulnerabilityResolutionConfiguration?: SastVulnerabilityResolutionConfigurationResolvers<ContextType>;
  SecretDetectionFalsePositiveConfiguration?: SecretDetectionFalsePositiveConfigurationResolvers<ContextType>;
  VulnerabilityEnrichmentConfiguration?: VulnerabilityEnrichmentConfigurationResolvers<ContextType>;
  SecurityScanProfileCreatePayload?: SecurityScanProfileCreatePayloadResolvers<ContextType>;
  SecurityScanProfileUpdatePayload?: SecurityScanProfileUpdatePayloadResolvers<ContextType>;
  SecurityScanProfileDeletePayload?: SecurityScanProfileDeletePayloadResolvers<ContextType>;
  ScanProfileType?: ScanProfileTypeResolvers<ContextType>;
  ScanProfileProjectStatus?: ScanProfileProjectStatusResolvers<ContextType>;
  ReportSecurityScanPayload?: ReportSecurityScanPayloadResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = RequestContext> = {
  gl_introduced?: Gl_IntroducedDirectiveResolver<any, any, ContextType>;
};

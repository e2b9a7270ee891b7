// Made by `npm run generate` from `functions/graphql/schema/*.graphql`. Do not edit.
import type { ProfileReference } from '../parents.ts';
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { GroupParent, ProjectParent, GroupConnectionParent, ProjectConnectionParent, RemovalConnectionParent, RemovalParent, ResultConnectionParent, ResultParent, ProfileParent, AttachmentParent, OperationParent, OperationConnectionParent } from '../parents.ts';
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
   * Global id of a scan profile, `gid://gitlab/Security::ScanProfile/N`, or of a template,
   * `gid://gitlab/Security::ScanProfile/secret_detection`. Templates are also understood in CamelCase (`SecretDetection`);
   * answers spell them in snake_case.
   */
  SecurityScanProfileID: { input: ProfileReference; output: ProfileReference; }
  /** A moment in ISO 8601, in UTC: `2026-11-22T05:55:00.000Z`. As an argument with any zone, or a day, which begins in UTC. */
  Time: { input: number; output: number; }
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
  /** For projects that are not scanned in any other way either. Not supported yet. */
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
  /** The projects in it, by path. */
  readonly projects: ProjectConnection;
  /**
   * The scan profiles that can be attached to projects of this group. They belong to its top-level group: those that
   * exist, then the template of each scan type that has no recommended profile yet. Needs `read_security_profiles`.
   */
  readonly availableSecurityScanProfiles?: Maybe<ReadonlyArray<ScanProfileType>>;
  /** What the caller may do in this group. */
  readonly userPermissions: GroupPermissions;
  /**
   * The bulk changes of a top-level group, the one that was accepted last first: who did what when. Also of a group that was a
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
};


/** A group of projects and further groups. One without a parent is a top-level group, or root. */
export type GroupAvailableSecurityScanProfilesArgs = {
  type?: InputMaybe<SecurityScanProfileType>;
  gitlabRecommended?: InputMaybe<Scalars['Boolean']['input']>;
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

/** A page of bulk changes. */
export type SecurityScanProfileOperationConnection = {
  readonly __typename?: 'SecurityScanProfileOperationConnection';
  /** The operations of this page. */
  readonly nodes: ReadonlyArray<SecurityScanProfileOperation>;
  /** The operations of this page, each with its cursor. */
  readonly edges: ReadonlyArray<SecurityScanProfileOperationEdge>;
  /** Where this page ends. */
  readonly pageInfo: PageInfo;
};

/** A bulk change, on a page. */
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
  /** UNCHANGED: FILL_PROFILE_GAPS found another profile of the scan type. */
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

/** A bulk change of attachments in one top-level group: what was asked for, and how far it is. */
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
   * The profile that it attaches or detaches; the template where a preview has not made the profile yet. Null for other
   * kinds, and once the profile is deleted.
   */
  readonly profile?: Maybe<ScanProfileType>;
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
  /** How far it is, in pages of up to 500 projects. */
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
   * From which projects it removed which profiles, or in a preview would: by detaching, by an attach that replaces others of
   * the scan type, by a re-home or by an undo. Each project once, in the order of ids. Complete once the operation has ended.
   */
  readonly removals: SecurityScanProfileRemovalConnection;
  /**
   * What became of each project, in the order in which they were looked through; each once, once the operation has ended. A
   * page may be shorter than asked for, even empty, where there is more: go on until `hasNextPage` is false. Kept for 30 days
   * from `createdAt`; then null, with an error of code EXPIRED.
   */
  readonly results?: Maybe<SecurityScanProfileResultConnection>;
};


/** A bulk change of attachments in one top-level group: what was asked for, and how far it is. */
export type SecurityScanProfileOperationRemovalsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A bulk change of attachments in one top-level group: what was asked for, and how far it is. */
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
};

/** What an operation does. */
export type SecurityScanProfileOperationKind =
  /** Attaches a profile. */
  | 'ATTACH'
  /** Detaches a profile. */
  | 'DETACH'
  /** Takes the profiles of the old top-level group from what has moved to another one. */
  | 'REHOME'
  /** Takes back what another operation did. */
  | 'UNDO'
  /** Attaches again what a re-home of a former top-level group took. */
  | 'ADOPT';

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
};

/** What a scan profile scans for. */
export type SecurityScanProfileType =
  /** Weaknesses in source code. */
  | 'SAST'
  /** Secrets in commits. */
  | 'SECRET_DETECTION'
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
  /** A pipeline on the default branch. */
  | 'DEFAULT_BRANCH_PIPELINE'
  /** A pipeline of a merge request. */
  | 'MERGE_REQUEST_PIPELINE'
  /** A push, before it is accepted. */
  | 'GIT_PUSH_EVENT'
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

/** What can be asked. Every question needs a token; what the caller may not see is null, as if it did not exist. */
export type Query = {
  readonly __typename?: 'Query';
  /** The group at a path. Null if there is none, or if the caller is a member of neither it nor a group above it. */
  readonly group?: Maybe<Group>;
  /** A bulk change by its id. Null if there is none, or if the caller may not read profiles of its top-level group. */
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

/** A user, as the issuer of tokens and the memberships know them. */
export type User = {
  readonly __typename?: 'User';
  /** The `sub` of the user's tokens, which is the `user_id` of memberships. `system` for what an event has caused. */
  readonly id: Scalars['ID']['output'];
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
  Project: ResolverTypeWrapper<ProjectParent>;
  ProjectPermissions: ResolverTypeWrapper<ProjectPermissions>;
  GroupID: ResolverTypeWrapper<Scalars['GroupID']['output']>;
  ProjectID: ResolverTypeWrapper<Scalars['ProjectID']['output']>;
  SecurityScanProfileID: ResolverTypeWrapper<Scalars['SecurityScanProfileID']['output']>;
  Time: ResolverTypeWrapper<Scalars['Time']['output']>;
  ScanProfileType: ResolverTypeWrapper<ProfileParent>;
  SecurityScanProfileType: SecurityScanProfileType;
  ScanProfileTriggerType: ScanProfileTriggerType;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  User: ResolverTypeWrapper<User>;
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
  Project: ProjectParent;
  ProjectPermissions: ProjectPermissions;
  GroupID: Scalars['GroupID']['output'];
  ProjectID: Scalars['ProjectID']['output'];
  SecurityScanProfileID: Scalars['SecurityScanProfileID']['output'];
  Time: Scalars['Time']['output'];
  ScanProfileType: ProfileParent;
  Query: Record<PropertyKey, never>;
  Mutation: Record<PropertyKey, never>;
  User: User;
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
};

export type SecurityScanProfileRemovalResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SecurityScanProfileRemoval'] = ResolversParentTypes['SecurityScanProfileRemoval']> = {
  projectId?: Resolver<ResolversTypes['ProjectID'], ParentType, ContextType>;
  project?: Resolver<Maybe<ResolversTypes['Project']>, ParentType, ContextType>;
  profiles?: Resolver<ReadonlyArray<ResolversTypes['ScanProfileType']>, ParentType, ContextType>;
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

export interface SecurityScanProfileIdScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['SecurityScanProfileID'], any> {
  name: 'SecurityScanProfileID';
}

export interface TimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Time'], any> {
  name: 'Time';
}

export type ScanProfileTypeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ScanProfileType'] = ResolversParentTypes['ScanProfileType']> = {
  id?: Resolver<ResolversTypes['SecurityScanProfileID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  scanType?: Resolver<ResolversTypes['SecurityScanProfileType'], ParentType, ContextType>;
  gitlabRecommended?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['Time']>, ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['Time']>, ParentType, ContextType>;
  triggers?: Resolver<ReadonlyArray<ResolversTypes['ScanProfileTriggerType']>, ParentType, ContextType>;
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
};

export type UserResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
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
  Project?: ProjectResolvers<ContextType>;
  ProjectPermissions?: ProjectPermissionsResolvers<ContextType>;
  GroupID?: GraphQLScalarType;
  ProjectID?: GraphQLScalarType;
  SecurityScanProfileID?: GraphQLScalarType;
  Time?: GraphQLScalarType;
  ScanProfileType?: ScanProfileTypeResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = RequestContext> = {
  gl_introduced?: Gl_IntroducedDirectiveResolver<any, any, ContextType>;
};

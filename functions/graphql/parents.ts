/** What the resolvers of each type get as their parent: the product's own shapes, not the SDL's. */
import type { GroupNode } from '../../shared/domain/node.ts';
import type { Operation } from '../../shared/domain/operation.ts';
import type { PersonalAccessToken } from '../../shared/domain/personal-access-token.ts';
import type { Profile, ProfileVersion } from '../../shared/domain/profile.ts';
import type { ConfigurationValues } from '../../shared/domain/scan-types/configuration.ts';
import type { Trigger } from '../../shared/domain/scan-types/scan-types.ts';
import type { Template } from '../../shared/domain/scan-types/templates.ts';
import type { AttachmentStatus } from '../../shared/domain/scan-status/attachment-status.ts';
import type { VisibleAttachment } from '../../shared/domain/visible-attachments.ts';
import type { ProjectNode } from '../../shared/storage/nodes.ts';
import type { Located } from '../../shared/tree/locate.ts';
import type { Result } from './results/list.ts';

export type { ProfileReference } from '../../shared/domain/profile.ts';

/** A group that the caller may see. */
export interface GroupParent extends Located {
  readonly node: GroupNode;
}

/** A project that the caller may see, with its attachments as they were stored at the same moment. */
export interface ProjectParent extends Located {
  readonly node: ProjectNode;
}

/** A profile that exists, or the template of one that does not exist yet. */
export type ProfileParent = Profile | Template;

/** A trigger of a profile; the other two are null where it takes no configuration. */
export interface TriggerSettingParent {
  readonly triggerType: Trigger;
  /** What holds, under the name of its type in the SDL. */
  readonly configuration: ({ readonly __typename: string } & ConfigurationValues) | null;
  /** What is stored. */
  readonly overrides: ConfigurationValues | null;
}

/** A profile as it stood before or after a change of it. */
export interface VersionParent extends ProfileVersion {
  /** Of the profile. */
  readonly id: number;
}

/** A profile on a project that shows it. */
export type AttachmentParent = VisibleAttachment;

/** A profile on a project that shows it, with what was reported of its scans. */
export type StatusParent = AttachmentStatus;

/** Never the token itself. */
export type TokenParent = PersonalAccessToken;

export type OperationParent = Operation;

/** What a mutation answers that made an operation, or stopped one. */
export interface PayloadParent {
  readonly errors: readonly string[];
  readonly operation: OperationParent;
  readonly clientMutationId: string | null;
}

/** What an operation of the root removed from a project, which the caller may or may not see. */
export interface RemovalParent {
  readonly rootId: number;
  readonly projectId: number;
  readonly profileIds: readonly number[];
}

/** What an operation did to a project, which the caller may or may not see. */
export interface ResultParent extends Result {
  readonly operation: Operation;
}

/** A page of a connection. */
export interface Page<Node> {
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

export type GroupConnectionParent = Page<GroupParent>;
export type ProjectConnectionParent = Page<ProjectParent>;
export type RemovalConnectionParent = Page<RemovalParent>;
export type ResultConnectionParent = Page<ResultParent>;
export type OperationConnectionParent = Page<OperationParent>;

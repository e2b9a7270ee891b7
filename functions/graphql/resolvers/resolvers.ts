import type { Resolvers } from '../generated/resolver-types.ts';
import { attachmentMutations } from './attachment-mutations.ts';
import { attachment } from './attachments.ts';
import { groupConnection, projectConnection } from './children.ts';
import { group, groupQueries } from './group.ts';
import { operation, operationQueries } from './operation.ts';
import { operationConnection } from './operation-log.ts';
import { operationMutations } from './operation-mutations.ts';
import { personalAccessToken, personalAccessTokenMutations, user } from './personal-access-tokens.ts';
import { profile, profileQueries } from './profile.ts';
import { profileVersion } from './profile-change.ts';
import { profileMutations } from './profile-mutations.ts';
import { project, projectQueries } from './project.ts';
import { removal, removalConnection } from './removals.ts';
import { result, resultConnection } from './results.ts';
import { scanReportMutations, scanStatus } from './scan-status.ts';
import { userQueries } from './user.ts';

/** Fields that are not here are read off their parent by name. */
export const resolvers = {
  Query: { ...groupQueries, ...projectQueries, ...profileQueries, ...operationQueries, ...userQueries },
  Mutation: {
    ...attachmentMutations,
    ...operationMutations,
    ...profileMutations,
    ...personalAccessTokenMutations,
    ...scanReportMutations,
  },
  Group: group,
  GroupConnection: groupConnection,
  PersonalAccessToken: personalAccessToken,
  Project: project,
  ProjectConnection: projectConnection,
  ScanProfileProjectStatus: scanStatus,
  ScanProfileType: profile,
  ScanProfileVersion: profileVersion,
  SecurityScanProfileAttachment: attachment,
  SecurityScanProfileOperation: operation,
  SecurityScanProfileOperationConnection: operationConnection,
  SecurityScanProfileRemoval: removal,
  SecurityScanProfileRemovalConnection: removalConnection,
  SecurityScanProfileResult: result,
  SecurityScanProfileResultConnection: resultConnection,
  User: user,
} satisfies Resolvers;

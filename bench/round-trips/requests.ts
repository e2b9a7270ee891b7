/** What a client sends. */
export interface Asked {
  readonly name: string;
  readonly query: string;
}

/** What the requests name, by the ids and paths that the bench has made. */
export interface Subjects {
  readonly groupId: number;
  readonly groupPath: string;
  readonly projectId: number;
  readonly projectPath: string;
  /** Of projects beside it, one more than are done with the acceptance. */
  readonly projectIds: readonly number[];
  /** Of a profile that all projects hold. */
  readonly profileId: number;
  /** Of the operation that attached it. */
  readonly operationId: string;
}

const PROFILES = 'securityScanProfiles { id name scanType gitlabRecommended }';
const STATUS = 'id status totals { projects applied unchanged skipped failed }';

/**
 * The requests that clients send most: those of `glab` and of the README; and some that take longer. In this order, the one after
 * the other.
 */
export function requests(of: Subjects): readonly Asked[] {
  const project = { projectIds: [`gid://gitlab/Project/${of.projectId}`] };
  const many = { projectIds: of.projectIds.map((id) => `gid://gitlab/Project/${id}`) };
  const keyed = { ...project, idempotencyKey: 'the-key' };
  const group = { groupIds: [`gid://gitlab/Group/${of.groupId}`] };
  const projects = (args: string): string =>
    `{ group(fullPath: "${of.groupPath}") { projects(${args}) { nodes { id fullPath ${PROFILES} } pageInfo { hasNextPage endCursor } } } }`;
  return [
    { name: 'attach to one project, the first with this template', query: change('Attach', 'sast', project) },
    { name: 'detach from one project', query: change('Detach', 'sast', project) },
    { name: 'attach to one project', query: change('Attach', 'sast', project) },
    { name: 'attach to a group', query: change('Attach', 'sast', group) },
    { name: 'preview of an attach to a group', query: change('Attach', 'sast', { ...group, dryRun: true }) },
    {
      name: 'a project by its path, with its profiles',
      query: `{ project(fullPath: "${of.projectPath}") { id name fullPath ${PROFILES} } }`,
    },
    {
      name: 'a group by its path, with its profiles',
      query: `{ group(fullPath: "${of.groupPath}") { id name availableSecurityScanProfiles { id name scanType } } }`,
    },
    { name: '100 projects of a group, with their profiles', query: projects('first: 100') },
    {
      name: '100 of those that hold a profile',
      query: projects(`first: 100, withProfile: "gid://gitlab/Security::ScanProfile/${of.profileId}"`),
    },
    {
      name: 'a profile by its id',
      query: `{ securityScanProfile(id: "gid://gitlab/Security::ScanProfile/${of.profileId}") { id name description triggers configuration } }`,
    },
    {
      name: 'the status of an operation',
      query: `{ securityScanProfileOperation(id: "${of.operationId}") { ${STATUS} } }`,
    },
    {
      name: 'the last 20 operations of a top-level group',
      query: `{ group(fullPath: "${of.groupPath.split('/')[0] ?? ''}") { securityScanProfileOperations(first: 20) { nodes { kind createdAt actor { id } profile { name } ${STATUS} } } } }`,
    },
    { name: 'detach from eleven projects', query: change('Detach', 'sast', many) },
    { name: 'detach from one project, under a key', query: change('Detach', 'sast', keyed) },
    { name: 'the same under its key again', query: change('Detach', 'sast', keyed) },
  ];
}

/** Clients send both lists, also where one is empty. */
function change(
  kind: 'Attach' | 'Detach',
  template: string,
  input: {
    readonly projectIds?: readonly string[];
    readonly groupIds?: readonly string[];
    readonly dryRun?: boolean;
    readonly idempotencyKey?: string;
  },
): string {
  const named = {
    securityScanProfileId: `gid://gitlab/Security::ScanProfile/${template}`,
    projectIds: [],
    groupIds: [],
    ...input,
  };
  const members = Object.entries(named).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return `mutation { securityScanProfile${kind}(input: { ${members.join(', ')} }) { errors operation { id status } } }`;
}

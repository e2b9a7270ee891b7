import { permissions, reads, readsOperation, readsProfile, sees } from '../oracle.ts';
import type { OperationIds } from '../world/build.ts';
import type { Identity } from '../world/identities.ts';
import { OPERATION_NAMES } from '../world/operations.ts';
import {
  childrenOf,
  gidOf,
  parentOf,
  pathOf,
  PLACE_NAMES,
  type PlaceName,
  placeOf,
  PROFILE_NAMES,
  profileGid,
  PROFILES,
  rootOf,
} from '../world/tree.ts';

/** A question, with the data that the answer has to have, and the paths below it that are null with an error of this code. */
export interface QueryCell {
  readonly name: string;
  /** The field with its arguments and selection, without alias. */
  readonly field: string;
  readonly expected: (who: Identity) => Reply;
}

export interface Reply {
  readonly data: unknown;
  readonly errors: Readonly<Record<string, 'FORBIDDEN' | 'BAD_USER_INPUT'>>;
}

const PERMISSIONS =
  'userPermissions { readSecurityScanProfiles createSecurityScanProfiles updateSecurityScanProfiles deleteSecurityScanProfiles applySecurityScanProfiles }';

const NOTHING: Reply = { data: null, errors: {} };
const idOf = (place: PlaceName): { id: string } => ({ id: gidOf(place) });
const seen = (who: Identity, place: PlaceName | undefined): { id: string } | null =>
  place !== undefined && sees(who, place) ? idOf(place) : null;

/** Fields that are for who may read profiles; to others each is null with an error. */
function forReaders(
  mayRead: boolean,
  fields: Readonly<Record<string, unknown>>,
): { readonly fields: object; readonly errors: Reply['errors'] } {
  if (mayRead) return { fields, errors: {} };
  const names = Object.keys(fields);
  return {
    fields: Object.fromEntries(names.map((name) => [name, null])),
    errors: Object.fromEntries(names.map((name) => [name, 'FORBIDDEN'])),
  };
}

/** What `root` and what is below it have to offer, by scan type: `Another` is the sixth profile. */
const AVAILABLE: Partial<Record<PlaceName, readonly string[]>> = {
  root: ['1', '2', '6'].map(profileGid),
  otherRoot: [profileGid('3'), profileGid('sast')],
};

function projectsBelow(place: PlaceName): readonly PlaceName[] {
  return [...childrenOf(place, 'Group').flatMap(projectsBelow), ...childrenOf(place, 'Project')];
}

/** Top-level groups and those that were one have a log. */
const WITH_LOG: readonly PlaceName[] = ['root', 'otherRoot', 'joined'];

function groupReply(who: Identity, place: PlaceName): Reply {
  if (!sees(who, place)) return NOTHING;
  const mayRead = reads(who, place);
  const hasLog = WITH_LOG.includes(place);
  const { fields, errors } = forReaders(mayRead, {
    availableSecurityScanProfiles: (AVAILABLE[rootOf(place)] ?? []).map((id) => ({ id })),
    securityScanProfileOperations: hasLog ? { nodes: [] } : null,
  });
  const data = {
    id: gidOf(place),
    parent: seen(who, parentOf(place)),
    rootAncestor: seen(who, rootOf(place)),
    subgroups: { nodes: childrenOf(place, 'Group').map(idOf) },
    projects: { nodes: projectsBelow(place).map(idOf) },
    ...fields,
    userPermissions: permissions(who, place),
  };
  const noLog = mayRead && !hasLog ? { securityScanProfileOperations: 'BAD_USER_INPUT' as const } : {};
  return { data, errors: { ...errors, ...noLog } };
}

const GROUP = `id parent { id } rootAncestor { id } subgroups { nodes { id } } projects(includeSubgroups: true) { nodes { id } }
  availableSecurityScanProfiles(type: SAST) { id } securityScanProfileOperations(first: 0) { nodes { id } } ${PERMISSIONS}`;

function coverageReply(who: Identity, place: PlaceName): Reply {
  if (!sees(who, place)) return NOTHING;
  const counted = { securityScanProfileCoverage: { projects: projectsBelow(place).length } };
  const { fields, errors } = forReaders(reads(who, place), counted);
  return { data: fields, errors };
}

/** Profile and operation of each attachment that is shown. */
function attached(
  place: PlaceName,
  ids: OperationIds,
): readonly (readonly [profile: string, operation: string])[] {
  if (place === 'project') return [['1', ids.ended]];
  if (place === 'direct') return [['2', ids.first]];
  return place === 'foreign' ? [['3', ids.foreign]] : [];
}

function projectReply(who: Identity, place: PlaceName, ids: OperationIds): Reply {
  if (!sees(who, place)) return NOTHING;
  const held = attached(place, ids);
  const profiles = held.map(([id]) => ({ id: profileGid(id) }));
  const { fields, errors } = forReaders(reads(who, place), {
    attachedSecurityScanProfiles: profiles,
    securityScanProfiles: profiles,
    securityScanProfileAttachments: held.map(([, operation]) => ({
      operation: reads(who, rootOf(place)) ? { id: operation } : null,
    })),
    scanProfileStatuses: profiles.map((scanProfile) => ({ scanProfile })),
  });
  const data = { id: gidOf(place), group: seen(who, parentOf(place)), ...fields };
  return { data: { ...data, userPermissions: permissions(who, place) }, errors };
}

const PROJECT = `id group { id } attachedSecurityScanProfiles { id } securityScanProfiles { id }
  securityScanProfileAttachments { operation { id } } scanProfileStatuses { scanProfile { id } } ${PERMISSIONS}`;

const GROUPS = PLACE_NAMES.filter((name) => placeOf(name).kind === 'Group');
const PROJECTS = PLACE_NAMES.filter((name) => placeOf(name).kind === 'Project');

/** Paths at which nothing can be. */
const NO_PATHS = [
  '',
  '/',
  'group-2001/',
  '/group-2001',
  'group-2001//group-2002',
  '../group-2001',
  'GROUP#2001',
  'group-2001%2Fgroup-2002',
  'a/'.repeat(100),
];

export function groupQueries(): readonly QueryCell[] {
  return [
    ...GROUPS.map((place): QueryCell => ({
      name: `group ${place}`,
      field: `group(fullPath: "${pathOf(place)}") { ${GROUP} }`,
      expected: (who) => groupReply(who, place),
    })),
    ...NO_PATHS.map((path) => ({
      name: `group at ${path}`,
      field: `group(fullPath: "${path}") { id }`,
      expected: () => NOTHING,
    })),
  ];
}

export function coverageQueries(): readonly QueryCell[] {
  return GROUPS.map((place) => ({
    name: `coverage of ${place}`,
    field: `group(fullPath: "${pathOf(place)}") { securityScanProfileCoverage { projects } }`,
    expected: (who) => coverageReply(who, place),
  }));
}

export function projectQueries(ids: OperationIds): readonly QueryCell[] {
  return PROJECTS.map((place) => ({
    name: `project ${place}`,
    field: `project(fullPath: "${pathOf(place)}") { ${PROJECT} }`,
    expected: (who) => projectReply(who, place, ids),
  }));
}

export function operationQueries(ids: OperationIds): readonly QueryCell[] {
  const removed = (who: Identity): unknown => ({
    nodes: [{ projectId: gidOf('moved'), project: seen(who, 'moved') }],
  });
  return [
    ...OPERATION_NAMES.map((operation): QueryCell => ({
      name: `operation ${operation}`,
      field: `securityScanProfileOperation(id: "${ids[operation]}") { id }`,
      expected: (who) => ({
        data: readsOperation(who, operation) ? { id: ids[operation] } : null,
        errors: {},
      }),
    })),
    {
      name: 'what the transfer of a project removed',
      field: `securityScanProfileOperation(id: "${ids.rehomed}") { removals { nodes { projectId project { id } } } }`,
      expected: (who) => ({
        data: readsOperation(who, 'rehomed') ? { removals: removed(who) } : null,
        errors: {},
      }),
    },
    {
      name: 'who asks',
      field: 'currentUser { id }',
      expected: ({ user }) => ({ data: { id: user }, errors: {} }),
    },
  ];
}

/** Non-null, so that one that may not be read makes the whole answer null: one a request. */
export function profileQueries(): readonly QueryCell[] {
  return PROFILE_NAMES.map((profile) => {
    const { reference, state } = PROFILES[profile];
    const id = profileGid(state === 'TEMPLATE' ? 'dependency_scanning' : reference);
    return {
      name: `profile ${profile}`,
      field: `securityScanProfile(id: "${profileGid(reference)}") { id }`,
      expected: (who) => ({ data: readsProfile(who, profile, PLACE_NAMES) ? { id } : undefined, errors: {} }),
    };
  });
}

import { changeVerdict } from '../oracle.ts';
import {
  gidOf,
  PLACE_NAMES,
  type PlaceName,
  placeOf,
  PROFILE_NAMES,
  profileGid,
  type ProfileName,
  PROFILES,
} from '../world/tree.ts';
import { expectedOf, inBatches, type MalformedBatch, type MutationBatch, type MutationCell } from './cell.ts';

const MUTATIONS = [
  'attachSecurityScanProfile',
  'securityScanProfileAttach',
  'detachSecurityScanProfile',
  'securityScanProfileDetach',
] as const;

/** Every place alone, and lists of what goes together and what does not. */
const TARGETS: readonly (readonly PlaceName[])[] = [
  ...PLACE_NAMES.map((name) => [name]),
  [],
  ['project', 'project', 'project'],
  ['project', 'siblingProject'],
  ['project', 'cousin', 'subgroup'],
  ['project', 'root'],
  ['project', 'foreign'],
  ['project', 'absentProject'],
  ['project', 'deletedProject'],
  ['direct', 'deletedGroup'],
  ['direct', 'otherRoot'],
  ['root', 'otherRoot'],
  ['root', 'absentGroup'],
  ['moved', 'foreign'],
];

function inputOf(profile: string, targets: readonly PlaceName[]): string {
  const list = (kind: 'Project' | 'Group'): string =>
    targets
      .filter((name) => placeOf(name).kind === kind)
      .map((name) => `"${gidOf(name)}"`)
      .join(' ');
  return `securityScanProfileId: "${profileGid(profile)}" projectIds: [${list('Project')}] groupIds: [${list('Group')}]`;
}

function cellsOf(targets: readonly PlaceName[], profiles: readonly ProfileName[]): readonly MutationCell[] {
  return MUTATIONS.flatMap((mutation) =>
    profiles.map((profile) => ({
      name: `${mutation} of ${profile}`,
      field: `${mutation}(input: { ${inputOf(PROFILES[profile].reference, targets)} })`,
      expected: (who) => expectedOf(changeVerdict(who, targets, profile)),
    })),
  );
}

/** The other spelling of a template is tried on two targets alone: so the rest of a target goes into one request. */
const SPELLING = ['templateInCamelCase'] as const;
const SPELT = PROFILE_NAMES.filter((name) => !SPELLING.some((other) => other === name));

export const CHANGES: readonly MutationBatch[] = [
  ...TARGETS.map((targets) => ({ name: `[${targets.join(', ')}]`, cells: cellsOf(targets, SPELT) })),
  {
    name: 'the other spelling',
    cells: [...cellsOf(['project'], SPELLING), ...cellsOf(['foreign'], SPELLING)],
  },
];

const idsOf = (kind: 'Project' | 'Group', length: number): readonly string[] =>
  Array.from({ length }, (_, index) => `gid://gitlab/${kind}/${index + 1}`);

/** Neither list is too long for itself where there are two. */
const TOO_LONG = [
  ['101 projects', { projects: idsOf('Project', 101), groups: [] }],
  ['51 projects and 50 groups', { projects: idsOf('Project', 51), groups: idsOf('Group', 50) }],
] as const;

/** It is said of everybody's too long lists, whatever stands in them. */
export const TOO_MANY: readonly MutationBatch[] = TOO_LONG.flatMap(([name, variables]) =>
  inBatches(MUTATIONS, 2).map((mutations) => ({
    name,
    declared: '($projects: [ProjectID!] $groups: [GroupID!])',
    variables,
    cells: mutations.map((mutation): MutationCell => ({
      name: mutation,
      field: `${mutation}(input: { securityScanProfileId: "${profileGid('1')}" projectIds: $projects groupIds: $groups })`,
      expected: () => 'TOO_MANY_IDS',
    })),
  })),
);

const NO_PROJECT = [
  'gid://gitlab/Project/0',
  'gid://gitlab/Project/-1',
  'gid://gitlab/Project/01',
  'gid://gitlab/Project/1e3',
  'gid://gitlab/Group/2001',
  '1021',
  '',
  'gid://gitlab/Project/99999999999999999999',
];
const NO_GROUP = [
  'gid://gitlab/Group/x',
  'gid://gitlab/Project/1021',
  'group-2001',
  'gid://other/Group/2001',
];
const NO_PROFILE = [
  'gid://gitlab/Security::ScanProfile/0',
  'gid://gitlab/Security::ScanProfile/nope',
  'sast',
  '1',
  'gid://gitlab/Project/1',
];

const AS_OWN = `securityScanProfileId: "${profileGid('1')}"`;
const ON_PROJECT = `projectIds: ["${gidOf('project')}"]`;

/** By the name of the argument that has what is no id: the error has to name it too. */
const WRONG: Readonly<Record<string, readonly string[]>> = {
  projectIds: [
    ...NO_PROJECT.map((id) => `${AS_OWN} projectIds: ["${id}"]`),
    ...NO_PROJECT.slice(0, 3).map((id) => `${AS_OWN} projectIds: ["${gidOf('project')}" "${id}"]`),
  ],
  groupIds: NO_GROUP.map((id) => `${AS_OWN} groupIds: ["${id}"]`),
  securityScanProfileId: NO_PROFILE.map((id) => `securityScanProfileId: "${id}" ${ON_PROJECT}`),
};

/** What is no id, alone and among good ones: the whole request is refused, each wrong value by an error of its own. */
export const MALFORMED: readonly MalformedBatch[] = MUTATIONS.map((mutation) => ({
  name: `${mutation} of what is no id`,
  cells: Object.entries(WRONG).flatMap(([argument, inputs]) =>
    inputs.map((input) => ({
      name: input,
      field: `${mutation}(input: { ${input} })`,
      argument,
      expected: () => 'NO_ACCESS' as const,
    })),
  ),
}));

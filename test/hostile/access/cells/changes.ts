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
import { expectedOf, inBatches, type MutationBatch, type MutationCell } from './cell.ts';

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

const MANY = Array.from({ length: 101 }, (_, index) => `gid://gitlab/Project/${index + 1}`);

/** It is said of everybody's too long lists, whatever stands in them. */
export const TOO_MANY: readonly MutationBatch[] = inBatches(MUTATIONS, 2).map((mutations) => ({
  name: '101 projects',
  declared: '($many: [ProjectID!])',
  variables: { many: MANY },
  cells: mutations.map((mutation): MutationCell => ({
    name: mutation,
    field: `${mutation}(input: { securityScanProfileId: "${profileGid('1')}" projectIds: $many })`,
    expected: () => 'TOO_MANY_IDS',
  })),
}));

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

/** What is no id, alone and among good ones: the whole request is refused, each wrong value by an error of its own. */
export const MALFORMED: readonly MutationBatch[] = MUTATIONS.map((mutation) => ({
  name: `${mutation} of what is no id`,
  cells: [
    ...NO_PROJECT.map((id) => `securityScanProfileId: "${profileGid('1')}" projectIds: ["${id}"]`),
    ...NO_PROJECT.slice(0, 3).map(
      (id) => `securityScanProfileId: "${profileGid('1')}" projectIds: ["${gidOf('project')}" "${id}"]`,
    ),
    ...NO_GROUP.map((id) => `securityScanProfileId: "${profileGid('1')}" groupIds: ["${id}"]`),
    ...NO_PROFILE.map((id) => `securityScanProfileId: "${id}" projectIds: ["${gidOf('project')}"]`),
  ].map((input) => ({ name: input, field: `${mutation}(input: { ${input} })`, expected: () => 'NO_ACCESS' })),
}));

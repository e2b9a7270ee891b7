import {
  createTokenVerdict,
  createVerdict,
  editVerdict,
  type OperationMutation,
  operationVerdict,
  reportVerdict,
} from '../oracle.ts';
import type { OperationIds } from '../world/build.ts';
import { OPERATION_NAMES } from '../world/operations.ts';
import { gidOf, PLACE_NAMES, placeOf, PROFILE_NAMES, profileGid, PROFILES } from '../world/tree.ts';
import { type Expected, expectedOf, inBatches, type MutationBatch, type MutationCell } from './cell.ts';

const OPERATION_MUTATIONS: Readonly<Record<OperationMutation, readonly [field: string, argument: string]>> = {
  APPLY: ['applySecurityScanProfileOperation', 'id'],
  RETRY: ['retrySecurityScanProfileOperation', 'id'],
  UNDO: ['undoSecurityScanProfileOperation', 'id'],
  CANCEL: ['cancelSecurityScanProfileOperation', 'id'],
  ADOPT: ['adoptSecurityScanProfiles', 'operationId'],
};

const isMutation = (name: string): name is OperationMutation => name in OPERATION_MUTATIONS;

/** Changes of operations. */
function operationChanges(ids: OperationIds): readonly MutationBatch[] {
  return Object.keys(OPERATION_MUTATIONS)
    .filter(isMutation)
    .map((mutation) => {
      const [field, argument] = OPERATION_MUTATIONS[mutation];
      const cells = OPERATION_NAMES.map((operation): MutationCell => ({
        name: `${mutation} of ${operation}`,
        field: `${field}(input: { ${argument}: "${ids[operation]}" })`,
        expected: (who) => expectedOf(operationVerdict(who, mutation, operation)),
      }));
      return { name: mutation, cells };
    });
}

const RECOMMENDED = [
  'Recommended scan profiles can be neither changed nor deleted: create one of your own',
] as const;

function editCells(mutation: 'Update' | 'Delete', rest: string): readonly MutationCell[] {
  return PROFILE_NAMES.map((profile) => ({
    name: `securityScanProfile${mutation} of ${profile}`,
    field: `securityScanProfile${mutation}(input: { id: "${profileGid(PROFILES[profile].reference)}" ${rest} })`,
    expected(who): Expected {
      const verdict = editVerdict(who, profile);
      return verdict === 'REFUSED_IN_WORDS' ? { errors: RECOMMENDED } : expectedOf(verdict);
    },
  }));
}

const GROUPS = PLACE_NAMES.filter((name) => placeOf(name).kind === 'Group');
const PROJECTS = PLACE_NAMES.filter((name) => placeOf(name).kind === 'Project');

function createCells(name: string, errors: readonly string[]): readonly MutationCell[] {
  return GROUPS.map((place) => ({
    name: `securityScanProfileCreate of "${name}" in ${place}`,
    field: `securityScanProfileCreate(input: { namespaceId: "${gidOf(place)}" scanType: SAST name: "${name}" description: "" triggers: [{ triggerType: DEFAULT_BRANCH_PIPELINE }] })`,
    expected(who): Expected {
      const verdict = createVerdict(who, place);
      return verdict === 'DONE' ? { errors } : expectedOf(verdict);
    },
  }));
}

/** What is wrong with a profile learns only who may make one. */
const CREATES = [...createCells('New', []), ...createCells('', ['name must not be blank'])];

const NOTHING_ATTACHED =
  'Nothing was recorded: the project has no such scan profile attached, or none that has the trigger';

/** What shows a profile of SAST. That of `moved` and `joinedProject` went with their top-level group. */
const ATTACHED = ['project', 'direct', 'foreign'];

const REPORTS = PROJECTS.map((place): MutationCell => ({
  name: `reportSecurityScan of ${place}`,
  field: `reportSecurityScan(input: { projectId: "${gidOf(place)}" scanType: SAST trigger: DEFAULT_BRANCH_PIPELINE result: SUCCESS buildId: "1" })`,
  expected(who): Expected {
    const verdict = reportVerdict(who, place);
    if (verdict !== 'DONE') return expectedOf(verdict);
    return { errors: ATTACHED.includes(place) ? [] : [NOTHING_ATTACHED] };
  },
}));

/** Tokens of oneself, of which there are none but those of `owner`. */
function tokenCells(owners: string): readonly MutationCell[] {
  return [
    {
      name: 'personalAccessTokenCreate',
      field: 'personalAccessTokenCreate(input: { name: "x" scopes: [API] expiresAt: "2026-12-01" })',
      expected: (who) => expectedOf(createTokenVerdict(who)),
    },
    ...[
      owners,
      'gid://gitlab/PersonalAccessToken/01M81J18G047C4FEZDQK8YZG0M',
      'gid://gitlab/Project/10000000000000000000000000000',
    ].map((id): MutationCell => ({
      name: `personalAccessTokenRevoke of ${id}`,
      field: `personalAccessTokenRevoke(input: { id: "${id}" })`,
      expected: () => 'NO_ACCESS',
    })),
  ];
}

/** All mutations but attach and detach. `owners`: a token of somebody else. */
export function otherMutations(ids: OperationIds, owners: string): readonly MutationBatch[] {
  const cells = [
    ...editCells('Update', 'description: "Changed"'),
    ...editCells('Delete', 'dryRun: true'),
    ...editCells('Delete', ''),
    ...CREATES,
    ...REPORTS,
    ...tokenCells(owners),
  ];
  const batches = inBatches(cells, 28).map((part, index) => ({
    name: `mutations ${index + 1}`,
    cells: part,
  }));
  return [...operationChanges(ids), ...batches];
}

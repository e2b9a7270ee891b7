import { operation, totals } from './data.ts';
import { Deployment } from './deployment.ts';

/** A profile as the API shows it. */
export interface StubProfile {
  readonly id: string;
  readonly scanType: string;
  readonly name: string;
  readonly description: string;
  readonly lockVersion: number;
  readonly triggerSettings: readonly { readonly triggerType: string; readonly overrides: object | null }[];
}

interface Changes {
  /** The mutations that came, by their name, with their inputs. */
  readonly changes: readonly (readonly [string, Readonly<Record<string, unknown>>])[];
  readonly profiles: StubProfile[];
}

interface Options {
  readonly may?: boolean;
  /** The errors with which a change is refused; none if it is not. */
  readonly refuse?: (name: unknown) => readonly string[];
}

export function gid(id: number): string {
  return `gid://gitlab/Security::ScanProfile/${id}`;
}

export const OURS: StubProfile = {
  id: gid(1),
  scanType: 'SAST',
  name: 'Ours',
  description: 'For all',
  lockVersion: 3,
  triggerSettings: [
    { triggerType: 'MERGE_REQUEST_PIPELINE', overrides: {} },
    { triggerType: 'DEFAULT_BRANCH_PIPELINE', overrides: { imageSuffix: 'FIPS' } },
  ],
};

export const PUSHES: StubProfile = {
  id: gid(2),
  scanType: 'SECRET_DETECTION',
  name: 'Pushes',
  description: '',
  lockVersion: 1,
  triggerSettings: [{ triggerType: 'GIT_PUSH_EVENT', overrides: null }],
};

/** The one of an edit has ended when it is accepted. */
const OPERATIONS = {
  create: operation({ id: 'CREATED', kind: 'CREATE_PROFILE', totals: totals({}) }),
  update: operation({ id: 'UPDATED', kind: 'UPDATE_PROFILE', totals: totals({}) }),
  delete: operation({ kind: 'DELETE_PROFILE', status: 'PENDING', finishedAt: null }),
} as const;

/** A deployment with the top-level group `top`, that has these profiles and notes what it is to change. */
export async function profilesApi(
  present: readonly StubProfile[] = [PUSHES, OURS],
  { may = true, refuse = () => [] }: Options = {},
): Promise<Deployment & Changes> {
  const changes: [string, Readonly<Record<string, unknown>>][] = [];
  const profiles = [...present];
  const shown = (profile: StubProfile): object => ({
    ...profile,
    gitlabRecommended: false,
    triggers: profile.triggerSettings.map(({ triggerType }) => triggerType),
    configuration: {},
  });
  const permissions = {
    createSecurityScanProfiles: may,
    updateSecurityScanProfiles: may,
    deleteSecurityScanProfiles: may,
  };
  const edit =
    (mutation: keyof typeof OPERATIONS) =>
    ({ input }: { readonly input: Readonly<Record<string, unknown>> }): object => {
      changes.push([mutation, { ...input }]);
      const errors = refuse(input['name'] ?? input['id']);
      const isDone = errors.length === 0;
      return {
        errors,
        scanProfile: isDone ? { id: gid(9), lockVersion: 4 } : null,
        operation: isDone ? OPERATIONS[mutation] : null,
      };
    };
  const deployment = await Deployment.of({
    group: ({ fullPath }: { readonly fullPath: string }) =>
      fullPath.startsWith('top')
        ? {
            id: 'gid://gitlab/Group/1',
            fullPath,
            userPermissions: permissions,
            availableSecurityScanProfiles: () => profiles.map(shown),
          }
        : null,
    securityScanProfile: ({ id }: { readonly id: string }) => {
      const found = profiles.find((profile) => profile.id === id);
      return found ? shown(found) : new Error('gone');
    },
    securityScanProfileOperation: () => operation({ kind: 'DELETE_PROFILE' }),
    securityScanProfileCreate: edit('create'),
    securityScanProfileUpdate: edit('update'),
    securityScanProfileDelete: edit('delete'),
  });
  return Object.assign(deployment, { changes, profiles });
}

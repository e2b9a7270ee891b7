import { operation, SAST, SECRETS } from './data.ts';
import { Deployment } from './deployment.ts';

const GROUPS: Readonly<Record<string, object>> = {
  top: { id: 'gid://gitlab/Group/1', fullPath: 'top', availableSecurityScanProfiles: [SAST, SECRETS] },
  both: { id: 'gid://gitlab/Group/2', fullPath: 'both' },
};
const PROJECTS: Readonly<Record<string, object>> = {
  'top/app': { id: 'gid://gitlab/Project/5', fullPath: 'top/app' },
  both: { id: 'gid://gitlab/Project/6', fullPath: 'both' },
};

interface Argument {
  readonly fullPath: string;
}

/** A deployment that takes changes, and the inputs that it got. */
export interface ChangeApi extends AsyncDisposable, Pick<Deployment, 'url' | 'asked' | 'mishaps'> {
  readonly inputs: readonly Readonly<Record<string, unknown>>[];
}

/** One with a small tree, that answers every change with the payload. */
export async function changeApi(
  payload: object = { errors: [], operation: operation() },
): Promise<ChangeApi> {
  const inputs: Record<string, unknown>[] = [];
  const accept = ({ input }: { readonly input: Record<string, unknown> }): object => {
    inputs.push({ ...input });
    return payload;
  };
  const deployment = await Deployment.of({
    group: ({ fullPath }: Argument) => GROUPS[fullPath.toLowerCase()] ?? null,
    project: ({ fullPath }: Argument) => PROJECTS[fullPath.toLowerCase()] ?? null,
    attachSecurityScanProfile: accept,
    detachSecurityScanProfile: accept,
    applySecurityScanProfileOperation: accept,
    retrySecurityScanProfileOperation: accept,
    undoSecurityScanProfileOperation: accept,
    cancelSecurityScanProfileOperation: accept,
    adoptSecurityScanProfiles: accept,
    securityScanProfileOperation: () => operation(),
  });
  const { url, asked, mishaps } = deployment;
  return {
    url,
    asked,
    mishaps,
    inputs,
    [Symbol.asyncDispose]: async () => deployment[Symbol.asyncDispose](),
  };
}

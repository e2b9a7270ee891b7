import { GITLAB_RELEASE } from '../../../shared/domain/gitlab-release.ts';

/** What this is, in GitLab's fields. `revision` is our own release. */
export function metadataEntity(revision: string): object {
  const { major, minor, patch } = GITLAB_RELEASE;
  return {
    version: `${major}.${minor}.${patch}`,
    revision,
    kas: { enabled: false, externalUrl: null, externalK8sProxyUrl: null, version: null },
    // Scan profiles are of the Enterprise Edition: clients ask before they use them.
    enterprise: true,
  };
}

/** What is asked again and again. */
export interface Asked {
  readonly name: string;
  /** The body of the request. A mutation is of another project each time. */
  readonly body: () => string;
  /** How often it is asked in a round. */
  readonly times: number;
}

/** The group that all projects are in. */
const GROUP = 'group-1/group-2';

const PROFILES = 'securityScanProfiles { id name scanType triggers }';

/** From one that reads nothing to one that changes something. `next` gives the id of a project that was not changed yet. */
export function requests(projectId: number, next: () => number): readonly Asked[] {
  const query =
    (text: string): (() => string) =>
    () =>
      JSON.stringify({ query: text });
  return [
    { name: 'who asks', body: query('{ currentUser { id } }'), times: 1_000 },
    {
      name: 'a project by its path, with its profiles',
      body: query(`{ project(fullPath: "${GROUP}/project-${projectId}") { id name fullPath ${PROFILES} } }`),
      times: 20,
    },
    {
      name: '100 projects of a group, with their profiles',
      body: query(
        `{ group(fullPath: "${GROUP}") { projects(first: 100) { nodes { id name fullPath ${PROFILES} } } } }`,
      ),
      times: 3,
    },
    {
      name: 'an attach to one project',
      body: () =>
        JSON.stringify({
          query: `mutation ($input: AttachSecurityScanProfileInput!) {
            attachSecurityScanProfile(input: $input) { errors operation { status totals { applied } } }
          }`,
          variables: {
            input: {
              securityScanProfileId: 'gid://gitlab/Security::ScanProfile/sast',
              projectIds: [`gid://gitlab/Project/${next()}`],
            },
          },
        }),
      times: 5,
    },
  ];
}

/** The release of GitLab that clients may take this for: its fields, its words, its behaviour. */
export const GITLAB_RELEASE = { major: 19, minor: 6, patch: 0 } as const;

import { fileURLToPath } from 'node:url';

/** The sample: a real tree, and five made-up users. Their README says where the tree comes from. */
export const SAMPLE_FILES = {
  groups: fileURLToPath(new URL('groups.ndjson.gz', import.meta.url)),
  projects: fileURLToPath(new URL('projects.ndjson.gz', import.meta.url)),
  members: fileURLToPath(new URL('members.ndjson', import.meta.url)),
};

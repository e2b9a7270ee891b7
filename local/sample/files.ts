import { fileURLToPath } from 'node:url';

/** The sample: a real tree, and made-up users. The README beside it says where the tree comes from. */
export const SAMPLE_FILES = {
  groups: path('groups.ndjson.gz'),
  projects: path('projects.ndjson.gz'),
  members: path('members.ndjson'),
};

/** Long before anybody tries it: neither the time of a checkout nor a clock that is wrong makes an event come too late. */
export const SAMPLE_AS_OF = Date.parse('2026-01-01T00:00:00Z');

function path(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}

import * as z from 'zod/mini';

const LONGEST = 255;

/**
 * The last part of a path, by GitLab's rules for paths that exist (those for new ones are narrower):
 * letters, digits, `_`, `-` and `.`, no `-` at the start, no `.git` or `.atom` at the end.
 */
export const slug = z.string().check(
  z.maxLength(LONGEST),
  z.regex(/^[a-zA-Z0-9_.][a-zA-Z0-9_.-]*$/, 'has other characters than a path may have'),
  z.refine((text) => !/^\.{1,2}$|\.(git|atom)$/i.test(text), 'is reserved'),
);

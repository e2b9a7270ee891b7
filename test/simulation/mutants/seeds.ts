/**
 * Mutants that histories notice soon, and the first seed that did: found by `npm run simulate -- --mutants`. Another
 * generator makes other histories of the same seeds, so that some of the seeds that follow are tried too.
 */
export const SEEDS: Readonly<Record<string, number>> = {
  'wipe-with-root': 5,
  'pointer-not-hint': 2,
  'forward-in-time': 10,
  'children-opened-with-the-plan': 2,
  'page-done-once': 1,
  'end-when-all-is-done': 2,
  'preview-writes-nothing': 6,
};

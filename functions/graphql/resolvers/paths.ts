/** Longest path that GitLab gives a group or project; longer ones would not even make a key of the table. */
const MAXIMUM_SLUG = 255;

/** Whether something could stand at this full path. */
export function isPath(fullPath: string): boolean {
  return fullPath.split('/').every((slug) => slug.length <= MAXIMUM_SLUG);
}

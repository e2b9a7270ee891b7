import type { PlaceName } from './tree.ts';

/** Operations by their state; `id` where it is not made by chance. */
interface Known {
  /** The group that they belong to, which may be a top-level group no more. */
  readonly root: PlaceName | undefined;
  readonly id: string;
}

const of = (root: PlaceName): Known => ({ root, id: '' });

export const OPERATIONS = {
  /** It made the recommended profile. */
  first: of('root'),
  ended: of('root'),
  preview: of('root'),
  running: of('root'),
  /** Of a profile. */
  edit: of('root'),
  /** A project went to another top-level group. */
  rehomed: of('root'),
  /** A top-level group became a subgroup. */
  lapsed: of('joined'),
  foreign: of('otherRoot'),
  foreignPreview: of('otherRoot'),
  absent: { root: undefined, id: '01M81J18G047C4FEZDQK8YZG0M' },
  malformed: { root: undefined, id: 'gid://gitlab/Operation/100' },
} as const satisfies Readonly<Record<string, Known>>;

export type OperationName = keyof typeof OPERATIONS;

function isOperationName(name: string): name is OperationName {
  return name in OPERATIONS;
}

export const OPERATION_NAMES: readonly OperationName[] = Object.keys(OPERATIONS).filter(isOperationName);

/**
 * The tree that the matrix is about, as data: `build.ts` makes it by the product's own code, `oracle.ts` judges by it. All
 * ids have as many digits, so that answers about different ones differ in nothing else.
 */
export interface Place {
  readonly kind: 'Group' | 'Project';
  readonly id: number;
  /** Null: a top-level group, or nowhere. */
  readonly parent: string | null;
  /** Never was, or was deleted. */
  readonly gone?: 'ABSENT' | 'DELETED';
}

const group = (id: number, parent: string | null): Place => ({ kind: 'Group', id, parent });
const project = (id: number, parent: string): Place => ({ kind: 'Project', id, parent });

export const PLACES = {
  root: group(2001, null),
  subgroup: group(2002, 'root'),
  nested: group(2003, 'subgroup'),
  sibling: group(2004, 'root'),
  /** A top-level group that became a child of `root`. */
  joined: group(2007, 'root'),
  otherRoot: group(2009, null),
  otherSubgroup: group(2008, 'otherRoot'),
  deletedGroup: { kind: 'Group', id: 2005, parent: 'root', gone: 'DELETED' },
  absentGroup: { kind: 'Group', id: 2404, parent: 'root', gone: 'ABSENT' },
  project: project(1021, 'subgroup'),
  siblingProject: project(1022, 'subgroup'),
  nestedProject: project(1031, 'nested'),
  cousin: project(1041, 'sibling'),
  direct: project(1011, 'root'),
  joinedProject: project(1071, 'joined'),
  /** Was in `root` once. */
  moved: project(1061, 'otherRoot'),
  foreign: project(1091, 'otherRoot'),
  foreignBelow: project(1081, 'otherSubgroup'),
  deletedProject: { kind: 'Project', id: 1051, parent: 'subgroup', gone: 'DELETED' },
  absentProject: { kind: 'Project', id: 1404, parent: 'subgroup', gone: 'ABSENT' },
} as const satisfies Readonly<Record<string, Place>>;

export type PlaceName = keyof typeof PLACES;

export function placeOf(name: PlaceName): Place {
  return PLACES[name];
}

function isPlaceName(name: string): name is PlaceName {
  return name in PLACES;
}

export const PLACE_NAMES: readonly PlaceName[] = Object.keys(PLACES).filter(isPlaceName);

export function gidOf(name: PlaceName): string {
  const { kind, id } = PLACES[name];
  return `gid://gitlab/${kind}/${id}`;
}

/** The last part of the path, as `World` calls what it makes. */
function slugOf(name: PlaceName): string {
  const { kind, id } = PLACES[name];
  return `${kind.toLowerCase()}-${id}`;
}

export function parentOf(name: PlaceName): PlaceName | undefined {
  const { parent } = placeOf(name);
  return parent !== null && isPlaceName(parent) ? parent : undefined;
}

/** From the place itself up to its top-level group. */
export function wayUp(name: PlaceName): readonly PlaceName[] {
  const parent = parentOf(name);
  return parent === undefined ? [name] : [name, ...wayUp(parent)];
}

export function pathOf(name: PlaceName): string {
  return wayUp(name).map(slugOf).toReversed().join('/');
}

export function rootOf(name: PlaceName): PlaceName {
  return wayUp(name).at(-1) ?? name;
}

export function childrenOf(name: PlaceName, kind: Place['kind']): readonly PlaceName[] {
  return PLACE_NAMES.filter((each) => {
    const place = placeOf(each);
    return place.parent === name && place.kind === kind && place.gone === undefined;
  }).toSorted((one, other) => PLACES[one].id - PLACES[other].id);
}

/** Profiles by what they are, with their ids as they are made. */
export const PROFILES = {
  own: { reference: '1', root: 'root', state: 'ACTIVE' },
  recommended: { reference: '2', root: 'root', state: 'RECOMMENDED' },
  foreign: { reference: '3', root: 'otherRoot', state: 'ACTIVE' },
  deleted: { reference: '4', root: 'root', state: 'DELETED' },
  /** Of a top-level group that is none any more. */
  hidden: { reference: '5', root: 'joined', state: 'ACTIVE' },
  absent: { reference: '9', root: 'root', state: 'ABSENT' },
  template: { reference: 'dependency_scanning', root: 'root', state: 'TEMPLATE' },
  templateInCamelCase: { reference: 'DependencyScanning', root: 'root', state: 'TEMPLATE' },
} as const satisfies Readonly<
  Record<string, { readonly reference: string; readonly root: PlaceName; readonly state: string }>
>;

export type ProfileName = keyof typeof PROFILES;

function isProfileName(name: string): name is ProfileName {
  return name in PROFILES;
}

export const PROFILE_NAMES: readonly ProfileName[] = Object.keys(PROFILES).filter(isProfileName);

export function profileGid(reference: string): string {
  return `gid://gitlab/Security::ScanProfile/${reference}`;
}

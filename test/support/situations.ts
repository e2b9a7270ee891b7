import { customProfiles } from './custom-profiles.ts';
import { flatGroup, letHold } from './flat-group.ts';
import type { World } from './world.ts';

/** Profiles of one scan type, and projects by what they hold: none, the target, a rival, both, another type, ten. */
export interface Situations {
  /** The profile that tests attach and detach. */
  readonly target: number;
  /** Another of its scan type. */
  readonly rival: number;
  /** Ten of another scan type. */
  readonly others: readonly number[];
  readonly projects: {
    readonly none: 21;
    readonly same: 22;
    readonly rival: 23;
    readonly both: 24;
    readonly otherType: 25;
    readonly ten: 26;
    readonly tenWithRival: 27;
    readonly tenWithTarget: 28;
  };
}

const PROJECTS = {
  none: 21,
  same: 22,
  rival: 23,
  both: 24,
  otherType: 25,
  ten: 26,
  tenWithRival: 27,
  tenWithTarget: 28,
} as const;

/** Ids of all of them, in the order of `Situations`. */
export const SITUATED: readonly number[] = Object.values(PROJECTS);

/** Makes them in group 2 and, every other one, in group 3 below it, of root 1. */
export async function situate(w: World): Promise<Situations> {
  await w.group(1, null);
  await w.group(2, 1);
  await w.group(3, 2);
  const { table } = w.env;
  const isEven = (id: number): boolean => id % 2 === 0;
  await flatGroup(table, [2, 1], SITUATED.filter(isEven));
  await flatGroup(
    table,
    [3, 2, 1],
    SITUATED.filter((id) => !isEven(id)),
  );
  const [target = 0, rival = 0] = await customProfiles(table, 1, 2);
  const others = await customProfiles(table, 1, 10, { scanType: 'SECRET_DETECTION' });
  const holds = async (id: number, profileIds: readonly number[]): Promise<void> =>
    letHold(table, 1, [id], profileIds);
  await holds(PROJECTS.same, [target]);
  await holds(PROJECTS.rival, [rival]);
  await holds(PROJECTS.both, [target, rival]);
  await holds(PROJECTS.otherType, others.slice(0, 1));
  await holds(PROJECTS.ten, others);
  await holds(PROJECTS.tenWithRival, [rival, ...others.slice(0, 9)]);
  await holds(PROJECTS.tenWithTarget, [target, ...others.slice(0, 9)]);
  return { target, rival, others, projects: PROJECTS };
}

import { Loaders } from '../../../functions/graphql/loaders.ts';
import { ACCESS_LEVELS } from '../../../shared/domain/access.ts';
import { groupRef, type NodeRef } from '../../../shared/domain/node.ts';
import type { ScanType } from '../../../shared/domain/scan-types/scan-types.ts';
import type { Envelope } from '../../../shared/domain/tree-event.ts';
import { readProjects } from '../../../shared/storage/nodes.ts';
import { eachOutcome } from '../../../shared/storage/page-records.ts';
import { applyEvent } from '../../../shared/tree/apply-event.ts';
import { locate } from '../../../shared/tree/locate.ts';
import { setMember } from '../../../shared/tree/set-member.ts';
import { customProfiles } from '../../support/custom-profiles.ts';
import { Crash, injectFaults } from '../../support/faults.ts';
import { letHold } from '../../support/flat-group.ts';
import { testEnvironment } from '../../support/test-environment.ts';
import { world, type World } from '../../support/world.ts';
import { inProcessTable } from '../table/in-process-table.ts';
import type { Store } from '../table/store/store.ts';
import { type Replica, replicaOf } from './replicas.ts';

/** At which call of the table something happens: before, or after the effect of, the `nth` of these commands. */
export interface Moment {
  readonly command: Command | readonly Command[];
  readonly nth?: number | Partial<Record<Command, number>>;
  readonly when?: 'before' | 'after';
}

type Command = keyof typeof COMMANDS;

const COMMANDS = {
  get: 'GetItemCommand',
  batchGet: 'BatchGetItemCommand',
  query: 'QueryCommand',
  snapshot: 'TransactGetItemsCommand',
  states: 'BatchExecuteStatementCommand',
  transaction: 'TransactWriteItemsCommand',
} as const;

/**
 * The product on a table in this process: root 1 with groups 2 (projects 11 and 12) and 3 (project 13), and root 9 with
 * project 91. User `owner` owns both roots.
 */
export interface Stage extends World {
  readonly store: Store;
  readonly replica: Replica;
  /** Runs `work`, and `meanwhile` once, at that moment of it. Throws if there is no such moment. */
  during(work: () => Promise<unknown>, moment: Moment, meanwhile: () => Promise<unknown>): Promise<void>;
  /** Runs `work`, which dies at that moment. */
  dying(work: () => Promise<unknown>, moment: Moment): Promise<void>;
  /** Lets the clock go on, by two seconds if nothing is said. */
  later(milliseconds?: number): void;
  /** Profiles of a root that are not recommended. */
  profiles(rootId: number, count: number, scanType?: ScanType): Promise<readonly number[]>;
  /** Lets a project about which nothing was decided hold profiles of its root. */
  holding(rootId: number, projectId: number, profileIds: readonly number[]): Promise<void>;
  held(projectId: number): Promise<readonly number[]>;
  /** By project: profiles that an operation has recorded as made and as removed. */
  records(operationId: string): Promise<ReadonlyMap<number, Recorded>>;
  member(userId: string, groupId: number, accessLevel: keyof typeof ACCESS_LEVELS): Promise<void>;
  /** An event with an id of its own, which may come again; at a time of the source, `now` if nothing is said. */
  told(event: Told): Promise<void>;
  /** Ids of the groups above a node, nearest first; undefined where it is not there or has no root. */
  above(ref: NodeRef, userId?: string): Promise<readonly number[] | undefined>;
  /** Ids of all groups and projects that a user sees among these. */
  sees(userId: string, ref: NodeRef): Promise<boolean>;
}

export interface Recorded {
  readonly made: readonly number[];
  readonly removed: readonly number[];
}

interface Told {
  readonly id: string;
  readonly type: string;
  readonly detail: Record<string, unknown>;
  readonly at?: number;
}

/** A guard's promise, told by the product's own code: throws where it is broken. */
export interface Scenario {
  /** Names of the mutants under which it throws. */
  readonly kills: readonly string[];
  readonly shows: string;
  readonly run: (stage: Stage) => Promise<void>;
}

export function scenario(kills: readonly string[], shows: string, run: Scenario['run']): Scenario {
  return { kills, shows, run };
}

export async function newStage(): Promise<Stage> {
  let now = (): number => 0;
  const { table, store } = inProcessTable({ now: () => now() });
  const replica = replicaOf(table, store, () => now());
  const env = testEnvironment(table);
  now = () => env.clock.now();
  const w = world(env);
  await w.group(1, null);
  for (const id of [2, 3]) await w.group(id, 1);
  await w.group(9, null);
  for (const [id, parent] of [
    [11, 2],
    [12, 2],
    [13, 3],
    [91, 9],
  ] as const)
    await w.project(id, parent);
  const during: Stage['during'] = async (work, moment, meanwhile) => {
    const { isNow, hasBeen } = watch(moment);
    const faults = injectFaults(table, (name) =>
      isNow(name)
        ? {
            [moment.when ?? 'before']: async () => {
              await meanwhile();
            },
          }
        : undefined,
    );
    try {
      await work();
    } finally {
      faults.stop();
    }
    if (!hasBeen()) throw new Error(`there was no such moment: ${JSON.stringify(moment)}`);
  };
  return {
    ...w,
    store,
    replica,
    during,
    async dying(work, moment) {
      try {
        await during(work, moment, () => {
          throw new Crash('the function dies here');
        });
      } catch (error) {
        if (!(error instanceof Crash)) throw error;
      }
    },
    later(milliseconds = 2_000) {
      env.clock.advance(milliseconds);
    },
    async profiles(rootId, count, scanType = 'SAST') {
      return customProfiles(table, rootId, count, { scanType });
    },
    async holding(rootId, projectId, profileIds) {
      await letHold(table, rootId, [projectId], profileIds);
    },
    async held(projectId) {
      const state = (await readProjects(table, [projectId])).get(projectId)?.state;
      return Object.keys(state?.attachments ?? {}).map(Number);
    },
    async records(operationId) {
      const pages = await Array.fromAsync(eachOutcome(table, operationId));
      return new Map(pages.flatMap(({ effects }) => [...effects]));
    },
    async member(userId, groupId, accessLevel) {
      const at = env.clock.now();
      await setMember(env, { ref: groupRef(groupId), userId, accessLevel: ACCESS_LEVELS[accessLevel], at });
    },
    async told({ id, type, detail, at = env.clock.now() }) {
      const event: Envelope = { id, 'detail-type': type, time: new Date(at).toISOString(), detail };
      await applyEvent(env, event);
    },
    async above(ref, userId = 'owner') {
      const located = (await locate(env, [ref], userId)).get(`${ref.kind}:${ref.id}`);
      return located?.groups.map(({ id }) => id);
    },
    async sees(userId, { kind, id }) {
      const loaders = new Loaders(env, userId);
      return (kind === 'group' ? await loaders.group(id) : await loaders.project(id)) !== undefined;
    },
  };
}

/** Tells at which command the moment is: once. */
function watch({ command, nth = 1 }: Moment): {
  readonly isNow: (name: string) => boolean;
  readonly hasBeen: () => boolean;
} {
  const commands = [command].flat();
  const left = new Map<string, number>(
    commands.map((each) => [COMMANDS[each], typeof nth === 'number' ? nth : (nth[each] ?? 1)]),
  );
  let has = false;
  return {
    hasBeen: () => has,
    isNow(name) {
      const number = left.get(name);
      if (has || number === undefined) return false;
      left.set(name, number - 1);
      has = number === 1;
      return has;
    },
  };
}

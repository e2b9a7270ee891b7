import { INITIAL_STATE } from '../../../../shared/domain/project-state.ts';
import type { ScanHistories } from '../../../../shared/domain/scan-status/histories.ts';
import { type ScanHistory, withReport } from '../../../../shared/domain/scan-status/history.ts';
import type { ScanType } from '../../../../shared/domain/scan-types/scan-types.ts';
import { writeStates } from '../../../../shared/storage/project-states.ts';
import { writeScanResults } from '../../../../shared/storage/scan-results.ts';
import { customProfiles } from '../../../support/custom-profiles.ts';
import { flatGroup } from '../../../support/flat-group.ts';
import type { TestApi } from '../../../support/graphql-api.ts';

/** A profile on a project, and its scans, the oldest first: `S` succeeded, `F` failed. */
interface Held {
  readonly profileId: number;
  readonly scanType: ScanType;
  readonly scans: string;
  /** Days since the last one. */
  readonly age: number;
}

/** What was planted, for tests to go by instead of by what the product reads. */
export interface PlannedProject {
  readonly id: number;
  readonly groupId: number;
  /** The group and those above it, the root last. */
  readonly chain: readonly number[];
  /** What it shows. */
  readonly shows: readonly Held[];
}

export interface ScannedTree {
  /** Full paths of all groups below root 1, and its own, by id. */
  readonly paths: ReadonlyMap<number, string>;
  readonly projects: readonly PlannedProject[];
}

const DAY = 24 * 60 * 60 * 1000;
const SCANS = ['', 'S', 'F', 'SF', 'SFF', 'FFF', 'SFFFF', 'FFFS', 'S'.repeat(10)];
const AGES = [0, 1, 30, 89, 91, 400];
const TYPES: readonly ScanType[] = ['SAST', 'SAST', 'SECRET_DETECTION', 'DEPENDENCY_SCANNING'];

/**
 * Plants groups and projects below root 1 at random, by the environment's own seed, with profiles and scans. Some hold what
 * must not count besides: attachments of another root, and histories of attachments that are gone.
 */
export async function plantScannedTree({ env, world }: TestApi, size = 120): Promise<ScannedTree> {
  const one = <T>(from: readonly T[]): T | undefined => from[Math.floor(env.random() * from.length)];
  const chains = new Map<number, readonly number[]>([[1, [1]]]);
  await world.group(1, null);
  await world.group(9, null);
  for (let id = 20; id < 34; id += 1) {
    const parent = one([...chains.keys()]) ?? 1;
    await world.group(id, parent);
    chains.set(id, [id, ...(chains.get(parent) ?? [])]);
  }
  const profiles: { profileId: number; scanType: ScanType }[] = [];
  for (const scanType of TYPES) {
    const [profileId = 0] = await customProfiles(env.table, 1, 1, { scanType });
    profiles.push({ profileId, scanType });
  }
  const projects = Array.from({ length: size }, (_, index): PlannedProject & { isStrange: boolean } => {
    const groupId = one([...chains.keys()]) ?? 1;
    const chance = env.random();
    const isStrange = env.random() < 0.1;
    const held = profiles
      .filter(() => env.random() < chance)
      .map((profile) => ({ ...profile, scans: one(SCANS) ?? '', age: one(AGES) ?? 0 }));
    return {
      id: 1_000 + index,
      groupId,
      chain: chains.get(groupId) ?? [],
      shows: isStrange ? [] : held,
      isStrange,
    };
  });
  for (const [groupId, chain] of chains) {
    const ids = projects.filter((project) => project.groupId === groupId).map(({ id }) => id);
    await flatGroup(env.table, chain, ids);
  }
  for (const { id, shows, isStrange } of projects) {
    const held = isStrange ? profiles.map((profile) => ({ ...profile, scans: 'FFF', age: 0 })) : shows;
    const attachments = held.map(({ profileId }) => [
      profileId,
      { seq: 1, at: 0, by: 'owner', operationId: 'A' },
    ]);
    const rootId = isStrange ? 9 : 1;
    const state = { ...INITIAL_STATE, version: 1, rootId, attachments: Object.fromEntries(attachments) };
    await writeStates(env.table, [{ projectId: id, before: 0, state }]);
    // One that is gone by now failed, whatever the present ones did.
    const gone = profiles.filter(({ profileId }) => !held.some((each) => each.profileId === profileId));
    const histories: ScanHistories = {
      ...historiesOf(
        gone.map((profile) => ({ ...profile, scans: 'FFF', age: 0 })),
        env.clock.now(),
        'GONE',
      ),
      ...historiesOf(held, env.clock.now(), 'A'),
    };
    if (Object.keys(histories).length > 0)
      await writeScanResults(env.table, id, undefined, { revision: 'planted', histories, external: {} });
  }
  const paths = new Map(
    [...chains].map(([id, chain]) => [
      id,
      chain
        .map((each) => `group-${each}`)
        .toReversed()
        .join('/'),
    ]),
  );
  return { paths, projects };
}

function historiesOf(held: readonly Held[], now: number, attachment: string): ScanHistories {
  const scanned = held.filter(({ scans }) => scans !== '');
  return Object.fromEntries(
    scanned.map(({ profileId, scans, age }) => {
      const history = scans.split('').reduce<ScanHistory>(
        (known, letter, index) =>
          withReport(
            known,
            {
              trigger: 'DEFAULT_BRANCH_PIPELINE',
              buildId: String(index),
              result: letter === 'F' ? 'FAILED' : 'SUCCESS',
              at: now - age * DAY - (scans.length - index - 1),
            },
            'SAID',
          ),
        { attachment, recent: [] },
      );
      return [profileId, history];
    }),
  );
}

/** The status of a profile, by the rules as they are written down, and not by the product's code. */
function expectedStatus({ scans, age }: Held): string {
  if (scans === '') return 'PENDING';
  if (age > 90) return 'STALE';
  const failures = /F*$/.exec(scans)?.[0].length ?? 0;
  if (failures >= 3) return 'FAILED';
  return failures > 0 ? 'WARNING' : 'ACTIVE';
}

export const WORST_FIRST = ['FAILED', 'STALE', 'WARNING', 'PENDING', 'ACTIVE', 'NOT_CONFIGURED'];

export function expectedWorst(held: readonly Held[]): string {
  const statuses = held.map(expectedStatus);
  return WORST_FIRST.find((status) => statuses.includes(status)) ?? 'NOT_CONFIGURED';
}

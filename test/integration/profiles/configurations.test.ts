import { expect, it } from 'vitest';
import {
  type ConfigurationValues,
  MAXIMUM_CONFIGURATION,
} from '../../../shared/domain/scan-types/configuration.ts';
import type { Profile } from '../../../shared/domain/profile.ts';
import { configurationsOf } from '../../../shared/pipeline/profiles/configured.ts';
import { findOrCreateCopy } from '../../../shared/pipeline/profiles/copied-profile.ts';
import { updateProfile } from '../../../shared/pipeline/profiles/update-profile.ts';
import {
  type ConfigurationRef,
  digestOf,
  expireConfiguration,
  putConfiguration,
  readConfigurations,
} from '../../../shared/storage/configurations.ts';
import { configurationKey } from '../../../shared/storage/keys.ts';
import { listProfiles } from '../../../shared/storage/profiles.ts';
import { getItem } from '../../../shared/storage/read.ts';
import { type Piece, transact } from '../../../shared/storage/write.ts';
import { useTables } from '../../support/tables.ts';
import { testEnvironment } from '../../support/test-environment.ts';
import { world, type World } from '../../support/world.ts';
import { done, made, sast, stored } from './support/edits.ts';

const newTable = useTables('ENGINE');

async function newWorld(): Promise<World> {
  const w = world(testEnvironment(await newTable()));
  await w.group(1, null);
  return w;
}

it('configurations that an edit replaces stay for the log, and those that come back stay for good', async () => {
  const w = await newWorld();
  const { table } = w.env;
  const edit = async (path: string): Promise<Profile> =>
    done(
      await updateProfile(w.env, {
        actor: 'owner',
        id: { id: 1 },
        triggers: [sast('DEFAULT_BRANCH_PIPELINE', { excludedPaths: [path] })],
        stripDefaults: true,
      }),
    ).profile;
  const expiryOf = async (path: string): Promise<unknown> =>
    (await getItem(table, configurationKey(1, digestOf({ excludedPaths: [path] }))))?.['expiresAt'];
  await made(w);
  await edit('one');
  await edit('two');
  expect(await expiryOf('two')).toBeUndefined();
  expect(await expiryOf('one')).toBe(Math.floor(w.env.clock.now() / 1000) + 400 * 24 * 60 * 60);
  await edit('one');
  expect(await expiryOf('one')).toBeUndefined();
  expect(await configurationsOf(table, await stored(w, 1))).toEqual({
    DEFAULT_BRANCH_PIPELINE: { excludedPaths: ['one'] },
  });
});

it('configurations of ten triggers, 64 KB each, are written in one transaction and read at once', async () => {
  const { table } = await newWorld().then(({ env }) => env);
  const contents = Array.from({ length: 10 }, (_, index) => ({ text: String(index).repeat(65_000) }));
  const refs = contents.map((values) => ({ profileId: 7, digest: digestOf(values) }));
  const pieces = contents.map((values) =>
    putConfiguration({ profileId: 7, digest: digestOf(values) }, values),
  );
  expect(await transact(table, pieces)).toEqual({ result: 'WRITTEN' });
  expect(await readConfigurations(table, refs)).toEqual(contents);
});

it('ten full configurations are replaced by ten others in one transaction', async () => {
  const { env } = await newWorld();
  const full = (seed: string): ConfigurationValues[] =>
    Array.from({ length: 10 }, (_, index) => {
      const start = JSON.stringify({ text: `${seed}${index}` }).length;
      return { text: `${seed}${index}`.padEnd(MAXIMUM_CONFIGURATION - start + 2, 'x') };
    });
  const refs = (contents: readonly ConfigurationValues[]): readonly ConfigurationRef[] =>
    contents.map((values) => ({ profileId: 8, digest: digestOf(values) }));
  const puts = (contents: readonly ConfigurationValues[]): readonly Piece[] =>
    contents.map((values) => putConfiguration({ profileId: 8, digest: digestOf(values) }, values));
  const [before, after] = [full('a'), full('b')];
  expect(JSON.stringify(before[0])).toHaveLength(MAXIMUM_CONFIGURATION);
  await transact(env.table, puts(before));
  const past = refs(before).map((ref) => expireConfiguration(ref, env.clock.now()));
  expect(await transact(env.table, [...puts(after), ...past])).toEqual({ result: 'WRITTEN' });
  expect(await readConfigurations(env.table, [...refs(before), ...refs(after)])).toEqual([
    ...before,
    ...after,
  ]);
});

it('configurations go with the copy of a profile, and with a recommended one', async () => {
  const w = await newWorld();
  await w.accepted({ profile: { template: 'triage_and_remediation_conservative' }, groupIds: [1] });
  const [conservative] = await listProfiles(w.env.table, 1);
  expect(conservative && (await configurationsOf(w.env.table, conservative))).toMatchObject({
    SBOM_INGESTED: { autoRemediation: { severityLevel: 'HIGH', openMergeRequestsLimit: 5 } },
    SECRET_DETECTION_FALSE_POSITIVE: { runMode: 'MANUAL' },
  });
  const triggers = [sast('DEFAULT_BRANCH_PIPELINE', { excludedPaths: ['mine'] })];
  const copy = await findOrCreateCopy(w.env, 9, await made(w, { triggers }));
  expect(await configurationsOf(w.env.table, copy)).toEqual({
    DEFAULT_BRANCH_PIPELINE: { excludedPaths: ['mine'] },
  });
});

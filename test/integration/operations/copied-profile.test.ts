import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Profile } from '../../../shared/domain/profile.ts';
import { findOrCreateCopy } from '../../../shared/pipeline/profiles/copied-profile.ts';
import { getProfiles, listProfiles } from '../../../shared/storage/profiles.ts';
import { customProfiles } from '../../support/custom-profiles.ts';
import { startEngine, type TestEngine } from '../../support/engine.ts';
import { injectFaults } from '../../support/faults.ts';
import { testEnvironment } from '../../support/test-environment.ts';

let engine: TestEngine;

beforeAll(async () => {
  engine = await startEngine();
});
afterAll(async () => engine.stop());

async function newProfile(): Promise<Profile> {
  const [id = 0] = await customProfiles(engine.table, 9, 1);
  const profile = (await getProfiles(engine.table, 9, [id])).get(id);
  if (!profile) throw new Error('no profile was made');
  return profile;
}

it('finds a free name where the end of a long one has to give way', async () => {
  const env = testEnvironment(engine.table);
  const name = `${'a'.repeat(250)}😀😀b`;
  await customProfiles(engine.table, 8, 1, { name });
  const [id = 0] = await customProfiles(engine.table, 9, 1, { name });
  const original = (await getProfiles(engine.table, 9, [id])).get(id);
  if (!original) throw new Error('no profile was made');
  const copy = await findOrCreateCopy(env, 8, original);
  expect(copy.name).toMatch(/^a{250} \(2\)$/);
});

it('makes one copy of a profile, where another makes it while this one is paused at any of its calls', async () => {
  const env = testEnvironment(engine.table);
  let paused = 0;
  for (let call = 1; ; call += 1) {
    const original = await newProfile();
    let other: Profile | undefined;
    const faults = injectFaults(env.table, (_command, made) => {
      if (made !== call || other) return undefined;
      return {
        before: async () => {
          faults.stop();
          other = await findOrCreateCopy(env, 1, original);
        },
      };
    });
    const copy = await findOrCreateCopy(env, 1, original);
    faults.stop();
    if (!other) break;
    paused += 1;
    expect(copy, `paused at call ${call}`).toEqual(other);
    expect(await listProfiles(env.table, 1)).toHaveLength(call);
  }
  expect(paused).toBeGreaterThan(3);
});

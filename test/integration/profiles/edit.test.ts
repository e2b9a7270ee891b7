import { describe, expect, it } from 'vitest';
import { EVENTS_OUT } from '../../../shared/names.ts';
import { configurationsOf } from '../../../shared/pipeline/profiles/configured.ts';
import { createProfile } from '../../../shared/pipeline/profiles/create-profile.ts';
import { updateProfile } from '../../../shared/pipeline/profiles/update-profile.ts';
import { listLog } from '../../../shared/storage/operation-log.ts';
import { listOpenPagesOf } from '../../../shared/storage/pages.ts';
import { listProfiles } from '../../../shared/storage/profiles.ts';
import { customProfiles } from '../../support/custom-profiles.ts';
import { injectFaults } from '../../support/faults.ts';
import { redeliver } from '../../support/redelivery.ts';
import { useTables } from '../../support/tables.ts';
import { testEnvironment } from '../../support/test-environment.ts';
import { world, type World } from '../../support/world.ts';
import { type Answer, done, made, PROFILE, sast, stored } from './support/edits.ts';

const newTable = useTables('PROCESS');

async function newWorld(): Promise<World> {
  const w = world(testEnvironment(await newTable()));
  await w.group(1, null);
  return w;
}

describe('an edit in the log', () => {
  it('has ended at once, says what there was before and after, and is announced once', async () => {
    const w = await newWorld();
    const { profile, operation } = done(await createProfile(w.env, PROFILE));
    const changed = done(
      await updateProfile(w.env, {
        actor: 'owner',
        id: { id: profile.id },
        name: ' Stricter ',
        stripDefaults: true,
      }),
    );
    const { entries } = await listLog(w.env.table, 1, { limit: 10 });
    expect(entries.map(({ kind, profileIds }) => [kind, profileIds])).toEqual([
      ['UPDATE_PROFILE', [profile.id]],
      ['CREATE_PROFILE', [profile.id]],
    ]);
    expect(await w.operation(changed.operation?.id ?? '')).toMatchObject({
      status: 'SUCCEEDED',
      change: {
        before: { name: 'Strict', lockVersion: 1 },
        after: { name: 'Stricter', lockVersion: 2 },
      },
    });
    await w.drain();
    for (const id of [operation?.id ?? '', changed.operation?.id ?? '']) {
      expect(await listOpenPagesOf(w.env.table, id)).toEqual([]);
      await redeliver(w.env, id);
    }
    expect(w.env.events.published.map(({ detailType }) => detailType)).toEqual([
      EVENTS_OUT.profileCreated,
      EVENTS_OUT.profileUpdated,
    ]);
  });

  it('is answered where the queue is out of reach, and announced by the janitor', async () => {
    const w = await newWorld();
    const env = { ...w.env, attachQueue: { send: async () => Promise.reject(new Error('no queue')) } };
    expect(await createProfile(env, PROFILE)).toMatchObject({ result: 'DONE' });
    expect(w.env.log.lines).toContainEqual(expect.objectContaining({ level: 'error' }));
    w.env.clock.advance(3_600_000 / 2);
    await w.janitor();
    await w.drain();
    expect(w.env.events.published).toMatchObject([
      { detailType: EVENTS_OUT.profileCreated, detail: { after: { name: 'Strict' } } },
    ]);
    expect(await listProfiles(w.env.table, 1)).toHaveLength(1);
  });

  it('is none where nothing changed', async () => {
    const w = await newWorld();
    const { id } = await made(w);
    const again = { ...PROFILE, id: { id }, name: 'Strict ' };
    expect(await updateProfile(w.env, again)).toMatchObject({ result: 'DONE', operation: undefined });
    expect(await stored(w, id)).toMatchObject({ lockVersion: 1 });
    expect((await listLog(w.env.table, 1, { limit: 10 })).entries).toHaveLength(1);
  });
});

/** Runs `first`, paused before its call number 1, 2, 3 …, and `second` as a whole meanwhile, each in a world of its own. */
async function atEveryCall<First, Second>(
  first: (w: World) => Promise<First>,
  second: (w: World) => Promise<Second>,
  prepare: (w: World) => Promise<unknown>,
  judge: (w: World, one: First, other: Second, call: number) => Promise<void>,
): Promise<number> {
  for (let call = 1; ; call += 1) {
    const w = await newWorld();
    await prepare(w);
    let other: { readonly answer: Second } | undefined;
    const faults = injectFaults(w.env.table, (_command, number) => {
      if (number !== call || other) return undefined;
      return {
        before: async () => {
          faults.stop();
          other = { answer: await second(w) };
        },
      };
    });
    const one = await first(w);
    faults.stop();
    if (!other) return call - 1;
    await judge(w, one, other.answer, call);
  }
}

it('the two hundred and first profile of a root is refused', async () => {
  const w = await newWorld();
  await customProfiles(w.env.table, 1, 200);
  expect(await createProfile(w.env, PROFILE)).toMatchObject({
    result: 'INVALID',
    errors: [expect.stringContaining('has 200 scan profiles, which is the maximum')],
  });
});

describe('a name', () => {
  it.each(['\u0958'.repeat(171), '\u{1D160}'.repeat(127), '😀'.repeat(127)])(
    'of many bytes is taken, once: %s',
    async (name) => {
      const w = await newWorld();
      await made(w, { name });
      expect(await createProfile(w.env, { ...PROFILE, name })).toMatchObject({ result: 'INVALID' });
      const rename = { actor: 'owner', id: { id: 1 }, name: 'Short', stripDefaults: true };
      expect(await updateProfile(w.env, rename)).toMatchObject({ result: 'DONE' });
      await made(w, { name });
    },
  );

  it('that looks like another one is that one', async () => {
    const w = await newWorld();
    await made(w);
    for (const name of ['Str\u200bict', '\u2060STRICT\ufeff'])
      expect(await createProfile(w.env, { ...PROFILE, name })).toMatchObject({ result: 'INVALID' });
    expect(await createProfile(w.env, { ...PROFILE, name: 'SAST\u200b (default)' })).toMatchObject({
      result: 'INVALID',
    });
  });
});

describe('two at once', () => {
  it('make one profile of one name: the other is told that it is taken', async () => {
    const paused = await atEveryCall(
      async (w) => createProfile(w.env, PROFILE),
      async (w) => createProfile(w.env, { ...PROFILE, name: '  sTRICT' }),
      async () => Promise.resolve(),
      async (w, one, other, call) => {
        expect([one.result, other.result], `paused at call ${call}`).toEqual(['INVALID', 'DONE']);
        expect(one).toMatchObject({
          errors: ['name "Strict" is taken by another scan profile of the scan type SAST'],
        });
        expect(await listProfiles(w.env.table, 1)).toHaveLength(1);
      },
    );
    expect(paused).toBeGreaterThan(5);
  });

  it.each([{ lockVersion: undefined }, { lockVersion: 1 }])(
    'edit one profile: one wins whole, the other is told (lockVersion $lockVersion)',
    async ({ lockVersion }) => {
      const edit = async (w: World, name: string, path: string): Promise<Answer> =>
        updateProfile(w.env, {
          actor: 'owner',
          id: { id: 1 },
          name,
          triggers: [sast('DEFAULT_BRANCH_PIPELINE', { excludedPaths: [path] })],
          stripDefaults: true,
          lockVersion,
        });
      let told = 0;
      const paused = await atEveryCall(
        async (w) => edit(w, 'First', 'first'),
        async (w) => edit(w, 'Second', 'second'),
        made,
        async (w, one, other, call) => {
          expect(other.result).toBe('DONE');
          const after = await stored(w, 1);
          const { DEFAULT_BRANCH_PIPELINE: held } = await configurationsOf(w.env.table, after);
          const isTold = one.result === 'INVALID';
          if (isTold) {
            told += 1;
            expect(one.errors).toEqual([
              'The scan profile was changed by somebody else in the meantime: read it again and repeat the update',
            ]);
          }
          const [name, path] = isTold ? ['Second', 'second'] : ['First', 'first'];
          expect(after, `paused at call ${call}`).toMatchObject({ name, lockVersion: isTold ? 2 : 3 });
          expect(held).toEqual({ excludedPaths: [path] });
          expect((await listLog(w.env.table, 1, { limit: 10 })).entries).toHaveLength(after.lockVersion);
        },
      );
      expect(told).toBeGreaterThan(1);
      expect(paused).toBeGreaterThanOrEqual(told);
      // Who has seen the version that was changed meanwhile never overwrites it; who names none may have read the new one.
      if (lockVersion !== undefined) expect(told).toBe(paused);
    },
  );

  it('rename two profiles to one name: one wins, the other is told', async () => {
    const rename = async (w: World, id: number): Promise<Answer> =>
      updateProfile(w.env, { actor: 'owner', id: { id }, name: 'Same', stripDefaults: true });
    await atEveryCall(
      async (w) => rename(w, 1),
      async (w) => rename(w, 2),
      async (w) => [await made(w), await made(w, { name: 'Other' })],
      async (w, one, other) => {
        expect([one.result, other.result]).toEqual(['INVALID', 'DONE']);
        expect((await listProfiles(w.env.table, 1)).map(({ name }) => name)).toEqual(['Strict', 'Same']);
      },
    );
  });
});

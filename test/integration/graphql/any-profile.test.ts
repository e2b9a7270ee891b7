import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SCAN_TYPES, TRIGGERS } from '../../../shared/domain/scan-types/scan-types.ts';
import { configurations } from '../../support/configuration-arbitraries.ts';
import { type Row, ROWS } from '../../support/configuration-members.ts';
import { startGraphqlApi, type TestApi } from '../../support/graphql-api.ts';
import { current, edit, given, newProfile, type ProfileInput, send } from './support/profiles.ts';

let api: TestApi;

beforeAll(async () => {
  api = await startGraphqlApi();
  await api.world.group(1, null);
});
afterAll(async () => {
  await api.stop();
});

async function check(
  inputs: fc.Arbitrary<ProfileInput>,
  run: (input: ProfileInput) => Promise<void>,
): Promise<void> {
  await fc.assert(fc.asyncProperty(inputs, run), { numRuns: 30 });
}

/** Lone surrogates and control characters included. */
const anyText = fc.string({ unit: 'binary', maxLength: 300 });

it('any text as name, description or value of a profile is taken as it is, or refused in words', async () => {
  const texts = fc.record({
    name: anyText,
    description: anyText,
    secureAnalyzersPrefix: anyText,
    excludedPaths: fc.array(anyText),
  });
  const inputs = texts.map(({ name, description, ...sast }) => {
    const triggers = [{ triggerType: 'DEFAULT_BRANCH_PIPELINE', configuration: { sast } }];
    // The names of different runs have to differ.
    return { ...newProfile(), name: `${String(newProfile()['name'])}${name}`, description, triggers };
  });
  await check(inputs, async (input) => {
    const { errors, scanProfile } = await edit(api, 'Create', input);
    if (!scanProfile) {
      expect(errors.length).toBeGreaterThan(0);
      return;
    }
    expect(scanProfile).toMatchObject({
      name: String(input['name']).trim(),
      description: input['description'],
    });
    expect(await current(api, scanProfile)).toMatchObject({
      name: scanProfile.name,
      configuration: scanProfile.configuration,
    });
  });
});

it('any JSON is taken for a profile, or refused by GraphQL or in words', async () => {
  const trigger = fc.record({
    triggerType: fc.oneof(fc.constantFrom(...TRIGGERS), fc.jsonValue()),
    configuration: fc.oneof(
      fc.constantFrom(...ROWS).map(({ kind }) => given(kind.member, {})),
      fc.jsonValue(),
    ),
  });
  const inputs = fc.record({
    scanType: fc.oneof(fc.constantFrom(...SCAN_TYPES), fc.jsonValue()),
    triggers: fc.oneof(fc.array(trigger), fc.jsonValue()),
    name: fc.oneof(fc.string(), fc.jsonValue()),
    stripDefaults: fc.jsonValue(),
  });
  await check(inputs, async (input) => {
    for (const mutation of ['Create', 'Update'] as const) {
      const id = 'gid://gitlab/Security::ScanProfile/1';
      const answer = await send(api, mutation, mutation === 'Create' ? newProfile(input) : { id, ...input });
      expect(answer.text).not.toContain('INTERNAL_SERVER_ERROR');
      expect(answer.status).toBe(200);
    }
  });
});

it('any configuration that fits is shown as it is, whether or not its defaults are stripped', async () => {
  const inputs = fc.constantFrom(...ROWS).chain((row: Row) =>
    fc
      .record({ values: configurations(row.kind).complete, stripDefaults: fc.boolean() })
      .map(({ values, stripDefaults }) => {
        const triggers = [{ triggerType: row.trigger, configuration: given(row.kind.member, values) }];
        return {
          input: newProfile({ scanType: row.scanType, triggers, stripDefaults }),
          shown: { [row.trigger]: values },
        };
      }),
  );
  const property = fc.asyncProperty(inputs, async ({ input, shown }) => {
    const { errors, scanProfile } = await edit(api, 'Create', input);
    // Lists can be so long that the whole is over 64 KB.
    if (errors.some((line) => line.includes('64 KB'))) return;
    expect(errors).toEqual([]);
    expect(scanProfile?.configuration).toEqual(shown);
  });
  await fc.assert(property, { numRuns: 30 });
});

import * as z from 'zod';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MAXIMUM_CONFIGURATION } from '../../../shared/domain/scan-types/configuration.ts';
import { startGraphqlApi, type TestApi } from '../../support/graphql-api.ts';
import { edit, madeProfile, newProfile, send, SETTINGS, writesIn } from './support/profiles.ts';

let api: TestApi;

beforeAll(async () => {
  api = await startGraphqlApi();
  for (const id of [1, 2, 3]) await api.world.group(id, null);
  await api.world.project(10, 1);
});
beforeEach(() => {
  api.commands.length = 0;
});
afterAll(async () => {
  await api.stop();
});

const PIPELINES = ['DEFAULT_BRANCH_PIPELINE', 'MERGE_REQUEST_PIPELINE'];

/** Paths whose configuration has this size as JSON, and nothing else in it. */
function pathsOf(bytes: number, letter = 'x'): readonly string[] {
  const room = bytes - JSON.stringify({ excludedPaths: [] }).length;
  const width = Buffer.byteLength(letter);
  const paths: string[] = [];
  for (let left = room; left > 0;) {
    // Two quotes, and a comma for all but the first.
    const around = paths.length === 0 ? 2 : 3;
    const most = Math.floor((left - around) / width);
    // What is left for the last one must be enough for a letter.
    const letters = most <= 1_024 ? most : Math.min(1_024, most - 16);
    const path = letter.repeat(letters) + (most <= 1_024 ? 'x'.repeat(left - around - letters * width) : '');
    paths.push(path);
    left -= around + Buffer.byteLength(path);
  }
  expect(Buffer.byteLength(JSON.stringify({ excludedPaths: paths }))).toBe(bytes);
  return paths;
}

const full = (scanType: 'SAST' | 'SECRET_DETECTION', bytes: number, letter?: string) => ({
  scanType,
  triggers: PIPELINES.map((triggerType) => ({
    triggerType,
    configuration: {
      [scanType === 'SAST' ? 'sast' : 'secretDetection']: { excludedPaths: pathsOf(bytes, letter) },
    },
  })),
});

const list = `{ group(fullPath: "group-1") { availableSecurityScanProfiles(gitlabRecommended: false) { name configuration ${SETTINGS} } } }`;
const configured = z.object({
  name: z.string(),
  configuration: z.record(z.string(), z.object({ excludedPaths: z.array(z.string()) })),
  triggerSettings: z.array(
    z.object({ overrides: z.unknown(), configuration: z.object({ excludedPaths: z.array(z.string()) }) }),
  ),
});
const listed = z.object({ group: z.object({ availableSecurityScanProfiles: z.array(configured) }) });

describe('ten full triggers', () => {
  it('in five profiles are made, each in one request, and listed and read in one query', async () => {
    for (const scanType of ['SAST', 'SECRET_DETECTION', 'SAST', 'SECRET_DETECTION', 'SAST'] as const)
      await madeProfile(api, full(scanType, MAXIMUM_CONFIGURATION));
    api.commands.length = 0;
    const { data, errors } = await api.ask(list);
    expect(errors).toEqual([]);
    const profiles = listed.parse(data).group.availableSecurityScanProfiles;
    expect(profiles).toHaveLength(5);
    const excludedPaths = pathsOf(MAXIMUM_CONFIGURATION);
    for (const { configuration, triggerSettings } of profiles) {
      for (const trigger of PIPELINES) expect(configuration[trigger]?.excludedPaths).toEqual(excludedPaths);
      const setting = { overrides: { excludedPaths }, configuration: { excludedPaths } };
      expect(triggerSettings).toEqual([setting, setting]);
    }
  });

  it('of one byte more are refused by the bound, and nothing is written', async () => {
    const { errors, scanProfile } = await edit(
      api,
      'Create',
      newProfile(full('SAST', MAXIMUM_CONFIGURATION + 1)),
    );
    expect(scanProfile).toBeNull();
    expect(errors).toEqual(
      [0, 1].map(
        (index) =>
          `triggers[${index}].configuration.sast: has 65537 bytes as JSON, more than the limit of 65536 (64 KB)`,
      ),
    );
    expect(writesIn(api)).toEqual([]);
  });

  it('fit into a request, even where a client writes letters as escapes', async () => {
    const input = newProfile(full('SAST', MAXIMUM_CONFIGURATION, 'ü'));
    const query =
      'mutation ($input: SecurityScanProfileCreateInput!) { securityScanProfileCreate(input: $input) { errors scanProfile { lockVersion } } }';
    const body = JSON.stringify({ query, variables: { input } }).replaceAll('ü', '\\u00fc');
    expect((await api.send({ body })).data).toEqual({
      securityScanProfileCreate: { errors: [], scanProfile: { lockVersion: 1 } },
    });
  });
});

describe('an answer that is too large for Lambda', () => {
  it('is refused with its size, the limit, and what helps', async () => {
    const text = 'x'.repeat(1_000);
    const excludedPaths = Array.from({ length: 60 }, () => text);
    const triggers = PIPELINES.map((triggerType) => ({
      triggerType,
      configuration: { sast: { excludedPaths } },
    }));
    const made = Array.from({ length: 20 }, () =>
      newProfile({ namespaceId: 'gid://gitlab/Group/3', triggers }),
    );
    for (const input of made) expect(await edit(api, 'Create', input)).toMatchObject({ errors: [] });
    const answer = await api.ask(list.replace('group-1', 'group-3'));
    expect(answer).toMatchObject({ status: 200, data: undefined });
    expect(answer.errors).toMatchObject([
      {
        message: expect.stringMatching(/^The answer has \d+ bytes, more than the limit of 6000000: ask for/),
        extensions: { code: 'LIMIT_EXCEEDED' },
      },
    ]);
    const names = list.replace('group-1', 'group-3').replace(/name .*/, 'name } } }');
    expect((await api.ask(names)).errors).toEqual([]);
  });
});

describe('the reading of configurations', () => {
  const reads = async (query: string): Promise<number> => {
    api.commands.length = 0;
    const { errors } = await api.ask(query);
    expect(errors).toEqual([]);
    return api.commands.length;
  };

  it('takes one read for all profiles of a list, and none where nobody asks for them', async () => {
    for (const path of ['a', 'b', 'c', 'd']) {
      const configuration = { sast: { excludedPaths: [path] } };
      const triggers = PIPELINES.map((triggerType) => ({ triggerType, configuration }));
      await madeProfile(api, { namespaceId: 'gid://gitlab/Group/2', triggers });
    }
    const of = (fields: string): string =>
      `{ group(fullPath: "group-2") { availableSecurityScanProfiles { ${fields} } } }`;
    const without = await reads(of('id name triggers lockVersion'));
    expect(await reads(of(`configuration ${SETTINGS}`))).toBe(without + 1);
  });

  it('costs a query what it may add to the answer', async () => {
    const projects = (count: number): string =>
      `{ group(fullPath: "group-1") { projects(first: ${count}) { nodes { attachedSecurityScanProfiles { configuration } } } } }`;
    expect((await api.ask(projects(80))).errors).toEqual([]);
    expect((await api.ask(projects(100))).errors).toMatchObject([
      { message: expect.stringMatching(/^The query costs \d+, more than the limit of 5000/) },
    ]);
    const settings = projects(50).replace('configuration', 'triggerSettings { overrides }');
    expect((await api.ask(settings)).errors).toMatchObject([{ extensions: { code: 'LIMIT_EXCEEDED' } }]);
  });
});

describe('a configuration of which two members are given', () => {
  const two = { sast: {}, secretDetection: {} };

  it('is refused by name and place', async () => {
    const input = newProfile({
      triggers: [{ triggerType: 'DEFAULT_BRANCH_PIPELINE', configuration: two }],
    });
    expect((await send(api, 'Create', input)).errors).toMatchObject([
      {
        message: expect.stringMatching(
          /at "input.triggers\[0\].configuration"; Exactly one key must be specified for OneOf type "SecurityScanProfileConfigurationInput"/,
        ),
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ]);
    expect(api.commands).toEqual([]);
  });

  it.each([
    ['two members', '{ sast: {}, secretDetection: {} }'],
    ['no member', '{}'],
    ['null', '{ sast: null }'],
    [
      'two members of the inner one',
      '{ triageAndRemediation: { sastFalsePositive: {}, vulnerabilityEnrichment: {} } }',
    ],
  ])('is refused where it stands in the query: %s', async (_name, configuration) => {
    const query = `mutation { securityScanProfileCreate(input: { namespaceId: "gid://gitlab/Group/1", scanType: SAST, name: "x", description: "",
      triggers: [{ triggerType: DEFAULT_BRANCH_PIPELINE, configuration: ${configuration} }] }) { errors } }`;
    const answer = await api.ask(query);
    expect(answer.data).toBeUndefined();
    expect(answer.errors[0]?.message).toMatch(/exactly one key|must be non-null/i);
    expect(api.commands).toEqual([]);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { groupRef } from '../../../shared/domain/node.ts';
import { TEMPLATES } from '../../../shared/domain/scan-types/templates.ts';
import { startGraphqlApi, type TestApi } from '../../support/graphql-api.ts';
import { member } from './support/members.ts';
import { edit, madeProfile, newProfile, send, writesIn } from './support/profiles.ts';

let api: TestApi;

beforeAll(async () => {
  api = await startGraphqlApi();
  await api.world.group(1, null);
  await api.world.group(2, 1);
  await api.world.group(9, null);
  await member(api, 'maintainer', groupRef(1), 'maintainer');
});
beforeEach(() => {
  api.commands.length = 0;
});
afterAll(async () => {
  await api.stop();
});

const PIPELINES = [{ triggerType: 'DEFAULT_BRANCH_PIPELINE' }, { triggerType: 'MERGE_REQUEST_PIPELINE' }];

describe('a profile', () => {
  it('is made, shown with all that it holds, and listed first to last', async () => {
    const configuration = { sast: { excludedPaths: ['vendor'], advancedSastPartialScan: false } };
    const triggers = [{ triggerType: 'MERGE_REQUEST_PIPELINE', configuration }, PIPELINES[0]];
    const input = { name: '  Own SAST ', description: 'For us', triggers, clientMutationId: 'mine' };
    const { scanProfile, ...payload } = await edit(api, 'Create', newProfile(input), 'maintainer');
    expect(payload).toEqual({
      errors: [],
      operation: { id: expect.any(String), kind: 'CREATE_PROFILE', status: 'SUCCEEDED' },
      clientMutationId: 'mine',
    });
    const usual = {
      secureAnalyzersPrefix: '$CI_TEMPLATE_REGISTRY_HOST/security-products',
      imageSuffix: 'DEFAULT',
      excludedAnalyzers: [],
      excludedPaths: ['spec', 'test', 'tests', 'tmp'],
      advancedSastPartialScan: false,
      gitlabAdvSastIncrScan: false,
    };
    const shown = { __typename: 'SastConfiguration', analyzerImageTag: null };
    expect(scanProfile).toEqual({
      id: expect.stringMatching(/^gid:\/\/gitlab\/Security::ScanProfile\/\d+$/),
      name: 'Own SAST',
      description: 'For us',
      scanType: 'SAST',
      gitlabRecommended: false,
      createdAt: '2026-11-22T12:00:00.000Z',
      updatedAt: '2026-11-22T12:00:00.000Z',
      triggers: ['MERGE_REQUEST_PIPELINE', 'DEFAULT_BRANCH_PIPELINE'],
      lockVersion: 1,
      configuration: {
        MERGE_REQUEST_PIPELINE: { ...usual, excludedPaths: ['vendor'] },
        DEFAULT_BRANCH_PIPELINE: usual,
      },
      triggerSettings: [
        {
          triggerType: 'MERGE_REQUEST_PIPELINE',
          overrides: { excludedPaths: ['vendor'] },
          configuration: { ...usual, ...shown, excludedPaths: ['vendor'] },
        },
        { triggerType: 'DEFAULT_BRANCH_PIPELINE', overrides: {}, configuration: { ...usual, ...shown } },
      ],
    });
    const second = await madeProfile(api, { name: 'Later' });
    const list = '{ group(fullPath: "group-1/group-2") { availableSecurityScanProfiles { id } } }';
    const ids = [
      scanProfile?.id,
      second.id,
      ...TEMPLATES.map(({ key }) => `gid://gitlab/Security::ScanProfile/${key}`),
    ];
    expect((await api.ask(list)).data).toEqual({
      group: { availableSecurityScanProfiles: ids.map((id) => ({ id })) },
    });
  });

  it('keeps what is given, also what is the default, where that is asked for', async () => {
    const values = { historicScan: false, excludedPaths: [], logOptions: '--all' };
    const [trigger] = [
      { triggerType: 'DEFAULT_BRANCH_PIPELINE', configuration: { secretDetection: values } },
    ];
    const input = { scanType: 'SECRET_DETECTION', triggers: [trigger] };
    const [whole, stripped] = [
      await madeProfile(api, { ...input, stripDefaults: false }),
      await madeProfile(api, { ...input, stripDefaults: null }),
    ];
    expect(whole.triggerSettings).toMatchObject([{ overrides: values }]);
    expect(stripped.triggerSettings).toMatchObject([{ overrides: { logOptions: '--all' } }]);
    expect(whole.configuration).toEqual(stripped.configuration);
  });

  it('shows a trigger that takes no configuration without one', async () => {
    const triggers = [{ triggerType: 'GIT_PUSH_EVENT' }, PIPELINES[0]];
    const profile = await madeProfile(api, { scanType: 'SECRET_DETECTION', triggers });
    expect(profile.triggerSettings).toMatchObject([
      { triggerType: 'GIT_PUSH_EVENT', configuration: null, overrides: null },
      { triggerType: 'DEFAULT_BRANCH_PIPELINE', overrides: {} },
    ]);
    expect(Object.keys(profile.configuration)).toEqual(['DEFAULT_BRANCH_PIPELINE']);
  });

  it.each(['gid://gitlab/Group/1', 'gid://gitlab/Namespace/1'])('belongs to %s', async (namespaceId) => {
    expect(await edit(api, 'Create', newProfile({ namespaceId }))).toMatchObject({ errors: [] });
  });

  it('may have a name of 255 and a description of 2,047 characters, and none', async () => {
    const long = await madeProfile(api, { name: 'ß'.repeat(255), description: '💡'.repeat(1_023) + 'x' });
    expect(long.name).toHaveLength(255);
    expect((await madeProfile(api, { description: '' })).description).toBe('');
  });

  it('may have the name of one of another scan type, or of another top-level group', async () => {
    const { name } = await madeProfile(api);
    await madeProfile(api, { name, scanType: 'DEPENDENCY_SCANNING' });
    await madeProfile(api, { name, namespaceId: 'gid://gitlab/Group/9' });
  });
});

describe('what is wrong with a profile is said, all of it, and nothing is made:', () => {
  const [push, sbom] = [{ triggerType: 'GIT_PUSH_EVENT' }, { triggerType: 'SBOM_INGESTED' }];
  const sast = (values: object) => ({ ...PIPELINES[0], configuration: { sast: values } });

  it.each([
    ['a blank name', { name: ' \t ' }, ['name must not be blank']],
    ['a long name', { name: 'x'.repeat(256) }, ['name must have at most 255 characters, and has 256']],
    ['a name of two lines', { name: 'a\nb' }, ['name must be one line without control characters']],
    [
      'the name of a template',
      { name: ' sast (DEFAULT)' },
      ['name "sast (DEFAULT)" is reserved for a recommended profile'],
    ],
    [
      'the name of the template of another scan type',
      { name: 'Secret Detection (default)' },
      ['name "Secret Detection (default)" is reserved for a recommended profile'],
    ],
    [
      'a long description',
      { description: 'x'.repeat(2_048) },
      ['description must have at most 2047 characters, and has 2048'],
    ],
    ['no trigger', { triggers: [] }, ['triggers must name at least one trigger']],
    [
      'a trigger twice',
      { triggers: [PIPELINES[0], PIPELINES[1], PIPELINES[0]] },
      ['triggers[2]: DEFAULT_BRANCH_PIPELINE stands in the list twice'],
    ],
    [
      'a scan type that cannot be had yet',
      { scanType: 'CONTAINER_SCANNING', triggers: PIPELINES },
      ['scanType CONTAINER_SCANNING is not supported yet: no scan profile can be made of it'],
    ],
    [
      'all at once',
      {
        name: '',
        description: 'x'.repeat(3_000),
        triggers: [
          push,
          sast({ analyzerImageTag: '', excludedPaths: ['a', 'b\n', ''], excludedAnalyzers: [''] }),
          { ...PIPELINES[1], configuration: { secretDetection: {} } },
          sbom,
        ],
      },
      [
        'name must not be blank',
        'description must have at most 2047 characters, and has 3000',
        'triggers[0]: GIT_PUSH_EVENT is no trigger of SAST, which allows DEFAULT_BRANCH_PIPELINE, MERGE_REQUEST_PIPELINE',
        'triggers[1].configuration.sast.excludedPaths[1]: must be one line without control characters',
        'triggers[1].configuration.sast.excludedPaths[2]: must not be empty: leave it out instead',
        'triggers[1].configuration.sast.analyzerImageTag: must not be empty: leave it out instead',
        'triggers[1].configuration.sast.excludedAnalyzers[0]: must not be empty: leave it out instead',
        'triggers[2].configuration.secretDetection: does not fit MERGE_REQUEST_PIPELINE of SAST, which takes sast',
        'triggers[3]: SBOM_INGESTED is no trigger of SAST, which allows DEFAULT_BRANCH_PIPELINE, MERGE_REQUEST_PIPELINE',
      ],
    ],
  ])('%s', async (_name, input, errors) => {
    expect(await edit(api, 'Create', newProfile({ ...input, clientMutationId: '7' }))).toEqual({
      errors,
      scanProfile: null,
      operation: null,
      clientMutationId: '7',
    });
    expect(writesIn(api)).toEqual([]);
  });

  it('the first fifty things, where there are more', async () => {
    const [analyzers, paths] = [Array.from({ length: 50 }, () => ''), Array.from({ length: 20 }, () => '')];
    const triggers = [sast({ excludedAnalyzers: analyzers, excludedPaths: paths })];
    const { errors } = await edit(api, 'Create', newProfile({ triggers }));
    expect(errors).toHaveLength(51);
    expect(errors.at(-1)).toBe('and 20 more');
  });

  it.each(['%s', ' %s ', '%S'])('a name that is taken, as "%s"', async (form) => {
    const { name } = await madeProfile(api);
    const again = form.replace('%s', name).replace('%S', name.toUpperCase());
    expect(await edit(api, 'Create', newProfile({ name: again }))).toMatchObject({
      errors: [`name "${again.trim()}" is taken by another scan profile of the scan type SAST`],
      scanProfile: null,
    });
  });
});

it.each([
  'gid://gitlab/Project/1',
  'gid://gitlab/Namespace/0',
  'gid://gitlab/Namespaces::UserNamespace/1',
  '1',
])('the id %s is no namespace', async (namespaceId) => {
  const answer = await send(api, 'Create', newProfile({ namespaceId }));
  expect(answer.errors).toMatchObject([
    {
      message: expect.stringContaining('which is gid://gitlab/Group/N or gid://gitlab/Namespace/N'),
      extensions: { code: 'BAD_USER_INPUT' },
    },
  ]);
});

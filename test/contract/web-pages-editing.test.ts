import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, groupId, NO_ACCESS, NOW, profileId, startClient } from './support/clients.ts';

/** The form in which a profile is made, changed and deleted. */
describe('the web page of a profile', () => {
  let client: Client;
  beforeAll(async () => {
    client = await startClient();
  });
  afterAll(async () => client.stop());

  const create = async (input: object): ReturnType<Client['send']> =>
    client.send('web-pages/profile-create.mutation.graphql', {
      input: { namespaceId: groupId(1), description: 'Ours', ...input },
    });
  const SECRETS = {
    scanType: 'SECRET_DETECTION',
    name: ' Secrets of ours ',
    triggers: [
      { triggerType: 'GIT_PUSH_EVENT' },
      {
        triggerType: 'DEFAULT_BRANCH_PIPELINE',
        configuration: {
          secretDetection: { imageSuffix: 'FIPS', historicScan: true, excludedPaths: ['spec/'] },
        },
      },
    ],
    clientMutationId: 'form-1',
  };
  const secretSettings = (values: object): object => ({
    __typename: 'SecretDetectionConfiguration',
    secureAnalyzersPrefix: '$CI_TEMPLATE_REGISTRY_HOST/security-products',
    imageSuffix: 'DEFAULT',
    historicScan: false,
    logOptions: null,
    excludedPaths: [],
    rulesetGitReference: null,
    ...values,
  });
  const setting = (triggerType: string, configuration: object | null): object => ({
    __typename: 'ScanProfileTriggerSetting',
    triggerType,
    configuration,
  });
  const secrets = (more: object): object => ({
    __typename: 'ScanProfileType',
    id: profileId(1),
    name: 'Secrets of ours',
    description: 'Ours',
    scanType: 'SECRET_DETECTION',
    gitlabRecommended: false,
    createdAt: NOW,
    updatedAt: NOW,
    triggers: ['GIT_PUSH_EVENT', 'DEFAULT_BRANCH_PIPELINE'],
    triggerSettings: [
      setting('GIT_PUSH_EVENT', null),
      setting(
        'DEFAULT_BRANCH_PIPELINE',
        secretSettings({ imageSuffix: 'FIPS', historicScan: true, excludedPaths: ['spec/'] }),
      ),
    ],
    ...more,
  });

  it('makes one, shows it with the defaults, changes and deletes it', async () => {
    const made = await create(SECRETS);
    expect(made.errors).toEqual([]);
    expect(made.data).toEqual({
      securityScanProfileCreate: {
        __typename: 'SecurityScanProfileCreatePayload',
        clientMutationId: 'form-1',
        errors: [],
        scanProfile: secrets({}),
      },
    });

    const changed = await client.send('web-pages/profile-update.mutation.graphql', {
      input: {
        id: profileId(1),
        name: 'Secrets',
        triggers: [
          {
            triggerType: 'MERGE_REQUEST_PIPELINE',
            configuration: { secretDetection: { logOptions: '--since=2026-01-01' } },
          },
        ],
        stripDefaults: true,
      },
    });
    expect(changed.errors).toEqual([]);
    const after = secrets({
      name: 'Secrets',
      triggers: ['MERGE_REQUEST_PIPELINE'],
      triggerSettings: [
        setting('MERGE_REQUEST_PIPELINE', secretSettings({ logOptions: '--since=2026-01-01' })),
      ],
    });
    expect(changed.data).toEqual({
      securityScanProfileUpdate: {
        __typename: 'SecurityScanProfileUpdatePayload',
        clientMutationId: null,
        errors: [],
        scanProfile: after,
      },
    });
    const details = await client.send('web-pages/profile-details.query.graphql', { id: profileId(1) });
    expect(details.data).toMatchObject({ securityScanProfile: after });

    const deletion = { input: { id: profileId(1) } };
    const deleted = await client.send('web-pages/profile-delete.mutation.graphql', deletion);
    expect(deleted.data).toEqual({
      securityScanProfileDelete: {
        __typename: 'SecurityScanProfileDeletePayload',
        clientMutationId: null,
        errors: [],
        deletedScanProfileId: profileId(1),
      },
    });
    const gone = await client.send('web-pages/profile-details.query.graphql', { id: profileId(1) });
    expect(gone.data ?? null).toBeNull();
    expect(gone.errors.map(({ message }) => message)).toEqual([NO_ACCESS]);
  });

  it('shows the settings of SAST in a fragment of a release that we claim', async () => {
    const { data, errors } = await create({
      scanType: 'SAST',
      name: 'SAST of ours',
      triggers: [
        {
          triggerType: 'DEFAULT_BRANCH_PIPELINE',
          configuration: { sast: { excludedAnalyzers: ['bandit'], advancedSastPartialScan: true } },
        },
      ],
    });
    expect(errors).toEqual([]);
    expect(data).toMatchObject({
      securityScanProfileCreate: {
        scanProfile: {
          triggerSettings: [
            setting('DEFAULT_BRANCH_PIPELINE', {
              __typename: 'SastConfiguration',
              secureAnalyzersPrefix: '$CI_TEMPLATE_REGISTRY_HOST/security-products',
              imageSuffix: 'DEFAULT',
              analyzerImageTag: null,
              excludedAnalyzers: ['bandit'],
              excludedPaths: expect.any(Array),
              advancedSastPartialScan: true,
              gitlabAdvSastIncrScan: false,
            }),
          ],
        },
      },
    });
  });

  it('takes what triage and remediation is configured by', async () => {
    const { data, errors } = await create({
      scanType: 'TRIAGE_AND_REMEDIATION',
      name: 'Triage of ours',
      triggers: [
        {
          triggerType: 'SAST_FALSE_POSITIVE',
          configuration: {
            triageAndRemediation: {
              sastFalsePositive: { severityLevel: 'LOW', cweClasses: ['CWE-79'], runMode: 'MANUAL' },
            },
          },
        },
        {
          triggerType: 'SBOM_INGESTED',
          configuration: {
            triageAndRemediation: {
              sbomIngested: { autoRemediation: { enabled: true, cooldown: 1, severityLevel: 'CRITICAL' } },
            },
          },
        },
      ],
    });
    expect(errors).toEqual([]);
    expect(data).toMatchObject({
      securityScanProfileCreate: {
        errors: [],
        scanProfile: {
          triggerSettings: [
            setting('SAST_FALSE_POSITIVE', { __typename: 'SastFalsePositiveConfiguration' }),
            setting('SBOM_INGESTED', {
              __typename: 'DependencyScanningPostProcessingConfiguration',
              autoRemediation: {
                __typename: 'AutoRemediationConfiguration',
                enabled: true,
                cooldown: 1,
                severityLevel: 'CRITICAL',
                upgradePolicy: 'MINOR',
                openMergeRequestsLimit: 10,
              },
            }),
          ],
        },
      },
    });
  });
});

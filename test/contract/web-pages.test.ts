import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, groupId, profileId, startClient } from './support/clients.ts';

/** The pages on which profiles are looked at, made, changed and attached. */
describe('the web pages', () => {
  let client: Client;
  beforeAll(async () => {
    client = await startClient();
  });
  afterAll(async () => client.stop());

  const template = (key: string, name: string, scanType: string, triggers: readonly string[]): object => ({
    __typename: 'ScanProfileType',
    id: profileId(key),
    name,
    description: expect.stringMatching(/\w/),
    scanType,
    gitlabRecommended: true,
    createdAt: null,
    updatedAt: null,
    triggers,
  });
  const PIPELINES = ['DEFAULT_BRANCH_PIPELINE', 'MERGE_REQUEST_PIPELINE'];
  const REMEDIATION = [
    'SBOM_INGESTED',
    'SAST_FALSE_POSITIVE',
    'SAST_VULNERABILITY_RESOLUTION',
    'SECRET_DETECTION_FALSE_POSITIVE',
    'VULNERABILITY_ENRICHMENT',
  ];
  const triage = (key: string, name: string): object =>
    template(
      `triage_and_remediation_${key}`,
      `Triage and Remediation (${name})`,
      'TRIAGE_AND_REMEDIATION',
      REMEDIATION,
    );

  it('list every template of a group that has no profile yet', async () => {
    const { data, errors } = await client.send(
      'web-pages/group-available-profiles.query.graphql',
      {
        fullPath: 'group-9',
        type: null,
        recommended: null,
      },
      'owner',
    );
    expect(errors).toEqual([]);
    expect(data).toEqual({
      group: {
        __typename: 'Group',
        id: groupId(9),
        name: 'group-9',
        profiles: expect.arrayContaining([
          template('secret_detection', 'Secret Detection (default)', 'SECRET_DETECTION', [
            'GIT_PUSH_EVENT',
            ...PIPELINES,
          ]),
          template('sast', 'SAST (default)', 'SAST', PIPELINES),
          template('dependency_scanning', 'Dependency Scanning (default)', 'DEPENDENCY_SCANNING', PIPELINES),
          template(
            'dependency_scanning_post_processing',
            'Dependency Scanning Auto-Remediation (default)',
            'DEPENDENCY_SCANNING_POST_PROCESSING',
            ['SBOM_INGESTED'],
          ),
          triage('conservative', 'Conservative'),
          triage('standard', 'Standard'),
          triage('proactive', 'Proactive'),
        ]),
      },
    });
    expect(JSON.stringify(data).match(/ScanProfileType/g)).toHaveLength(7);
  });

  it('ask about one scan type, on a subgroup as on its root', async () => {
    const variables = { type: 'SAST', recommended: true };
    const onRoot = await client.send('web-pages/group-available-profiles.query.graphql', {
      ...variables,
      fullPath: 'group-1',
    });
    const below = await client.send('web-pages/group-available-profiles.query.graphql', {
      ...variables,
      fullPath: 'group-1/group-2',
    });
    const profiles = [template('sast', 'SAST (default)', 'SAST', PIPELINES)];
    expect(onRoot.data).toMatchObject({ group: { id: groupId(1), profiles } });
    expect(below.data).toMatchObject({ group: { id: groupId(2), profiles } });
  });

  it('show the details of a template, with its settings', async () => {
    const { data, errors } = await client.send('web-pages/profile-details.query.graphql', {
      id: profileId('dependency_scanning_post_processing'),
    });
    expect(errors).toEqual([]);
    expect(data).toEqual({
      securityScanProfile: {
        ...template(
          'dependency_scanning_post_processing',
          'Dependency Scanning Auto-Remediation (default)',
          'DEPENDENCY_SCANNING_POST_PROCESSING',
          ['SBOM_INGESTED'],
        ),
        triggerSettings: [
          {
            __typename: 'ScanProfileTriggerSetting',
            triggerType: 'SBOM_INGESTED',
            configuration: {
              __typename: 'DependencyScanningPostProcessingConfiguration',
              autoRemediation: {
                __typename: 'AutoRemediationConfiguration',
                enabled: true,
                cooldown: 7,
                severityLevel: 'HIGH',
                upgradePolicy: 'MINOR',
                openMergeRequestsLimit: 10,
              },
            },
          },
        ],
        configuration: {
          SBOM_INGESTED: {
            autoRemediation: {
              enabled: true,
              cooldown: 7,
              severityLevel: 'HIGH',
              upgradePolicy: 'MINOR',
              openMergeRequestsLimit: 10,
            },
          },
        },
      },
    });
  });
});

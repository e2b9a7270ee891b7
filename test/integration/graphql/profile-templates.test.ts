import * as z from 'zod';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TEMPLATES } from '../../../shared/domain/scan-types/templates.ts';
import { startGraphqlApi, type TestApi } from '../../support/graphql-api.ts';
import { newProfile, edit, PROFILE, type ProfileView } from './support/profiles.ts';

let api: TestApi;

beforeAll(async () => {
  api = await startGraphqlApi();
  await api.world.group(1, null);
  await api.world.group(9, null);
  await api.world.project(10, 1);
});
afterAll(async () => {
  await api.stop();
});

type View = Pick<ProfileView, 'id' | 'name' | 'triggers' | 'configuration'> & Record<string, unknown>;
const view = z.looseObject({
  id: z.string(),
  name: z.string(),
  triggers: z.array(z.string()),
  configuration: z.record(z.string(), z.unknown()),
});

async function available(group: number): Promise<readonly View[]> {
  const query = `{ group(fullPath: "group-${group}") { availableSecurityScanProfiles { ${PROFILE} } } }`;
  const schema = z.object({ group: z.object({ availableSecurityScanProfiles: z.array(view) }) });
  return schema.parse((await api.ask(query)).data).group.availableSecurityScanProfiles;
}

async function one(key: string): Promise<View> {
  const { data } = await api.ask(
    `{ securityScanProfile(id: "gid://gitlab/Security::ScanProfile/${key}") { ${PROFILE} } }`,
  );
  return z.object({ securityScanProfile: view }).parse(data).securityScanProfile;
}

const REMEDIATION = { enabled: true, cooldown: 7, upgradePolicy: 'MINOR', openMergeRequestsLimit: 10 };
const JUDGED = { cweClasses: [], runMode: 'AUTO' };
const REPAIRED = { ...JUDGED, openMergeRequestsLimit: 10, falsePositiveConfidence: 'MEDIUM' };

/** What the triage presets set, in full. */
const PRESETS = {
  conservative: {
    SBOM_INGESTED: {
      autoRemediation: { ...REMEDIATION, severityLevel: 'HIGH', openMergeRequestsLimit: 5 },
    },
    SAST_FALSE_POSITIVE: { ...JUDGED, severityLevel: 'HIGH', runMode: 'MANUAL' },
    SAST_VULNERABILITY_RESOLUTION: { ...REPAIRED, severityLevel: 'HIGH', runMode: 'MANUAL' },
    SECRET_DETECTION_FALSE_POSITIVE: { runMode: 'MANUAL' },
    VULNERABILITY_ENRICHMENT: { severityLevel: 'INFO', runMode: 'AUTO' },
  },
  standard: {
    SBOM_INGESTED: { autoRemediation: { ...REMEDIATION, severityLevel: 'MEDIUM' } },
    SAST_FALSE_POSITIVE: { ...JUDGED, severityLevel: 'MEDIUM' },
    SAST_VULNERABILITY_RESOLUTION: { ...REPAIRED, severityLevel: 'MEDIUM' },
    SECRET_DETECTION_FALSE_POSITIVE: { runMode: 'AUTO' },
    VULNERABILITY_ENRICHMENT: { severityLevel: 'INFO', runMode: 'AUTO' },
  },
  proactive: {
    SBOM_INGESTED: {
      autoRemediation: { ...REMEDIATION, severityLevel: 'INFO', upgradePolicy: 'MAJOR' },
    },
    SAST_FALSE_POSITIVE: { ...JUDGED, severityLevel: 'INFO' },
    SAST_VULNERABILITY_RESOLUTION: { ...REPAIRED, severityLevel: 'INFO' },
    SECRET_DETECTION_FALSE_POSITIVE: { runMode: 'AUTO' },
    VULNERABILITY_ENRICHMENT: { severityLevel: 'INFO', runMode: 'AUTO' },
  },
} as const;

describe('templates', () => {
  it.each(Object.entries(PRESETS).map(([preset, configuration]) => ({ preset, configuration })))(
    'show what they set: $preset',
    async ({ preset, configuration }) => {
      expect(await one(`triage_and_remediation_${preset}`)).toMatchObject({
        scanType: 'TRIAGE_AND_REMEDIATION',
        triggers: Object.keys(configuration),
        configuration,
        lockVersion: null,
        createdAt: null,
      });
    },
  );

  it('show the defaults of auto-remediation', async () => {
    expect((await one('dependency_scanning_post_processing')).configuration).toEqual({
      SBOM_INGESTED: { autoRemediation: { ...REMEDIATION, severityLevel: 'HIGH' } },
    });
  });

  it('show nothing where there is nothing to configure', async () => {
    expect(await one('dependency_scanning')).toMatchObject({
      configuration: {},
      triggerSettings: [
        { triggerType: 'DEFAULT_BRANCH_PIPELINE', configuration: null, overrides: null },
        { triggerType: 'MERGE_REQUEST_PIPELINE', configuration: null, overrides: null },
      ],
    });
  });

  it.each(TEMPLATES)(
    'hold in the profile that is made from them what they showed: $key',
    async ({ key, name }) => {
      const template = await one(key);
      await api.world.accepted({ projectIds: [10], profile: { template: key } });
      const made = (await available(1)).find((profile) => profile.name === name);
      const { id, createdAt, updatedAt, ...rest } = made ?? template;
      expect(id).toMatch(/\/\d+$/);
      expect({ createdAt, updatedAt }).toEqual({
        createdAt: expect.any(String),
        updatedAt: expect.any(String),
      });
      expect({ ...template, ...rest }).toEqual({ ...template, lockVersion: 1 });
    },
  );

  it('stand in the list after all profiles, each until one is made of it, also of the three of one scan type', async () => {
    const conservative = 'triage_and_remediation_conservative';
    await edit(api, 'Create', newProfile({ namespaceId: 'gid://gitlab/Group/9', name: 'Own' }));
    await api.world.project(90, 9);
    await api.world.accepted({ projectIds: [90], profile: { template: conservative } });
    const left = TEMPLATES.filter(({ key }) => key !== conservative);
    expect((await available(9)).map(({ name }) => name)).toEqual([
      'Own',
      'Triage and Remediation (Conservative)',
      ...left.map(({ name }) => name),
    ]);
  });
});

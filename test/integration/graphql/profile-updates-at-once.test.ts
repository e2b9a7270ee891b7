import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startGraphqlApi, type TestApi } from '../../support/graphql-api.ts';
import {
  current,
  edit,
  madeProfile,
  OVERTAKEN,
  type ProfilePayload,
  type ProfileView,
} from './support/profiles.ts';

let api: TestApi;

beforeAll(async () => {
  api = await startGraphqlApi();
  await api.world.group(1, null);
});
afterAll(async () => {
  await api.stop();
});

describe('of several updates of a profile at once', () => {
  const update = async (
    profile: ProfileView,
    index: number,
    lockVersion?: number,
  ): Promise<ProfilePayload> => {
    const triggers = [
      {
        triggerType: 'DEFAULT_BRANCH_PIPELINE',
        configuration: { sast: { excludedPaths: [`by-${index}`], analyzerImageTag: `${index}` } },
      },
    ];
    return edit(api, 'Update', {
      id: profile.id,
      name: `By ${profile.id} ${index}`,
      description: `${index}`,
      triggers,
      lockVersion,
    });
  };

  it.each([
    ['that name the version, one wins and the others are told', 1],
    ['that name none, those that meet are told', undefined],
  ])('%s; what won is whole', async (_name, lockVersion) => {
    const profile = await madeProfile(api);
    const payloads = await Promise.all(
      [1, 2, 3, 4, 5].map(async (index) => update(profile, index, lockVersion)),
    );
    const won = payloads.filter(({ errors }) => errors.length === 0);
    const lost = payloads.filter(({ errors }) => errors.length > 0);
    for (const { errors, scanProfile } of lost)
      expect({ errors, scanProfile }).toEqual({ errors: [OVERTAKEN], scanProfile: null });
    if (lockVersion === undefined) expect(won.length).toBeGreaterThan(0);
    else expect(won).toHaveLength(1);
    const last = won.reduce((one, other) =>
      (other.scanProfile?.lockVersion ?? 0) > (one.scanProfile?.lockVersion ?? 0) ? other : one,
    );
    expect(last.scanProfile).toMatchObject(await current(api, profile));
    expect(last.scanProfile?.lockVersion).toBe(1 + won.length);
    const index = last.scanProfile?.description ?? '';
    expect(last.scanProfile).toMatchObject({
      name: `By ${profile.id} ${index}`,
      configuration: { DEFAULT_BRANCH_PIPELINE: { excludedPaths: [`by-${index}`], analyzerImageTag: index } },
    });
  });

  it('one after the other, the second has to have read what the first made', async () => {
    const profile = await madeProfile(api);
    expect(await update(profile, 1, 1)).toMatchObject({ errors: [], scanProfile: { lockVersion: 2 } });
    expect(await update(profile, 2, 1)).toMatchObject({ errors: [OVERTAKEN], scanProfile: null });
    expect(await update(profile, 2, 2)).toMatchObject({ errors: [], scanProfile: { lockVersion: 3 } });
  });
});

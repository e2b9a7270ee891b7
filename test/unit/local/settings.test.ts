import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../local/refusal.ts';
import { readSettings, ROOT } from '../../../local/settings.ts';

describe('the settings of the local stack', () => {
  it('have defaults in the clone', () => {
    expect(readSettings({})).toEqual({
      port: 4000,
      dataDir: join(ROOT, '.local/data'),
      stateDir: join(ROOT, '.local'),
      outDir: join(ROOT, 'cdk.out'),
      sample: true,
    });
  });

  it('come from the environment', () => {
    const settings = readSettings({
      PORT: '0',
      SCAN_PROFILES_SAMPLE: 'none',
      SCAN_PROFILES_DATA_DIR: '/data',
      SCAN_PROFILES_STATE_DIR: '/state',
    });
    expect(settings).toMatchObject({ port: 0, dataDir: '/data', stateDir: '/state', sample: false });
  });

  it('keep data in memory if the directory is set but empty', () => {
    expect(readSettings({ SCAN_PROFILES_DATA_DIR: '' }).dataDir).toBeNull();
  });

  it('keep data under the state directory unless told where', () => {
    expect(readSettings({ SCAN_PROFILES_STATE_DIR: '/state' }).dataDir).toBe('/state/data');
  });

  it.each([{ PORT: 'http' }, { PORT: '65536' }, { PORT: '-1' }, { SCAN_PROFILES_SAMPLE: 'small' }])(
    'refuse %o',
    (environment) => {
      expect(() => readSettings(environment)).toThrow(Refusal);
    },
  );
});

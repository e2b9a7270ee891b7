import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Refusal } from './refusal.ts';

/** Root of the clone. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

const DEFAULT_PORT = 4000;

/** What the person who starts the stack can choose. */
export interface LocalSettings {
  /** Of the API. 0 takes a free one. */
  port: number;
  /** Where the table and accepted events are kept; `null` in memory. */
  dataDir: string | null;
  /** Where `stack.json`, the logs and the issuer's key are. */
  stateDir: string;
  /** Where the cloud assembly is. */
  outDir: string;
  /** Whether a first start loads the sample tree. */
  sample: boolean;
}

/**
 * Reads the settings from the environment:
 *
 * | Variable | Meaning | Default |
 * |---|---|---|
 * | `PORT` | port of the API | 4000 |
 * | `SCAN_PROFILES_SAMPLE` | `none` starts without the sample tree | loads it on the first start |
 * | `SCAN_PROFILES_DATA_DIR` | where data is kept; set but empty: in memory | `.local/data` |
 * | `SCAN_PROFILES_STATE_DIR` | where `stack.json`, logs and the issuer's key are: a second stack needs its own | `.local` |
 *
 * Throws a `Refusal` where a value makes no sense.
 */
export function readSettings(environment: NodeJS.ProcessEnv): LocalSettings {
  const stateDir = resolve(environment['SCAN_PROFILES_STATE_DIR'] ?? join(ROOT, '.local'));
  const dataDir = environment['SCAN_PROFILES_DATA_DIR'] ?? join(stateDir, 'data');
  return {
    port: portOf(environment['PORT']),
    dataDir: dataDir === '' ? null : resolve(dataDir),
    stateDir,
    outDir: join(ROOT, 'cdk.out'),
    sample: wantsSample(environment['SCAN_PROFILES_SAMPLE']),
  };
}

function portOf(text = ''): number {
  if (text === '') return DEFAULT_PORT;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : NaN;
  if (port <= 65_535) return port;
  throw new Refusal(`PORT must be a number from 0 (any free port) to 65535, but is "${text}"`);
}

function wantsSample(text = ''): boolean {
  if (text !== '' && text !== 'none') {
    throw new Refusal(`SCAN_PROFILES_SAMPLE must be "none" or not set, but is "${text}"`);
  }
  return text === '';
}

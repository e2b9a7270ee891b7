import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { welcome } from '../../../cli/start/welcome.ts';
import { readSettings, ROOT } from '../../../local/settings.ts';

const STACK = {
  pid: 1,
  graphqlUrl: 'http://127.0.0.1:4000/graphql',
  issuer: 'http://127.0.0.1:4000/issuer',
  audience: 'scan-profiles',
  region: 'us-east-1',
  endpoints: { dynamodb: 'http://127.0.0.1:1', sqs: 'http://127.0.0.1:2', events: 'http://127.0.0.1:3' },
  tableName: 'table',
  eventBusName: 'bus',
  queues: {},
};

/** The commands for a token and for a reset that are printed, for what the environment says. */
function commands(environment: NodeJS.ProcessEnv): readonly (string | undefined)[] {
  const text = welcome(STACK, readSettings(environment), '1.0 s');
  return [/^A token: (.*)$/m, /^Ctrl-C stops it\. To forget its data: (.*)$/m].map(
    (line) => line.exec(text)?.[1],
  );
}

const TOKEN = 'npm run --silent token -- owner';
const RESET = 'npm run reset';

describe('what npm start prints', () => {
  it.each([
    [{}, TOKEN, RESET],
    [{ SCAN_PROFILES_STATE_DIR: join(ROOT, '.local') }, TOKEN, RESET],
    [
      { SCAN_PROFILES_STATE_DIR: '/tmp/second' },
      `SCAN_PROFILES_STATE_DIR=/tmp/second ${TOKEN}`,
      `SCAN_PROFILES_STATE_DIR=/tmp/second ${RESET}`,
    ],
    [{ SCAN_PROFILES_DATA_DIR: '/tmp/data' }, TOKEN, `SCAN_PROFILES_DATA_DIR=/tmp/data ${RESET}`],
    [{ SCAN_PROFILES_DATA_DIR: '' }, TOKEN, `SCAN_PROFILES_DATA_DIR= ${RESET}`],
  ])('has commands that mean this stack: %j', (environment, token, reset) => {
    expect(commands(environment)).toEqual([token, reset]);
  });

  it('quotes a path for the shell where it has to', async () => {
    const stateDir = "/tmp/it's a $HOME";
    const [token = ''] = commands({ SCAN_PROFILES_STATE_DIR: stateDir });
    const assigned = token.slice(0, -TOKEN.length);
    const { stdout } = await promisify(execFile)('sh', [
      '-c',
      `${assigned} printenv SCAN_PROFILES_STATE_DIR`,
    ]);
    expect(stdout).toBe(`${stateDir}\n`);
  });
});

import { describe, expect, it } from 'vitest';
import { Deployment, lostAnswer, refusal } from './support/deployment.ts';
import { run, runAt } from './support/run.ts';

const SECRET = `spat-${'s'.repeat(43)}`;
const TOKEN = {
  id: 'gid://gitlab/PersonalAccessToken/01K3ZJ8Q9V7M4T2N6R5W1X0YBC',
  name: 'nightly \u001b[31m',
  scopes: ['READ_API'],
  createdAt: '2026-11-22T08:50:01.000Z',
  expiresAt: '2027-01-31T00:00:00.000Z',
  lastUsedAt: null,
  revoked: false,
  active: true,
};
const TOKENS = [
  { ...TOKEN, scopes: ['READ_API', 'API'], lastUsedAt: '2026-11-22T09:00:00.000Z' },
  { ...TOKEN, revoked: true, active: false },
  { ...TOKEN, active: false },
];

type Input = Readonly<Record<string, unknown>>;

interface Inputs {
  readonly inputs: readonly Input[];
}

async function api(payload: object = {}): Promise<Deployment & Inputs> {
  const inputs: Input[] = [];
  const answer = ({ input }: { readonly input: Input }): object => {
    inputs.push({ ...input });
    return { token: SECRET, personalAccessToken: TOKEN, errors: [], ...payload };
  };
  const deployment = await Deployment.of({
    currentUser: { id: 'owner', personalAccessTokens: TOKENS },
    personalAccessTokenCreate: answer,
    personalAccessTokenRevoke: answer,
  });
  return Object.assign(deployment, { inputs });
}

const CREATE = ['tokens', 'create', 'nightly', '--scope', 'read_api', '--expires', '2027-01-31'];

describe('tokens create', () => {
  it('prints the token alone, and tells the rest beside it', async () => {
    await using deployment = await api();
    const { code, data, notes } = await runAt(deployment, CREATE);
    expect([code, data]).toEqual([0, `${SECRET}\n`]);
    expect(notes).toContain('(read_api) is good until 2027-01-31 00:00:00Z.');
    expect(notes).toContain('not shown again');
    expect(notes).toContain('npx scan-profiles tokens revoke 01K3ZJ8Q9V7M4T2N6R5W1X0YBC');
    for (const secret of ['spat-', '\u001b']) expect(notes).not.toContain(secret);
    const expiresAt = '2027-01-31T00:00:00.000Z';
    expect(deployment.inputs).toEqual([{ name: 'nightly', scopes: ['READ_API'], expiresAt }]);
  });

  it('writes data where that is wanted', async () => {
    await using deployment = await api();
    expect(JSON.parse((await runAt(deployment, [...CREATE, '--json'])).data)).toEqual({
      token: SECRET,
      ...TOKEN,
    });
    const [header, row] = (await runAt(deployment, [...CREATE, '--csv'])).data.split('\n');
    expect(header).toMatch(/^token,id,name,/);
    expect(row).toContain(`${SECRET},${TOKEN.id},`);
  });

  it.each([
    ['90d', 90 * 86_400_000],
    ['365d', 365 * 86_400_000],
  ])('counts %s from now', async (typed, milliseconds) => {
    await using deployment = await api();
    const before = Date.now();
    await runAt(deployment, ['tokens', 'create', 'x', '--scope', 'api', '--expires', typed]);
    const expiresAt = Date.parse(String(deployment.inputs[0]?.['expiresAt']));
    expect(expiresAt - milliseconds).toBeGreaterThanOrEqual(before);
    expect(expiresAt - milliseconds).toBeLessThanOrEqual(Date.now());
  });

  it('takes several scopes and a time with its zone', async () => {
    await using deployment = await api();
    const scopes = ['--scope', 'api', '--scope', 'READ-API'];
    await runAt(deployment, ['tokens', 'create', 'x', ...scopes, '--expires', '2027-01-31T01:00:00+01:00']);
    expect(deployment.inputs).toEqual([
      { name: 'x', scopes: ['API', 'READ_API'], expiresAt: '2027-01-31T00:00:00.000Z' },
    ]);
  });

  it.each([
    [['tokens', 'create', '--scope', 'api', '--expires', '90d'], 'Name one token'],
    [['tokens', 'create', 'x', '--expires', '90d'], '--scope is one of read_api, api'],
    [['tokens', 'create', 'x', '--scope', 'sudo', '--expires', '90d'], '--scope is one of'],
    [['tokens', 'create', 'x', '--scope', 'api'], '--expires wants'],
    [['tokens', 'create', 'x', '--scope', 'api', '--expires', '90'], '--expires wants'],
    [['tokens', 'create', 'x', '--scope', 'api', '--expires', '2027-02-30'], '--expires wants'],
    [['tokens', 'create', 'x', '--scope', 'api', '--expires', '2027-01-31T00:00'], '--expires wants'],
    [['tokens', 'list', 'all'], 'Nothing is known to do with "all"'],
    [['tokens', 'revoke'], 'Name one token'],
  ])('makes nothing of %j', async (typed, problem) => {
    const { code, data, notes } = await run(typed);
    expect([code, data]).toEqual([64, '']);
    expect(notes).toContain(problem);
  });

  it('says why there is no token', async () => {
    const errors = ['expiresAt: it has to be at most 365 days ahead', 'scopes: …'];
    await using deployment = await api({ token: null, personalAccessToken: null, errors });
    const { code, data, notes } = await runAt(deployment, CREATE);
    expect([code, data]).toEqual([1, '']);
    for (const error of errors) expect(notes).toContain(error);
  });

  it('does not ask again where the answer was lost, and says where to look', async () => {
    await using deployment = await api();
    deployment.mishaps.push(lostAnswer);
    const { code, data, notes } = await runAt(deployment, CREATE);
    expect([code, data, deployment.inputs.length]).toEqual([1, '', 1]);
    expect(notes).toContain('npx scan-profiles tokens list');
  });

  it('says what a personal access token cannot do', async () => {
    await using deployment = await api();
    deployment.mishaps.push(refusal('FORBIDDEN', 'A personal access token cannot make another one'));
    const { code, notes } = await runAt(deployment, CREATE);
    expect(code).toBe(1);
    expect(notes).toContain('none makes another token');
  });
});

describe('tokens list', () => {
  it('shows what each may do, whether it is taken, and when it was used', async () => {
    await using deployment = await api();
    const { data } = await runAt(deployment, ['tokens', 'list']);
    const [header, ...rows] = data.trimEnd().split('\n');
    expect(header).toMatch(/^Token +Name +Scopes +State +Expires +Last used/);
    expect(rows[0]).toMatch(/read_api, api +active +2027-01-31 00:00:00Z +2026-11-22 09:00:00Z/);
    expect(rows[1]).toMatch(/read_api +revoked /);
    expect(rows[2]).toMatch(/read_api +expired /);
    expect(data).not.toContain('\u001b');
  });

  it('is every one as data', async () => {
    await using deployment = await api();
    expect(JSON.parse((await runAt(deployment, ['tokens', 'list', '--json'])).data)).toEqual(TOKENS);
    const csv = (await runAt(deployment, ['tokens', 'list', '--csv'])).data;
    expect(csv).toContain(',"READ_API API",active,');
  });
});

describe('tokens revoke', () => {
  it.each([TOKEN.id, TOKEN.id.split('/').at(-1) ?? ''])('ends %s', async (typed) => {
    await using deployment = await api();
    const { code, data, notes } = await runAt(deployment, ['tokens', 'revoke', typed]);
    expect([code, data]).toEqual([0, '']);
    expect(notes).toContain('is revoked.');
    expect(deployment.inputs).toEqual([{ id: TOKEN.id }]);
  });
});

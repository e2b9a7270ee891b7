import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isReadableOnTheWay } from '../../../../cli/scan-profiles/deployment/find.ts';
import { operation } from './support/data.ts';
import { Deployment, refusal, status } from './support/deployment.ts';
import { run, runAt, TOKEN } from './support/run.ts';

const list = ['profiles', 'list', 'top'];
const group = { availableSecurityScanProfiles: [] };

describe('what goes wrong', () => {
  it.each([
    [
      'a token that is refused',
      refusal('UNAUTHENTICATED', 'The token has expired', 401),
      'SCAN_PROFILES_TOKEN',
    ],
    ['a token that a gateway refuses', status(401), 'SCAN_PROFILES_TOKEN'],
    ['no permission', refusal('FORBIDDEN', 'no access'), 'Maintainer'],
    ['too many operations', refusal('TOO_MANY_OPERATIONS', '20 run'), 'operations cancel'],
    ['another release', refusal('GRAPHQL_VALIDATION_FAILED', 'no such field'), 'another release'],
    ['another address', status(404), 'ends in /graphql'],
    ['a redirect', status(302, { location: 'https://elsewhere.example' }), 'ends in /graphql'],
    ['old results', refusal('EXPIRED', 'older than 30 days'), '30 days'],
  ])('is %s: then it is said what to do, once', async (_, mishap, advice) => {
    await using deployment = await Deployment.of({ group });
    deployment.mishaps.push(mishap);
    const { code, data, notes } = await runAt(deployment, list);
    expect({ code, data }).toEqual({ code: 1, data: '' });
    expect(notes).toContain(advice);
    expect(notes).not.toContain(TOKEN);
    expect(deployment.asked).toHaveLength(1);
  });

  it('and passes, is tried again with growing pauses', async () => {
    await using deployment = await Deployment.of({ group });
    deployment.mishaps.push(status(429), status(500), refusal('SERVICE_UNAVAILABLE', 'soon'), (response) => {
      response.destroy();
      return Promise.resolve();
    });
    const { code, pauses } = await runAt(deployment, list);
    expect(code).toBe(0);
    expect(pauses).toEqual([250, 500, 1_000, 2_000]);
  });

  it('and lasts, is given up', async () => {
    await using deployment = await Deployment.of({ group });
    deployment.mishaps.push(...Array.from({ length: 10 }, () => status(429, { 'retry-after': '100000' })));
    const { code, notes, pauses } = await runAt(deployment, list);
    expect(code).toBe(1);
    expect(notes).toContain('Try again in a minute');
    expect(pauses).toEqual(Array.from({ length: 5 }, () => 60_000));
  });

  it('is an address where nobody listens', async () => {
    const deployment = await Deployment.of({ group });
    await deployment[Symbol.asyncDispose]();
    const { code, notes, pauses } = await runAt(deployment, list);
    expect(code).toBe(1);
    expect(notes).toContain('ECONNREFUSED');
    expect(notes).toContain('--url');
    expect(pauses).toEqual([]);
  });
});

describe('a deployment', () => {
  it('is the stack on this machine, and where none runs it is said how to start one', async () => {
    const stateDir = await mkdtemp(join(tmpdir(), 'no-stack-'));
    const environment = { SCAN_PROFILES_STATE_DIR: stateDir };
    const { code, notes } = await run(list, { environment });
    await rm(stateDir, { recursive: true });
    expect(code).toBe(1);
    expect(notes).toContain('npm start');
    expect(notes).toContain('SCAN_PROFILES_URL');
  });

  it('that is named wants a token', async () => {
    const { code, notes } = await run([...list, '--url', 'https://api.example.com'], {
      environment: { SCAN_PROFILES_TOKEN: '' },
    });
    expect(code).toBe(1);
    expect(notes).toContain('No token for https://api.example.com/graphql');
  });

  it('is named by options rather than by the environment', async () => {
    await using deployment = await Deployment.of({ group });
    const typed = [...list, '--url', new URL('/', deployment.url).href, '--token', ' mine\n'];
    const environment = { SCAN_PROFILES_URL: 'http://127.0.0.1:1', SCAN_PROFILES_TOKEN: TOKEN };
    expect(await run(typed, { environment })).toMatchObject({ code: 0 });
    expect(deployment.asked).toMatchObject([{ authorization: 'Bearer mine' }]);
  });

  it.each([
    ['http://api.example.com/graphql', true],
    ['https://api.example.com/graphql', false],
    ['http://127.0.0.1:1/graphql', false],
    ['http://[::1]:1/graphql', false],
  ])('at %s is warned of where the token can be read on the way: %s', (url, isWarned) => {
    expect(isReadableOnTheWay(url)).toBe(isWarned);
  });

  it('that was named is named again in what to do next', async () => {
    await using deployment = await Deployment.of({
      undoSecurityScanProfileOperation: { errors: [], operation: operation({ status: 'PENDING' }) },
    });
    const typed = ['operations', 'undo', 'OP1', '--url', deployment.url, '--token', TOKEN];
    const { notes } = await run(typed);
    expect(notes).toContain(`operations show OP1 --watch --url ${deployment.url}\n`);
    expect(notes).not.toContain(TOKEN);
  });
});

import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import { GetQueueAttributesCommand } from '@aws-sdk/client-sqs';
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { shared } from './support/shared-stack.ts';
import { Home } from './support/home.ts';

const discoverySchema = z.object({ issuer: z.string(), jwks_uri: z.url() });

describe('stack.json', () => {
  it('says where everything is, and keeps its form', async () => {
    await using home = await Home.make();
    const { file, client } = await home.start();
    expect(JSON.parse(await readFile(join(home.directory, 'stack.json'), 'utf8'))).toEqual({
      pid: expect.any(Number),
      graphqlUrl: `http://127.0.0.1:${home.port}/graphql`,
      issuer: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\//),
      audience: expect.any(String),
      region: 'us-east-1',
      endpoints: {
        dynamodb: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
        sqs: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
        events: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      },
      tableName: expect.any(String),
      eventBusName: expect.any(String),
      queues: {
        'attach-worker': { url: expect.any(String), deadLetterUrl: expect.any(String) },
        'cleanup-worker': { url: expect.any(String), deadLetterUrl: expect.any(String) },
        'status-worker': { url: expect.any(String), deadLetterUrl: expect.any(String) },
      },
    });
    const described = await client.table.client.send(new DescribeTableCommand({ TableName: file.tableName }));
    expect(described.Table?.TableStatus).toBe('ACTIVE');
    for (const { url, deadLetterUrl } of Object.values(file.queues)) {
      for (const QueueUrl of [url, deadLetterUrl]) {
        const asked = new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] });
        expect((await client.sqs.send(asked)).Attributes).toHaveProperty('QueueArn');
      }
    }
  });
});

describe('npm run --silent token', () => {
  it('prints a token of the running stack, and nothing else', async () => {
    await using home = await Home.make();
    const { file, client } = await home.start();
    const command = home.run('run', '--silent', 'token', '--', 'some user@example.com', '--expires', '5m');
    expect(await command.ended).toBe(0);
    const token = command.standardOutput().trimEnd();
    const discovery = discoverySchema.parse(
      await (await fetch(`${file.issuer}/.well-known/openid-configuration`)).json(),
    );
    const { issuer, audience } = file;
    const verified = await jwtVerify(token, createRemoteJWKSet(new URL(discovery.jwks_uri)), {
      issuer,
      audience,
    });
    const { sub, iat = 0, exp = 0 } = verified.payload;
    expect({ sub, lifetime: exp - iat }).toEqual({ sub: 'some user@example.com', lifetime: 300 });
    expect(discovery.issuer).toBe(issuer);

    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const body = JSON.stringify({ query: '{ currentUser { id } }' });
    for (const path of ['/graphql', '/api/graphql']) {
      const response = await client.request(path, { method: 'POST', headers, body });
      expect(await response.json()).toEqual({ data: { currentUser: { id: 'some user@example.com' } } });
    }
  });

  it.each([
    ['without a user', []],
    ['with two users', ['a', 'b']],
    ['with a lifetime that is none', ['a', '--expires', 'soon']],
    ['with an option that is not known', ['a', '--for', 'ever']],
    ['if no stack runs', ['a']],
  ])('fails %s, and prints nothing', async (_what, parameters) => {
    await using home = await Home.make();
    const command = home.run('run', '--silent', 'token', '--', ...parameters);
    expect(await command.ended).toBe(1);
    expect(command.standardOutput()).toBe('');
    expect(command.output()).not.toMatch(/^\s+at /m);
    expect(command.output().trim()).not.toBe('');
  });

  it('signs with a key that nobody else can read', async () => {
    await using home = await Home.make();
    await home.start();
    const { mode } = await stat(join(home.directory, 'issuer-key.json'));
    expect(mode & 0o777).toBe(0o600);
  });
});

describe('npm run reset', () => {
  it('forgets what the stack kept, and nothing else', async () => {
    await using home = await Home.make();
    const { command, file } = await home.start();
    process.kill(file.pid);
    await command.ended;
    await writeFile(join(home.directory, 'data', 'mine.txt'), '');
    const reset = home.run('run', 'reset');
    expect(await reset.ended).toBe(0);
    expect(await readdir(home.directory)).toEqual(['data']);
    expect(await readdir(join(home.directory, 'data'))).toEqual(['mine.txt']);
  });
});

describe('GraphiQL', () => {
  const asBrowser = { headers: { accept: 'text/html,application/xhtml+xml' } };

  it('is shown to a browser, with a token, without anything from another site', async () => {
    const response = await shared.request('/graphql', asBrowser);
    expect(response.headers.get('content-type')).toContain('text/html');
    const page = await response.text();
    const [, token = ''] = /Bearer ([\w.-]+)/.exec(page) ?? [];
    expect(decodeJwt(token)).toMatchObject({
      sub: 'owner',
      iss: shared.file.issuer,
      aud: shared.file.audience,
    });
    expect(page).not.toMatch(/<(script|link|img)[^>]+(src|href)="?(https?:)?\/\//);
  });

  it('is shown to a browser for a link with a query, and not where nobody browses', async () => {
    const link = await shared.request('/graphql?query=%7B__typename%7D', asBrowser);
    expect(link.headers.get('content-type')).toContain('text/html');
    for (const [path, init] of [
      ['/graphql?query=%7B__typename%7D', { headers: { accept: 'application/json' } }],
      ['/graphql', { headers: { accept: 'application/json' } }],
      ['/api/graphql', asBrowser],
    ] as const) {
      const response = await shared.request(path, init);
      expect([path, response.headers.get('content-type')]).not.toEqual([
        path,
        expect.stringContaining('text/html'),
      ]);
    }
  });
});

import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as own from '../../infra/bundle/replacements/fetch.ts';

const theirs = { fetch, Headers, Request, Response };

/** What came of something, or the kind of error with which it ended. */
async function outcome(act: () => unknown): Promise<unknown> {
  try {
    return await act();
  } catch (error) {
    return error instanceof Error ? error.name : error;
  }
}

/** Of both the same is expected. */
async function same(act: (of: typeof own | typeof theirs) => unknown): Promise<void> {
  expect(await outcome(() => act(own))).toEqual(await outcome(() => act(theirs)));
}

describe('headers in bundles are those of Node.js', () => {
  it.each([
    ['Accept', 'text/html'],
    ['x-a', ' \t a b \r\n'],
    ['x-ü', 'a'],
    ['', 'a'],
    ['a b', 'a'],
    ['x-a', 'a\nb'],
    ['x-a', 'a\0b'],
    ['x-a', 'ü'],
    ['x-a', 'ĸ'],
    ['x-a', ''],
  ])('%j: %j', async (name, value) => {
    await same((of) => [...new of.Headers([[name, value]])]);
    await same((of) => {
      const headers = new of.Headers([['accept', 'a']]);
      headers.append(name, value);
      headers.append(name, 'more');
      return [headers.get(name.toUpperCase()), headers.has('accept'), headers.get('absent'), [...headers]];
    });
  });
});

describe('messages in bundles are those of Node.js', () => {
  it.each(['{"a":1}', '\uFEFF{"a":"ü"}', '', 'no JSON'])('with the body %j', async (body) => {
    const settings = { method: 'POST', headers: { 'content-type': 'application/json' }, body };
    await same(async (of) => new of.Request('http://graphql/a?b=c d', settings).json());
    await same(async (of) => new of.Response(body).json());
    await same(async (of) => new of.Response(body, { status: 400 }).text());
    await same((of) => [...new of.Response(body, { headers: { 'X-A': 'b' } }).headers]);
  });

  it('with their status, address and method', async () => {
    await same((of) => {
      const { url, method, headers } = new of.Request('http://graphql/a?b=c d', {
        headers: { accept: '*/*' },
      });
      return [url, method, [...headers]];
    });
    await same((of) => {
      const { status, statusText, ok, headers } = new of.Response(null, { status: 415, statusText: 'No' });
      return [status, statusText, ok, [...headers]];
    });
    await same((of) => new of.Request('no address'));
  });
});

describe('fetch in bundles does what that of Node.js does', () => {
  let server: Server;
  let origin: string;
  beforeAll(async () => {
    server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '', 'http://server');
      if (pathname === '/never') return;
      if (pathname === '/cut') {
        response.writeHead(200, { 'content-length': 100 });
        response.write('{', () => response.destroy());
        return;
      }
      const location = pathname === '/elsewhere' ? { location: '/found' } : {};
      response.writeHead(location.location ? 302 : pathname === '/found' ? 200 : 404, location);
      response.end(JSON.stringify({ accept: request.headers.accept, agent: request.headers['user-agent'] }));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    origin = typeof address === 'object' ? `http://127.0.0.1:${address?.port ?? 0}` : '';
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  it.each(['/found', '/absent'])('where %s is asked for', async (path) => {
    await same(async (of) => (await of.fetch(`${origin}${path}`)).status);
    await same(async (of) => (await of.fetch(`${origin}${path}`, { headers: { 'user-agent': 'a' } })).json());
  });

  it('where it is sent elsewhere', async () => {
    await same(async (of) => of.fetch(`${origin}/elsewhere`, { redirect: 'error' }));
    await same(async (of) => (await of.fetch(`${origin}/elsewhere`, { redirect: 'manual' })).status);
  });

  it('where the answer breaks off', async () => {
    for (const of of [own, theirs])
      await expect(of.fetch(`${origin}/cut`).then((cut) => cut.json())).rejects.toThrow();
  });

  it('where nobody is there, or nobody answers in time', async () => {
    await same(async (of) => of.fetch(`${origin}/never`, { signal: AbortSignal.timeout(50) }));
    await expect(own.fetch('http://127.0.0.1:1')).rejects.toThrow('ECONNREFUSED');
  });
});

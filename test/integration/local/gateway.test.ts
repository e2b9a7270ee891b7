import { createServer, request as httpRequest, type Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApiServer } from '../../../local/http/api-server.ts';
import { createGateway } from '../../../local/http/gateway.ts';
import { close, listen } from '../../../local/http/listen.ts';
import { listenOnPort } from '../../../local/http/port.ts';
import { LocalFunction } from '../../../local/lambda/function.ts';
import { Refusal } from '../../../local/refusal.ts';
import type { RoutePlan } from '../../../local/template/resources/api.ts';

const ARN = 'arn:function';

let fn: LocalFunction;
let server: Server;
let url: string;

function route(routeKey: string, timeoutMilliseconds = 30_000): RoutePlan {
  const [method = '', path = ''] = routeKey === '$default' ? ['ANY', routeKey] : routeKey.split(' ');
  return { routeKey, method, path, functionArn: ARN, timeoutMilliseconds };
}

beforeAll(async () => {
  fn = new LocalFunction(
    {
      name: 'behind-the-api',
      arn: ARN,
      directory: fileURLToPath(new URL('functions', import.meta.url)),
      handler: 'index.handler',
      timeoutSeconds: 5,
      memorySize: 256,
      variables: {},
    },
    { dynamodb: '', sqs: '', events: '' },
    () => undefined,
  );
  const routes = [
    route('ANY /graphql'),
    route('GET /graphql'),
    route('POST /only-post'),
    route('GET /impatient', 100),
    route('ANY /below/{proxy+}'),
    route('GET /below/here'),
  ];
  const gateway = createGateway(routes, new Map([[ARN, fn]]));
  server = createApiServer(() => [gateway]);
  url = await listen(server, 0);
});
afterAll(async () => {
  await close(server);
  await fn.stop(0);
});

/** The event that the function got. */
async function eventOf(path: string, init: RequestInit = {}): Promise<unknown> {
  const response = await fetch(`${url}${path}`, init);
  expect(response.status).toBe(200);
  return response.json();
}

describe('the HTTP API', () => {
  it('turns a request into an event of payload format 2.0', async () => {
    const headers = { 'content-type': 'application/json', 'X-Colour': 'blue', cookie: 'a=1; b=2' };
    expect(
      await eventOf('/graphql?tag=x&tag=y&q=%C3%BC', { method: 'POST', headers, body: '{"ü":1}' }),
    ).toMatchObject({
      version: '2.0',
      routeKey: 'ANY /graphql',
      rawPath: '/graphql',
      rawQueryString: 'tag=x&tag=y&q=%C3%BC',
      cookies: ['a=1', 'b=2'],
      headers: { 'content-type': 'application/json', 'x-colour': 'blue' },
      queryStringParameters: { tag: 'x,y', q: 'ü' },
      requestContext: {
        http: { method: 'POST', path: '/graphql', protocol: 'HTTP/1.1', sourceIp: '127.0.0.1' },
        stage: '$default',
        routeKey: 'ANY /graphql',
        requestId: expect.stringMatching(/./),
      },
      body: '{"ü":1}',
      isBase64Encoded: false,
    });
  });

  it.each([
    ['/below/a/b', 'ANY /below/{proxy+}', '/below/a/b', 'a/b'],
    // What was encoded is not told apart any more: so it is on AWS.
    ['/below/a%2Fb%20c', 'ANY /below/{proxy+}', '/below/a/b c', 'a/b c'],
    ['/below/here', 'GET /below/here', '/below/here', undefined],
  ])('takes %s by the route %s', async (path, routeKey, rawPath, proxy) => {
    const event = await eventOf(path);
    expect(event).toMatchObject({ routeKey, rawPath, requestContext: { http: { path: rawPath } } });
    if (proxy === undefined) expect(event).not.toHaveProperty('pathParameters');
    else expect(event).toMatchObject({ pathParameters: { proxy } });
  });

  it('says by which scheme and port it was asked', async () => {
    expect(await eventOf('/graphql')).toMatchObject({
      headers: { 'x-forwarded-proto': 'http', 'x-forwarded-port': new URL(url).port },
    });
  });

  it('leaves out what is not there', async () => {
    const event = await eventOf('/graphql');
    expect(event).toMatchObject({ routeKey: 'GET /graphql', rawQueryString: '', isBase64Encoded: false });
    for (const key of ['body', 'cookies', 'queryStringParameters']) expect(event).not.toHaveProperty(key);
  });

  it.each([
    'application/octet-stream',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
  ])('encodes a body of type %s', async (type) => {
    const body = new Uint8Array([0, 255, 61]);
    expect(
      await eventOf('/graphql', { method: 'POST', headers: { 'content-type': type }, body }),
    ).toMatchObject({
      body: Buffer.from(body).toString('base64'),
      isBase64Encoded: true,
    });
  });

  it('joins headers of one name', async () => {
    const body = await new Promise<string>((resolve, reject) => {
      const request = httpRequest(`${url}/graphql`, { headers: { 'x-many': ['a', 'b'] } }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        response.on('end', () => resolve(text));
      });
      request.on('error', reject).end();
    });
    expect(JSON.parse(body)).toMatchObject({ headers: { 'x-many': 'a,b' } });
  });

  it.each([
    ['GET', '/', 404, 'Not Found'],
    ['GET', '/only-post', 404, 'Not Found'],
    ['GET', '/graphql/', 404, 'Not Found'],
    ['GET', '/below', 404, 'Not Found'],
    ['GET', '/below/', 404, 'Not Found'],
    ['GET', '/below/100%', 400, 'Bad Request'],
    ['GET', '/%E0%A4%A', 400, 'Bad Request'],
    ['GET', '/graphql?does=throw', 500, 'Internal Server Error'],
    ['GET', '/graphql?does=exit', 500, 'Internal Server Error'],
    ['GET', '/impatient?does=hang', 503, 'Service Unavailable'],
  ])('answers %s %s with %i', async (method, path, status, message) => {
    const response = await fetch(`${url}${path}`, { method });
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({ message });
  });

  it('hands what has no route to that of the rest, if there is one', async () => {
    const whole = createGateway([route('GET /graphql'), route('$default')], new Map([[ARN, fn]]));
    const other = createApiServer(() => [whole]);
    const address = await listen(other, 0);
    const response = await fetch(`${address}/elsewhere/`, { method: 'PUT' });
    expect(await response.json()).toMatchObject({ routeKey: '$default', rawPath: '/elsewhere/' });
    await close(other);
  });

  it.each([11, 7])('refuses a body of %i MB', async (megabytes) => {
    const body = new Uint8Array(megabytes * 1024 * 1024);
    const response = await fetch(`${url}/graphql`, { method: 'POST', body });
    expect(response.status).toBe(413);
  });

  it('gives every answer of a function a request id', async () => {
    const response = await fetch(`${url}/graphql`);
    expect(response.headers.get('apigw-requestid')).toMatch(/^[0-9a-f-]{36}$/);
  });
});

it('says clearly that a port is taken', async () => {
  const port = Number(new URL(url).port);
  await expect(listenOnPort(createServer(), port)).rejects.toThrow(Refusal);
  await expect(listenOnPort(createServer(), port)).rejects.toThrow(`Port ${port} is taken`);
});

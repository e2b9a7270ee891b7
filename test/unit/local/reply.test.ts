import { describe, expect, it } from 'vitest';
import { replyOf } from '../../../local/http/reply.ts';

describe('the result of a function behind the API', () => {
  it('is sent with its status, headers, cookies and body', () => {
    const result = { statusCode: 201, headers: { 'X-Count': 3 }, cookies: ['a=1', 'b=2'], body: 'done' };
    expect(replyOf(JSON.stringify(result))).toEqual({
      status: 201,
      headers: { 'content-type': 'text/plain;charset=utf-8', 'x-count': '3' },
      cookies: ['a=1', 'b=2'],
      body: Buffer.from('done'),
    });
  });

  it('may be binary', () => {
    const body = Buffer.from([0, 255, 1]);
    const result = { statusCode: 200, isBase64Encoded: true, body: body.toString('base64') };
    expect(replyOf(JSON.stringify(result)).body).toEqual(body);
  });

  it('is the body of a JSON answer if it has no status', () => {
    expect(replyOf('{"fine":true}')).toMatchObject({
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: Buffer.from('{"fine":true}'),
    });
  });

  it.each(['{"statusCode":"ok"}', '{"statusCode":200,"body":{}}', '{"statusCode":9}'])(
    'is the fault of the function where it makes no sense: %s',
    (payload) => {
      expect(replyOf(payload)).toMatchObject({
        status: 500,
        body: Buffer.from('{"message":"Internal Server Error"}'),
      });
    },
  );
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inProcess } from '../support/counted-table.ts';
import { type HostileApi, hostileApi } from '../support/hostile-api.ts';
import type { Queue } from './generate/messages.ts';
import { type Deliver, workers } from './run/workers.ts';

// What random requests and messages found once.

let api: HostileApi;
let deliver: Deliver;

beforeAll(async () => {
  api = await hostileApi(inProcess());
  deliver = workers(api.env);
});
afterAll(async () => api.stop());

it('of a body that is not JSON it is not said which class of error that is', async () => {
  const { status, text } = await api.ask(await api.token('owner'), '{');
  expect(status).toBe(400);
  expect(JSON.parse(text)).toEqual({
    errors: [{ message: 'POST body sent invalid JSON.', extensions: { code: 'BAD_REQUEST' } }],
  });
});

it('a header that HTTP cannot have is as if it had not come', async () => {
  const headers = { authorization: `Bearer ${await api.token('owner')}`, 'x y': 'ſ', 'private-token': 'ſ' };
  expect(await api.send({ method: 'GET', path: '/api/v4/user', headers })).toMatchObject({ status: 200 });
});

it('a user whose name is half a character is nobody', async () => {
  expect(await api.ask(await api.token('\ud800'), { query: '{ __typename }' })).toMatchObject({
    status: 401,
  });
});

describe('what would not make a key of the table is not understood, and its neighbours are consumed:', () => {
  const event = { id: 'event', time: '2026-11-22T12:00:00Z', 'detail-type': 'MemberAddedEvent' };
  const detail = { user_id: 'somebody', group_id: 1, access_level: 30 };
  const page = { version: 2, operationId: 'o', pageId: 'P', requestId: 'r' };
  const long = 'x'.repeat(2_000);

  it.each<[string, Queue, object, object]>([
    ['the id of a page', 'attach', page, { ...page, pageId: long }],
    ['the id of an operation', 'attach', page, { ...page, operationId: long }],
    ['the id of an event', 'cleanup', { ...event, detail }, { ...event, id: long, detail }],
    ['a user', 'cleanup', { ...event, detail }, { ...event, detail: { ...detail, user_id: long } }],
  ])('%s', async (_name, queue, good, bad) => {
    api.env.log.lines.length = 0;
    expect(
      await deliver(
        queue,
        [good, bad, good].map((message) => JSON.stringify(message)),
      ),
    ).toEqual(['m1']);
    const errors = api.env.log.lines.filter(({ level }) => level === 'error');
    expect(errors).toMatchObject([{ message: 'message cannot be understood', details: { messageId: 'm1' } }]);
  });
});

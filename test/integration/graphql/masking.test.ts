import { afterEach, beforeEach, expect, it } from 'vitest';
import { startGraphqlApi, type TestApi } from '../../support/graphql-api.ts';

let api: TestApi;

beforeEach(async () => {
  api = await startGraphqlApi();
  await api.world.group(1, null);
});
afterEach(async () => {
  await api.stop();
});

/** What the SDK says where the table is gone. */
const SECRET = 'ResourceNotFoundException: arn:aws:dynamodb:eu-west-1:123456789012:table/secret';

function breakTable(): void {
  api.env.table.client.middlewareStack.add(() => () => Promise.reject(new Error(SECRET)), {
    step: 'initialize',
    name: 'broken',
  });
}

it('tells a caller nothing of an error that nobody expected but where the log has it', async () => {
  breakTable();
  const answer = await api.ask(
    '{ currentUser { id } group(fullPath: "group-1") { id } project(fullPath: "a/b") { id } }',
  );
  expect(answer.status).toBe(200);
  expect(answer.data).toEqual({ currentUser: { id: 'owner' }, group: null, project: null });
  const extensions = { code: 'INTERNAL_SERVER_ERROR', requestId: 'request-1' };
  expect(answer.errors).toMatchObject([
    { path: ['group'], extensions, message: expect.stringContaining('request-1') },
    { path: ['project'], extensions },
  ]);
  expect(Object.keys(answer.errors[0]?.extensions ?? {})).toEqual(['code', 'requestId']);
  expect(answer.text).not.toMatch(/secret|dynamodb|Exception|\.ts|node_modules/i);
});

it('logs each cause once, with the request id', async () => {
  breakTable();
  await api.ask('{ group(fullPath: "group-1") { id } }');
  expect(api.env.log.lines).toEqual([
    {
      level: 'error',
      message: 'a request failed',
      details: { requestId: 'request-1', error: new Error(SECRET) },
    },
  ]);
});

it('makes a mutation that broke null, and answers all the same', async () => {
  breakTable();
  const query = `mutation { attachSecurityScanProfile(input: {
    securityScanProfileId: "gid://gitlab/Security::ScanProfile/sast", groupIds: ["gid://gitlab/Group/1"]
  }) { errors } }`;
  expect(await api.ask(query)).toMatchObject({
    status: 200,
    data: { attachSecurityScanProfile: null },
    errors: [{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }],
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, groupId, NO_ACCESS, profileId, projectId, startClient } from './support/clients.ts';

/** The MCP tool that attaches a profile: each id a variable of its own type, an alias, any of the modes. */
describe('the MCP tool', () => {
  let client: Client;
  beforeAll(async () => {
    client = await startClient();
  });
  afterAll(async () => client.stop());

  it.each(['SET', 'REPLACE', 'APPEND', 'FILL_PROFILE_GAPS', 'FILL_SCAN_GAPS'])(
    'attaches a template in the mode %s',
    async (mode) => {
      const variables = { profile: profileId('secret_detection'), projects: [projectId(10)], mode };
      const { status, text } = await client.send('mcp/attach.graphql', variables);
      expect(status).toBe(200);
      expect(JSON.parse(text)).toEqual({ data: { attached: { errors: [] } } });
    },
  );

  it('attaches to groups, and may leave out the mode and the projects', async () => {
    const variables = { profile: profileId('SecretDetection'), groups: [groupId(2)] };
    expect((await client.send('mcp/attach.graphql', variables)).data).toEqual({ attached: { errors: [] } });
    await client.api.world.drain();
    expect(await client.api.world.visible(20)).toEqual(['SECRET_DETECTION']);
  });

  it.each([
    ['an id of another kind', { profile: projectId(10), projects: [projectId(10)] }],
    ['an id that is no global one', { profile: '1', projects: [projectId(10)] }],
    ['a mode that there is not', { profile: profileId(1), projects: [projectId(10)], mode: 'SOME' }],
  ])('is told of %s before anything is done', async (_what, variables) => {
    const { data, errors } = await client.send('mcp/attach.graphql', variables);
    expect(data).toBeUndefined();
    expect(errors).toHaveLength(1);
    expect(errors[0]?.message).toMatch(/^Variable "\$(profile|mode)" got invalid value/);
  });

  it('is refused like everybody else', async () => {
    const variables = { profile: profileId('sast'), groups: [groupId(9)] };
    const { data, errors } = await client.send('mcp/attach.graphql', variables);
    expect(data).toEqual({ attached: null });
    expect(errors.map(({ message, path }) => ({ message, path }))).toEqual([
      { message: NO_ACCESS, path: ['attached'] },
    ]);
  });
});

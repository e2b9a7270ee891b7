import { serverAudits } from 'graphql-http';
import { describe, expect, it } from 'vitest';
import { GRAPHQL_PATHS } from '../../../shared/names.ts';
import { shared } from '../support/shared-stack.ts';

/** Asks as a user who is a member of nothing: the audits need no more than the schema. */
async function fetchWithToken(url: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set('authorization', `Bearer ${await shared.token('auditor')}`);
  return fetch(url, { ...init, headers });
}

describe.each(GRAPHQL_PATHS)('GraphQL over HTTP at %s', (path) => {
  const url = new URL(path, shared.file.graphqlUrl).href;
  const audits = serverAudits({ url, fetchFn: fetchWithToken });

  it('is audited in 61 points', () => {
    expect(audits).toHaveLength(61);
  });

  it.each(audits.map((audit) => [audit.id, audit.name, audit] as const))(
    '%s %s',
    async (_id, _name, audit) => {
      const result = await audit.fn();
      expect(result, 'reason' in result ? result.reason : '').toMatchObject({ status: 'ok' });
    },
  );
});

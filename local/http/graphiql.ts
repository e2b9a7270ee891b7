import type { IncomingMessage } from 'node:http';
import { GRAPHQL_PATHS } from '../../shared/names.ts';
import type { Reply } from './reply.ts';

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

const FIRST_QUERY = `{
  currentUser {
    id
  }
  group(fullPath: "perl-team") {
    id
    projects(first: 10, includeSubgroups: true) {
      nodes {
        fullPath
        attachedSecurityScanProfiles {
          name
        }
      }
    }
    availableSecurityScanProfiles {
      id
      name
    }
  }
}
`;

/**
 * Whether a browser asks for the page where queries are typed. It carries a token, so it is only shown under a name
 * of this machine: a page of another site that has its name lead here must not read it.
 */
export function isGraphiqlRequest(request: IncomingMessage, url: URL): boolean {
  const wantsPage = request.headers.accept?.includes('text/html') === true;
  const isPage = request.method === 'GET' && url.pathname === GRAPHQL_PATHS[0];
  return isPage && wantsPage && LOOPBACK.includes(url.hostname);
}

/** The page, with a token in its headers. All of it comes from this machine. */
export async function graphiqlReply(token: string): Promise<Reply> {
  // Nine megabytes that most runs of the stack never need.
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const authorization = { Authorization: `Bearer ${token}` };
  const page = renderGraphiQL({
    title: 'Scan Profiles',
    defaultQuery: FIRST_QUERY,
    defaultHeaders: JSON.stringify(authorization, null, 2),
    // Tabs of an earlier visit come back without their headers. What is typed into a tab wins over these.
    additionalHeaders: authorization,
    defaultEditorToolsVisibility: 'headers',
  });
  const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' };
  return { status: 200, headers, cookies: [], body: Buffer.from(page) };
}

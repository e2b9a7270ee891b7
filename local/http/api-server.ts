import { createServer, type IncomingMessage, type Server } from 'node:http';
import { failure, type Reply, send } from './reply.ts';

/** Answers a request, or leaves it to the next. */
export type Part = (request: IncomingMessage, url: URL) => Promise<Reply | undefined>;

/**
 * The server in front of everything with a URL of its own. Until `parts` says something else it answers that it is
 * not ready: the port is taken first, because the stack is built with its number.
 */
export function createApiServer(parts: () => Part[]): Server {
  return createServer((request, response) => {
    void answer(request).then((reply) => {
      send(response, reply);
    });
  });

  async function answer(request: IncomingMessage): Promise<Reply> {
    const url = URL.parse(request.url ?? '/', `http://${request.headers.host ?? ''}`);
    if (url === null || !isDecodable(url.pathname)) return failure(400, 'Bad Request');
    try {
      for (const part of parts()) {
        const reply = await part(request, url);
        if (reply !== undefined) return reply;
      }
      return failure(503, 'Service Unavailable');
    } catch (error) {
      console.error(error);
      return failure(500, 'Internal Server Error');
    }
  }
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

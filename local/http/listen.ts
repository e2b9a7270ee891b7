import { once } from 'node:events';
import type { Server } from 'node:http';

/** Milliseconds that requests under way have to end when a server closes. */
const GRACE = 2_000;

/** Listens on 127.0.0.1; port 0 takes a free one. Answers the URL, without a slash at the end. */
export async function listen(server: Server, port: number): Promise<string> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return `http://127.0.0.1:${address.port}`;
}

/** Takes no more requests, and lets those under way end. Does nothing if that has been done. */
export async function close(server: Server): Promise<void> {
  if (!server.listening) return;
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  const deadline = setTimeout(() => {
    server.closeAllConnections();
  }, GRACE);
  await closed;
  clearTimeout(deadline);
}

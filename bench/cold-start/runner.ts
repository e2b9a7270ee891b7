/**
 * Started as a process of its own, with a bundle and an event: what a runtime of AWS Lambda does with a new function, from
 * its first line on. Says what it was answered, and when what happened, on the fourth descriptor.
 */
import type { Socket } from 'node:net';

const moments: [string, number][] = [];
const mark = (what: string): void => void moments.push([what, performance.timeOrigin + performance.now()]);
mark('begun');

const [, , bundle = '', event = '', watched] = process.argv;
if (watched === 'WATCHED') {
  const { subscribe } = process.getBuiltinModule('node:diagnostics_channel');
  subscribe('undici:request:create', () => mark('asks the issuer'));
  subscribe('undici:request:trailers', () => mark('the issuer has answered'));
  subscribe('http.client.request.created', (message) =>
    mark(isOfTable(message) ? 'asks the table' : 'asks the issuer'),
  );
  subscribe('http.client.response.finish', (message) =>
    mark(isOfTable(message) ? 'the table has answered' : 'the issuer has answered'),
  );
  subscribe('net.client.socket', (message) => {
    if (isOfSocket(message)) message.socket.once('connect', () => mark('connected'));
  });
}

const module: unknown = await import(bundle);
mark('loaded');
if (!isFunction(module)) throw new Error(`${bundle} exports no handler`);
const answer = await module.handler(JSON.parse(event), {
  awsRequestId: 'request-1',
  getRemainingTimeInMillis: () => 25_000,
});
mark('answered');
// As an import it would bring parts of the module that nobody uses, which takes longer than all of the rest.
process.getBuiltinModule('node:fs').writeSync(3, JSON.stringify({ moments, answer }));
// Connections are kept open for the next request: there is none.
process.exit();

function isFunction(
  value: unknown,
): value is { readonly handler: (event: unknown, context: object) => Promise<unknown> } {
  return (
    typeof value === 'object' && value !== null && 'handler' in value && typeof value.handler === 'function'
  );
}

/** The issuer is asked by GET, the table by POST. */
function isOfTable(message: unknown): boolean {
  if (typeof message !== 'object' || message === null || !('request' in message)) return false;
  const { request } = message;
  return typeof request === 'object' && request !== null && 'method' in request && request.method === 'POST';
}

function isOfSocket(message: unknown): message is { readonly socket: Socket } {
  return typeof message === 'object' && message !== null && 'socket' in message;
}

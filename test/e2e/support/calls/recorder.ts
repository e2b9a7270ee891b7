/**
 * Loaded into the worker threads of a function before its bundle (`--import`, see `recording.ts`): notes what the function
 * asks of AWS, by the requests that leave it. The bundle is the one that is deployed and knows nothing of it.
 */
import { appendFileSync } from 'node:fs';
import { ClientRequest } from 'node:http';
import { join } from 'node:path';
import { actionsOf, objectOf } from './actions-of.ts';

const { RECORDED_CALLS: directory = '', AWS_LAMBDA_FUNCTION_NAME: name = '' } = process.env;
const file = join(directory, `${name}.ndjson`);
const noted = new Set<string>();

/** Each kind of call once a thread. */
function note(target: string, body: string): void {
  for (const call of actionsOf(target, objectOf(JSON.parse(body)))) {
    const line = JSON.stringify(call);
    if (noted.has(line)) continue;
    noted.add(line);
    appendFileSync(file, `${line}\n`);
  }
}

/** The SDK hands a body over whole, when it ends a request. */
function look(request: ClientRequest, body: unknown): void {
  const target = request.getHeader('x-amz-target');
  if (typeof target !== 'string') return;
  if (typeof body !== 'string' && !(body instanceof Uint8Array))
    throw new Error(`${target} has a body that cannot be read here`);
  note(target, Buffer.from(body).toString());
}

const end: unknown = Reflect.get(ClientRequest.prototype, 'end');
if (typeof end !== 'function') throw new Error('requests do not end as they did');
const watched = new Proxy(end, {
  apply(original, request: unknown, given: unknown[]): unknown {
    if (request instanceof ClientRequest) look(request, given[0]);
    return Reflect.apply(original, request, given);
  },
});
Reflect.set(ClientRequest.prototype, 'end', watched);

import { randomUUID } from 'node:crypto';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import * as z from 'zod';
import { bytesOf, MAXIMUM_BYTES, putEventsSchema, readEntry, type Accepted } from './entries.ts';

interface BusServerOptions {
  busNames: ReadonlySet<string>;
  /** Called with the good entries of a request. They count as accepted when it returns. */
  accept: (events: Accepted[], now: number) => void;
}

/** Speaks the protocol of the AWS clients (JSON 1.1) for `PutEvents`. Signatures are not looked at. */
export function createBusServer({ busNames, accept }: BusServerOptions): Server {
  return createServer((request, response) => {
    const operation = request.headers['x-amz-target'];
    void text(request)
      .then((body) => {
        if (operation !== 'AWSEvents.PutEvents') {
          answer(response, 400, failure('UnknownOperationException', `The local bus only knows PutEvents`));
        } else {
          const { status, content } = putEvents(body);
          answer(response, status, content);
        }
      })
      .catch((error: unknown) => {
        answer(response, 500, failure('InternalException', String(error)));
      });
  });

  function putEvents(body: string): { status: number; content: object } {
    const parsed = putEventsSchema.safeParse(json(body));
    if (!parsed.success)
      return { status: 400, content: failure('ValidationException', z.prettifyError(parsed.error)) };
    const { Entries: entries } = parsed.data;
    if (entries.reduce((sum, entry) => sum + bytesOf(entry), 0) > MAXIMUM_BYTES) {
      const message = 'Total size of the entries in the request is over the limit.';
      return { status: 400, content: failure('ValidationException', message) };
    }
    const now = Date.now();
    const results = entries.map((entry) => readEntry(entry, busNames, now));
    accept(
      results.filter((result) => result.kind === 'accepted'),
      now,
    );
    const FailedEntryCount = results.filter((result) => result.kind === 'refused').length;
    const Entries = results.map((result) =>
      result.kind === 'accepted'
        ? { EventId: result.event.id }
        : { ErrorCode: result.code, ErrorMessage: result.message },
    );
    return { status: 200, content: { FailedEntryCount, Entries } };
  }
}

function answer(response: ServerResponse, status: number, content: object): void {
  response
    .writeHead(status, { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': randomUUID() })
    .end(JSON.stringify(content));
}

function failure(code: string, message: string): object {
  return { __type: code, message };
}

function json(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

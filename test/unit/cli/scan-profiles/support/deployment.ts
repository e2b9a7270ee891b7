import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { graphql } from 'graphql';
import * as z from 'zod';
import { productSchema } from './product-schema.ts';

const schema = productSchema();
const bodySchema = z.object({ query: z.string(), variables: z.record(z.string(), z.unknown()) });

export interface Asked {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly authorization: string | undefined;
}

/** What a request gets instead of an answer, or after it was carried out. */
export type Mishap = (response: ServerResponse, answer: () => Promise<unknown>) => Promise<void>;

/** An API of the product's schema on a port of its own, with made-up data; `mishaps` befall the first requests. */
export class Deployment implements AsyncDisposable {
  readonly asked: Asked[] = [];
  readonly mishaps: Mishap[] = [];
  readonly url: string;
  private readonly server: ReturnType<typeof createServer>;

  private constructor(server: ReturnType<typeof createServer>, port: number) {
    this.server = server;
    this.url = `http://127.0.0.1:${port}/graphql`;
  }

  static async of(rootValue: Readonly<Record<string, unknown>>): Promise<Deployment> {
    const server = createServer((request, response) => {
      void (async () => {
        const { query, variables } = bodySchema.parse(JSON.parse(await text(request)));
        deployment.asked.push({ query, variables, authorization: request.headers.authorization });
        const answer = async (): Promise<unknown> =>
          graphql({ schema, source: query, variableValues: variables, rootValue });
        await (deployment.mishaps.shift() ?? send)(response, answer);
      })();
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const deployment = new Deployment(server, typeof address === 'object' ? (address?.port ?? 0) : 0);
    return deployment;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }
}

const send: Mishap = async (response, answer) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify(await answer()));
};

/** Carries the request out, and loses the answer. */
export const lostAnswer: Mishap = async (response, answer) => {
  await answer();
  response.destroy();
};

export function status(code: number, headers: Readonly<Record<string, string>> = {}): Mishap {
  return async (response) => {
    response.writeHead(code, { 'content-type': 'application/json', ...headers });
    response.end('{"message":"as a gateway says it"}');
    return Promise.resolve();
  };
}

/** A refusal as the API makes it. */
export function refusal(code: string, message: string, httpStatus = 200): Mishap {
  return async (response) => {
    response.writeHead(httpStatus, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ errors: [{ message, extensions: { code } }] }));
    return Promise.resolve();
  };
}

import { createServer, type IncomingMessage } from 'node:http';
import { close, listen } from '../../local/http/listen.ts';

/** What a service answers to one request; `hang up` breaks the connection instead. */
export type Answer =
  | { readonly status: number; readonly body: unknown; readonly headers?: Readonly<Record<string, string>> }
  | 'hang up';

/** What of a request must not differ between two clients: neither its time nor its signature. */
export interface Seen {
  readonly method: string | undefined;
  readonly path: string | undefined;
  readonly target: unknown;
  readonly contentType: unknown;
  readonly signedHeaders: string | undefined;
  readonly body: string;
}

export interface ScriptedService {
  readonly endpoint: string;
  /** Answers these in turn, the last one for ever, and forgets what it has seen. */
  script(answers: readonly Answer[]): void;
  readonly seen: readonly Seen[];
  stop(): Promise<void>;
}

/** A service that says what it is told to say. */
export async function scriptedService(): Promise<ScriptedService> {
  let answers: readonly Answer[] = [];
  let seen: Seen[] = [];
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const answer = answers[Math.min(seen.length, answers.length - 1)];
      seen.push(described(request, body));
      if (answer === undefined || answer === 'hang up') return request.socket.destroy();
      const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
      return response
        .writeHead(answer.status, { 'x-amzn-requestid': 'request-1', ...answer.headers })
        .end(text);
    });
  });
  const endpoint = await listen(server, 0);
  return {
    endpoint,
    script(next) {
      answers = next;
      seen = [];
    },
    get seen() {
      return seen;
    },
    stop: async () => close(server),
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += String(chunk);
  return text;
}

function described({ method, url, headers }: IncomingMessage, body: string): Seen {
  return {
    method,
    path: url,
    target: headers['x-amz-target'],
    contentType: headers['content-type'],
    signedHeaders: /SignedHeaders=([^,]+)/.exec(headers.authorization ?? '')?.[1],
    body,
  };
}

/**
 * Stands in for `fetch` and what belongs to it in the bundles. Node.js loads its own when somebody asks for it first: that,
 * and the first use, is a third of the work of a start. Here is what functions use of it: bodies that are texts, and GET.
 */
type Given = Iterable<readonly [string, string]> | Readonly<Record<string, string>>;

const NAME = /^[!#$%&'*+.^_`|~0-9a-z-]+$/i;
/** More than one line, or no text of bytes. */
const IMPOSSIBLE = /[\0\r\n\u{100}-\u{10ffff}]/u;
const SPACE_AROUND = /^[\t\n\r ]+|[\t\n\r ]+$/g;

export class Headers {
  private readonly values = new Map<string, string>();

  constructor(given: Given = []) {
    const entries = isIterable(given) ? given : Object.entries(given);
    for (const [name, value] of entries) this.append(name, value);
  }

  append(name: string, value: string): void {
    const before = this.get(name);
    const own = value.replaceAll(SPACE_AROUND, '');
    this.set(name, before === null ? own : `${before}, ${own}`);
  }

  get(name: string): string | null {
    return this.values.get(name.toLowerCase()) ?? null;
  }

  has(name: string): boolean {
    return this.values.has(name.toLowerCase());
  }

  set(name: string, value: string): void {
    const own = value.replaceAll(SPACE_AROUND, '');
    if (!NAME.test(name) || IMPOSSIBLE.test(own)) throw new TypeError(`HTTP has no such header: ${name}`);
    this.values.set(name.toLowerCase(), own);
  }

  [Symbol.iterator](): IterableIterator<[string, string]> {
    return [...this.values].sort(([one], [other]) => (one < other ? -1 : 1)).values();
  }
}

/** What requests and answers have in common. */
class Message {
  readonly headers: Headers;
  private readonly body: string | null;

  constructor(body: string | null, headers: Given = []) {
    this.headers = new Headers(headers);
    this.body = body;
    if (body !== null && !this.headers.has('content-type'))
      this.headers.set('content-type', 'text/plain;charset=UTF-8');
  }

  text(): Promise<string> {
    return Promise.resolve(this.body?.replace(/^\uFEFF/, '') ?? '');
  }

  async json(): Promise<unknown> {
    const value: unknown = JSON.parse(await this.text());
    return value;
  }
}

interface RequestSettings {
  readonly method?: string;
  readonly headers?: Given;
  readonly body?: string;
}

export class Request extends Message {
  readonly url: string;
  readonly method: string;

  constructor(url: string, { method = 'GET', headers, body }: RequestSettings = {}) {
    super(body ?? null, headers);
    this.url = new URL(url).href;
    this.method = method;
  }
}

interface ResponseSettings {
  readonly status?: number;
  readonly statusText?: string;
  readonly headers?: Given;
}

export class Response extends Message {
  readonly status: number;
  readonly statusText: string;

  constructor(body: string | null = null, { status = 200, statusText = '', headers }: ResponseSettings = {}) {
    super(body, headers);
    this.status = status;
    this.statusText = statusText;
  }

  get ok(): boolean {
    return this.status >= 200 && this.status < 300;
  }
}

interface FetchSettings {
  readonly method?: 'GET';
  readonly headers?: Given;
  readonly redirect?: 'error' | 'manual';
  readonly signal?: AbortSignal;
}

/** Goes nowhere else: with `manual` the answer that sends there is what comes of it, else it is an error. */
export async function fetch(
  url: string | URL,
  { headers = [], redirect = 'error', signal }: FetchSettings = {},
): Promise<Response> {
  // An import would bring what of `http` nobody uses, and with it all that this stands in for.
  const { get } = process.getBuiltinModule(new URL(url).protocol === 'https:' ? 'node:https' : 'node:http');
  const sent = { accept: '*/*', 'user-agent': 'node', ...Object.fromEntries(new Headers(headers)) };
  return new Promise((resolve, reject) => {
    const failed = (error: Error): void => {
      reject(signal?.aborted && signal.reason instanceof Error ? signal.reason : error);
    };
    const request = get(url, { headers: sent, ...(signal && { signal }) }, (message) => {
      const { statusCode: status = 0, statusMessage: statusText = '' } = message;
      const chunks: Buffer[] = [];
      message.on('data', (chunk: Buffer) => chunks.push(chunk));
      message.on('error', failed);
      message.on('end', () => {
        if (status >= 300 && status < 400 && redirect === 'error') failed(new TypeError('sent elsewhere'));
        else resolve(new Response(Buffer.concat(chunks).toString('utf8'), { status, statusText }));
      });
    });
    request.on('error', failed);
  });
}

function isIterable(given: Given): given is Iterable<readonly [string, string]> {
  return Symbol.iterator in given;
}

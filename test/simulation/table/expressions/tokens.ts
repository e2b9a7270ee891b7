import { invalid } from '../errors.ts';

const TOKEN = /\s*(?:([#:][A-Za-z0-9_]+|[A-Za-z_][A-Za-z0-9_]*)|(<>|<=|>=|[=<>(),.+-]))/y;

/** The words and signs of an expression, taken one after the other. */
export class Tokens {
  readonly #text: string;
  readonly #tokens: readonly string[];
  #position = 0;

  constructor(text: string) {
    this.#text = text;
    this.#tokens = split(text);
  }

  peek(ahead = 0): string | undefined {
    return this.#tokens[this.#position + ahead];
  }

  /** Takes the next token if it is this one; keywords in any case. */
  take(token: string): boolean {
    if (this.peek()?.toUpperCase() !== token.toUpperCase()) return false;
    this.#position += 1;
    return true;
  }

  expect(token: string): void {
    if (!this.take(token)) throw this.unknown();
  }

  next(): string {
    const token = this.peek();
    if (token === undefined) throw this.unknown();
    this.#position += 1;
    return token;
  }

  end(): void {
    if (this.peek() !== undefined) throw this.unknown();
  }

  unknown(): Error {
    return invalid(`Not understood at '${this.peek() ?? 'the end'}' of the expression '${this.#text}'`);
  }
}

function split(text: string): readonly string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.trimEnd().length) {
    const start = TOKEN.lastIndex;
    const [, word, sign] = TOKEN.exec(text) ?? [];
    const token = word ?? sign;
    if (token === undefined)
      throw invalid(`Not understood: '${text.slice(start)}' in the expression '${text}'`);
    tokens.push(token);
  }
  return tokens;
}

import { Partition } from './partition.ts';
import { areEqual, type Key, type StoredItem } from './values.ts';

/** One item that a command changed; undefined where there was, or is, none. Not to be changed. */
export interface Change extends Key {
  readonly before: StoredItem | undefined;
  readonly after: StoredItem | undefined;
}

/** What the table held at some moment: items, and the tokens of transactions. */
export interface Snapshot {
  readonly partitions: ReadonlyMap<string, Partition>;
  readonly tokens: ReadonlyMap<string, Token>;
}

interface Token {
  readonly request: string;
  readonly at: number;
}

/** Milliseconds for which DynamoDB remembers the token of a transaction. */
const TOKEN_LIFETIME = 10 * 60 * 1000;

/** The items of an in-process table, apart from the commands that work on them. */
export class Store {
  /** Told once for each command that changed something, after it did. */
  onWrite: (changes: readonly Change[]) => void = () => undefined;
  #partitions = new Map<string, Partition>();
  #tokens = new Map<string, Token>();
  #owner = {};

  get({ PK, SK }: Key): StoredItem | undefined {
    return this.#partitions.get(PK)?.get(SK);
  }

  /** Every item, partition by partition, each in the order of its sort keys. Not to be changed. */
  *items(): Generator<StoredItem> {
    for (const partition of this.#partitions.values()) yield* partition.items();
  }

  partitionKeys(): readonly string[] {
    return [...this.#partitions].filter(([, partition]) => !partition.isEmpty).map(([PK]) => PK);
  }

  partition(PK: string): Partition | undefined {
    return this.#partitions.get(PK);
  }

  /** One atomic step. */
  write(writes: readonly { readonly key: Key; readonly after: StoredItem | undefined }[]): void {
    const changes = writes.flatMap(({ key, after }): Change[] => {
      const before = this.get(key);
      if (before === after || (before && after && areEqual(before, after))) return [];
      this.#owned(key.PK).set(key.SK, after);
      return [{ PK: key.PK, SK: key.SK, before, after }];
    });
    if (changes.length > 0) this.onWrite(changes);
  }

  /** Removes what has passed the end of its life. Seconds since the epoch, as `expiresAt` has them. */
  expire(nowSeconds: number): void {
    const over = [...this.items()].filter(
      ({ expiresAt }) => typeof expiresAt === 'number' && expiresAt <= nowSeconds,
    );
    this.write(over.map((item) => ({ key: item, after: undefined })));
  }

  snapshot(): Snapshot {
    this.#owner = {};
    return { partitions: new Map(this.#partitions), tokens: new Map(this.#tokens) };
  }

  /** Everything is again as it was. Nobody is told of it as of a write. */
  restore({ partitions, tokens }: Snapshot): void {
    this.#owner = {};
    this.#partitions = new Map(partitions);
    this.#tokens = new Map(tokens);
  }

  /** What a transaction of this token was, if it went through lately. */
  requestOf(token: string, now: number): string | undefined {
    const known = this.#tokens.get(token);
    return known === undefined || known.at + TOKEN_LIFETIME <= now ? undefined : known.request;
  }

  remember(token: string, request: string, now: number): void {
    this.#tokens.set(token, { request, at: now });
  }

  #owned(PK: string): Partition {
    const known = this.#partitions.get(PK);
    if (known?.owner === this.#owner) return known;
    const owned = known ? known.copyFor(this.#owner) : new Partition(this.#owner);
    this.#partitions.set(PK, owned);
    return owned;
  }
}

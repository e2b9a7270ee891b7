import { compareTexts, type StoredItem } from './values.ts';

/** The items of one partition key, in the order of their sort keys. */
export class Partition {
  /** Whose it is to change: a snapshot ends it, and the next write works on a copy. */
  readonly owner: object;
  readonly #items: Map<string, StoredItem>;
  readonly #sorted: string[];

  constructor(owner: object, items = new Map<string, StoredItem>(), sorted: string[] = []) {
    this.owner = owner;
    this.#items = items;
    this.#sorted = sorted;
  }

  copyFor(owner: object): Partition {
    return new Partition(owner, new Map(this.#items), [...this.#sorted]);
  }

  get(SK: string): StoredItem | undefined {
    return this.#items.get(SK);
  }

  get isEmpty(): boolean {
    return this.#sorted.length === 0;
  }

  set(SK: string, item: StoredItem | undefined): void {
    const index = this.#from(SK);
    const isThere = this.#sorted[index] === SK;
    if (item === undefined) {
      this.#items.delete(SK);
      if (isThere) this.#sorted.splice(index, 1);
      return;
    }
    this.#items.set(SK, item);
    if (!isThere) this.#sorted.splice(index, 0, SK);
  }

  /** Sort keys between two, inclusive, in order. */
  between(from: string, to: string): readonly string[] {
    const start = this.#from(from);
    let end = this.#from(to);
    if (this.#sorted[end] === to) end += 1;
    return this.#sorted.slice(start, Math.max(start, end));
  }

  *items(): Generator<StoredItem> {
    for (const SK of this.#sorted) {
      const item = this.#items.get(SK);
      if (item) yield item;
    }
  }

  /** Where the first sort key stands that is not less than this one. */
  #from(SK: string): number {
    let [low, high] = [0, this.#sorted.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compareTexts(this.#sorted[middle] ?? '', SK) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

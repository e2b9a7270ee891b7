/**
 * Stands in for `lru-cache` in the bundles. Yoga keeps queries in it that it has parsed, by their text; that takes no
 * more than a map, which knows the order in which things were put into it.
 */
export class LRUCache<Value extends object> {
  private readonly values = new Map<string, Value>();
  private readonly max: number;

  /** Nothing that is kept here goes stale: a lifetime is not looked at. */
  constructor({ max }: { readonly max: number }) {
    this.max = max;
  }

  get(key: string): Value | undefined {
    const value = this.values.get(key);
    if (value !== undefined) this.putLast(key, value);
    return value;
  }

  /** Forgets what was not asked for the longest where there would be more than the maximum. */
  set(key: string, value: Value): void {
    this.putLast(key, value);
    const [first] = this.values.keys();
    if (this.values.size > this.max && first !== undefined) this.values.delete(first);
  }

  private putLast(key: string, value: Value): void {
    this.values.delete(key);
    this.values.set(key, value);
  }
}

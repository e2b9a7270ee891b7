/** Lends up to `size` things that are made when they are first needed, the one that was used last first. */
export class Pool<Thing> {
  private readonly make: () => Thing;
  private readonly size: number;
  private readonly idle: Thing[] = [];
  private readonly all = new Set<Thing>();
  private readonly waiting: ((thing: Thing) => void)[] = [];

  constructor(make: () => Thing, size: number) {
    this.make = make;
    this.size = size;
  }

  get things(): Iterable<Thing> {
    return this.all;
  }

  /** Waits for one to come back where all are lent out; first come, first served. */
  async borrow(): Promise<Thing> {
    const free = this.idle.pop() ?? this.makeOne();
    return free ?? new Promise((resolve) => this.waiting.push(resolve));
  }

  giveBack(thing: Thing): void {
    const next = this.waiting.shift();
    if (next === undefined) this.idle.push(thing);
    else next(thing);
  }

  /** In place of `giveBack`, for one that is of no use any more. */
  discard(thing: Thing): void {
    this.all.delete(thing);
    const next = this.waiting.shift();
    const fresh = next && this.makeOne();
    if (fresh !== undefined) next?.(fresh);
  }

  private makeOne(): Thing | undefined {
    if (this.all.size >= this.size) return undefined;
    const thing = this.make();
    this.all.add(thing);
    return thing;
  }
}

/**
 * Decides which of the waiting messages are received next: those of the group that has the fewest in flight, oldest
 * first. Of groups that have equally few in flight the one that was served the longest ago comes first, so that while a
 * group waits with none in flight every other group is served at most once. A message without a group is one by itself.
 */
export class FairOrder<Message extends object> {
  private readonly groupOf: (message: Message) => string | undefined;
  private turn = 0;
  /** Turn in which a group was served last, or just before it was first seen. Forgotten when it has no messages left. */
  private served: ReadonlyMap<unknown, number> = new Map();

  constructor(groupOf: (message: Message) => string | undefined) {
    this.groupOf = groupOf;
  }

  /**
   * @param waiting oldest first
   * @param count how many are received now
   * @returns all that wait: first those to be received, then the others in their order
   */
  arrange(waiting: readonly Message[], inFlight: Iterable<Message>, count: number): Message[] {
    const load = new Map<unknown, number>();
    for (const message of inFlight) {
      const group = this.keyOf(message);
      load.set(group, (load.get(group) ?? 0) + 1);
    }
    const heads = new Map<unknown, Message[]>();
    for (const message of waiting) {
      const group = this.keyOf(message);
      const queue = heads.get(group);
      if (queue === undefined) heads.set(group, [message]);
      else if (queue.length < count) queue.push(message);
    }
    const served = new Map(
      [...load.keys(), ...heads.keys()].map((group) => [group, this.served.get(group) ?? this.turn - 1]),
    );
    const next = new Set<Message>();
    while (next.size < count && heads.size > 0) {
      const [group, queue] = first(heads, (each) => [load.get(each) ?? 0, served.get(each) ?? 0]);
      const message = queue.shift();
      if (message === undefined) {
        heads.delete(group);
        continue;
      }
      next.add(message);
      load.set(group, (load.get(group) ?? 0) + 1);
      served.set(group, ++this.turn);
    }
    this.served = served;
    return [...next, ...waiting.filter((message) => !next.has(message))];
  }

  private keyOf(message: Message): unknown {
    return this.groupOf(message) ?? message;
  }
}

/** The entry with the lowest rank; of equal ones the first. Throws where there is none. */
function first<Key, Value>(
  entries: ReadonlyMap<Key, Value>,
  rankOf: (key: Key) => [number, number],
): [Key, Value] {
  return [...entries].reduce((best, entry) => {
    const [bestLoad, bestTurn] = rankOf(best[0]);
    const [load, turn] = rankOf(entry[0]);
    return load < bestLoad || (load === bestLoad && turn < bestTurn) ? entry : best;
  });
}

/** Receives before a message is set aside, as the stack sets it. */
const MAXIMUM_RECEIVES = 5;

/** Messages that are done and can come once more. */
const REMEMBERED = 12;

export interface Message {
  readonly name: string;
  readonly body: string;
  receives: number;
  /** Epoch milliseconds until which nobody else receives it. */
  visibleAt: number;
}

/** A standard queue of SQS: any order, at least once, out of sight while somebody works on it, set aside after too many receives. */
export class SimulatedQueue {
  readonly name: string;
  /** Milliseconds. */
  readonly visibilityTimeout: number;
  readonly messages = new Map<string, Message>();
  readonly dead: Message[] = [];
  private readonly done: Message[] = [];
  private readonly names = new Set<string>();

  constructor(name: string, visibilityTimeout: number) {
    this.name = name;
    this.visibilityTimeout = visibilityTimeout;
  }

  /** Under this name, or one like it if there was such a message before. */
  send(wanted: string, body: string): void {
    let name = wanted;
    while (this.names.has(name)) name += "'";
    this.names.add(name);
    this.messages.set(name, { name, body, receives: 0, visibleAt: 0 });
  }

  visible(now: number): readonly Message[] {
    return [...this.messages.values()].filter(({ visibleAt }) => visibleAt <= now);
  }

  /** Hands out a message that can be seen; or sets it aside, where it was received too often. */
  receive(
    name: string,
    now: number,
  ): { readonly result: 'RECEIVED' | 'DEAD'; readonly message: Message } | undefined {
    const message = this.messages.get(name);
    if (!message || message.visibleAt > now) return undefined;
    if (message.receives >= MAXIMUM_RECEIVES) {
      this.messages.delete(name);
      this.dead.push(message);
      return { result: 'DEAD', message };
    }
    message.receives += 1;
    message.visibleAt = now + this.visibilityTimeout;
    return { result: 'RECEIVED', message };
  }

  /** It was worked on: it does not come again, but for duplicates. */
  remove(name: string): void {
    const message = this.messages.get(name);
    if (!message) return;
    this.messages.delete(name);
    this.done.push(message);
    if (this.done.length > REMEMBERED) this.done.shift();
  }

  /** It can be received again at once. */
  show(name: string): void {
    const message = this.messages.get(name);
    if (message) message.visibleAt = 0;
  }

  /** What can come once more: what somebody works on, and what is done. */
  repeatable(now: number): readonly string[] {
    const hidden = [...this.messages.values()].filter(({ visibleAt }) => visibleAt > now);
    return [...hidden, ...this.done].map(({ name }) => name);
  }

  /** A message that somebody works on, or worked on, is there once more. Answers whether there is such a one. */
  repeat(name: string): boolean {
    const index = this.done.findIndex((message) => message.name === name);
    const [done] = index === -1 ? [] : this.done.splice(index, 1);
    if (done) this.messages.set(name, { ...done, visibleAt: 0 });
    else this.show(name);
    return this.messages.has(name);
  }

  /** What was set aside comes back, as after an operator's redrive. Answers it. */
  redrive(): readonly Message[] {
    const back = this.dead.splice(0);
    for (const message of back) this.messages.set(message.name, { ...message, receives: 0, visibleAt: 0 });
    return back;
  }
}

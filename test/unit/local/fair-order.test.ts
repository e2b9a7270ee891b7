import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FairOrder } from '../../../local/engines/sqs/fair-order.ts';

interface Message {
  readonly id: string;
  readonly group: string | undefined;
}

function messages(text: string): Message[] {
  return text.split(' ').map((id) => ({ id, group: id.startsWith('-') ? undefined : id[0] }));
}

function ids(list: readonly Message[]): string {
  return list.map(({ id }) => id).join(' ');
}

/** A queue of which messages are received and deleted, as consumers do it. */
class Queue {
  readonly waiting: Message[] = [];
  readonly inFlight: Message[] = [];
  private readonly order = new FairOrder<Message>(({ group }) => group);

  receive(count: number): Message[] {
    const before = [...this.waiting];
    const arranged = this.order.arrange(this.waiting, this.inFlight, count);
    expect(new Set(arranged)).toEqual(new Set(before));
    expect(arranged).toHaveLength(before.length);
    const received = arranged.slice(0, count);
    this.waiting.splice(0, before.length, ...arranged.slice(count));
    this.inFlight.push(...received);
    return received;
  }

  /** How many of a message's group are in flight. */
  load({ id, group }: Message): number {
    return this.inFlight.filter((each) => (group === undefined ? each.id === id : each.group === group))
      .length;
  }
}

describe('what is received next', () => {
  it.each<{ waiting: string; inFlight?: string; count: number; expected: string; what: string }>([
    { what: 'one group: its oldest', waiting: 'a1 a2 a3', count: 2, expected: 'a1 a2 a3' },
    { what: 'none in flight', waiting: 'a1 a2 b1', inFlight: 'a0', count: 1, expected: 'b1 a1 a2' },
    { what: 'fewest in flight', waiting: 'a1 b1', inFlight: 'a0 a9 b0', count: 1, expected: 'b1 a1' },
    { what: 'a batch in turn', waiting: 'a1 a2 a3 b1 b2 c1', count: 5, expected: 'a1 b1 c1 a2 b2 a3' },
    {
      what: 'a batch until loads are level',
      waiting: 'a1 b1 b2 b3',
      inFlight: 'a0 a9',
      count: 3,
      expected: 'b1 b2 a1 b3',
    },
    { what: 'more than there are', waiting: 'a1 b1', inFlight: 'a0', count: 10, expected: 'b1 a1' },
    {
      what: 'without groups: as they came',
      waiting: '-1 -2 -3',
      inFlight: '-0',
      count: 2,
      expected: '-1 -2 -3',
    },
    { what: 'one without a group', waiting: 'a1 a2 -1', inFlight: 'a0', count: 1, expected: '-1 a1 a2' },
  ])('$what', ({ waiting, inFlight, count, expected }) => {
    const order = new FairOrder<Message>(({ group }) => group);
    const arranged = order.arrange(messages(waiting), inFlight ? messages(inFlight) : [], count);
    expect(ids(arranged)).toBe(expected);
  });

  it('takes turns also where one consumer does one after the other, so that nothing is in flight', () => {
    const queue = new Queue();
    queue.waiting.push(...messages('a1 a2 a3 a4 b1 b2 c1'));
    const received = Array.from({ length: 7 }, () => {
      const [message] = queue.receive(1);
      queue.inFlight.length = 0;
      return message?.id;
    });
    expect(received.join(' ')).toBe('a1 b1 c1 a2 b2 a3 a4');
  });
});

it('an endless stream of newcomers does not hold up a group that was served before', () => {
  const queue = new Queue();
  queue.waiting.push(...messages('a1 a2'));
  const received = Array.from({ length: 4 }, (_, number) => {
    const [message] = queue.receive(1);
    queue.inFlight.length = 0;
    queue.waiting.push(...messages(`-${number}`));
    return message?.id;
  });
  expect(received.join(' ')).toBe('a1 -0 a2 -1');
});

/** What happens to a queue: messages arrive, are received and are deleted. */
const history = fc.array(
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom('a', 'a', 'a', 'b', 'c', '-').map((group) => ({ arrives: group })),
    },
    { weight: 2, arbitrary: fc.integer({ min: 1, max: 3 }).map((count) => ({ received: count })) },
    { weight: 2, arbitrary: fc.nat().map((deleted) => ({ deleted })) },
  ),
  { maxLength: 120 },
);

/** Runs a history with at most so many messages in flight; `onReceived` sees the queue before each receive. */
function run(
  events: readonly ({ arrives: string } | { received: number } | { deleted: number })[],
  consumers: number,
  onReceived: (queue: Queue, receive: () => Message[]) => void,
): void {
  const queue = new Queue();
  let number = 0;
  for (const event of events) {
    if ('arrives' in event) queue.waiting.push(...messages(`${event.arrives}${++number}`));
    else if ('deleted' in event) queue.inFlight.splice(event.deleted % (queue.inFlight.length || 1), 1);
    else {
      const count = Math.min(event.received, consumers - queue.inFlight.length);
      if (count > 0) onReceived(queue, () => queue.receive(count));
    }
    expect(queue.inFlight.length).toBeLessThanOrEqual(consumers);
  }
}

describe('over any history', () => {
  const consumers = fc.integer({ min: 1, max: 4 });

  it('the first that is received is of a group with the fewest in flight', () => {
    fc.assert(
      fc.property(history, consumers, (events, limit) => {
        run(events, limit, (queue, receive) => {
          const loads = new Map(queue.waiting.map((message) => [message, queue.load(message)]));
          const [message] = receive();
          if (message) expect(loads.get(message)).toBe(Math.min(...loads.values()));
        });
      }),
    );
  });

  it('messages of a group are received in the order in which they came', () => {
    fc.assert(
      fc.property(history, consumers, (events, limit) => {
        const last = new Map<string, number>();
        run(events, limit, (_queue, receive) => {
          for (const { id, group } of receive()) {
            if (group === undefined) continue;
            const number = Number(id.slice(1));
            expect(number).toBeGreaterThan(last.get(group) ?? 0);
            last.set(group, number);
          }
        });
      }),
    );
  });

  it('no group starves: while one waits with none in flight, every other is served at most once', () => {
    fc.assert(
      fc.property(history, consumers, (events, limit) => {
        /** Group that waits → groups that were served meanwhile. */
        const overtaken = new Map<string, Set<string>>();
        run(events, limit, (queue, receive) => {
          for (const message of queue.waiting) {
            const { group } = message;
            if (group !== undefined && queue.load(message) === 0 && !overtaken.has(group)) {
              overtaken.set(group, new Set());
            }
          }
          for (const { id, group = id } of receive()) {
            overtaken.delete(group);
            for (const served of overtaken.values()) {
              expect(served.has(group)).toBe(false);
              served.add(group);
            }
          }
        });
      }),
    );
  });
});

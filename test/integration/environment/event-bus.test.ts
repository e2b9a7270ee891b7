import type { Server } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Accepted } from '../../../local/bus/entries.ts';
import { createBusServer } from '../../../local/bus/server.ts';
import { clientSettings } from '../../../local/engines/aws-clients.ts';
import { close, listen } from '../../../local/http/listen.ts';
import { type EventBus, type EventEntry, eventBridgeBus } from '../../../shared/environment/event-bus.ts';
import { EVENTS_OUT } from '../../../shared/names.ts';

const NAME = 'product';
const detailSchema = z.object({ number: z.number() });
const servers: Server[] = [];

afterEach(async () => {
  await Promise.all(servers.splice(0).map(close));
});

/** The bus at the end of the real client, and what it accepted, call by call. */
async function busOf(
  busNames: ReadonlySet<string> = new Set([NAME]),
): Promise<{ bus: EventBus; calls: Accepted[][] }> {
  const calls: Accepted[][] = [];
  const server = createBusServer({ busNames, accept: (events) => calls.push(events) });
  servers.push(server);
  const endpoint = await listen(server, 0);
  return { bus: eventBridgeBus(NAME, clientSettings(endpoint)), calls };
}

function entry(number: number, text = ''): EventEntry {
  return { detailType: EVENTS_OUT.attached, detail: { number, text } };
}

function numbers(calls: Accepted[][]): number[] {
  return calls.flat().map(({ event: { detail } }) => detailSchema.parse(detail).number);
}

/** Knows a bus or not, as the answers say one after the other; yes when there are none left. */
class Unsteady extends Set<string> {
  private readonly answers: boolean[];

  constructor(...answers: boolean[]) {
    super();
    this.answers = answers;
  }

  override has(): boolean {
    return this.answers.shift() ?? true;
  }
}

describe('the bus of the product', () => {
  it('gets events of our source, as JSON', async () => {
    const { bus, calls } = await busOf();
    await bus.publish([entry(1, 'grün')]);
    expect(calls).toMatchObject([
      [
        {
          busName: NAME,
          event: {
            source: 'scan-profiles',
            'detail-type': 'security_scan_profile_attached_to_project',
            detail: { number: 1, text: 'grün' },
          },
        },
      ],
    ]);
  });

  it('is not called for nothing', async () => {
    const { bus, calls } = await busOf();
    await bus.publish([]);
    expect(calls).toEqual([]);
  });

  it('gets ten events a call', async () => {
    const { bus, calls } = await busOf();
    await bus.publish(Array.from({ length: 23 }, (_, number) => entry(number)));
    expect(calls.map(({ length }) => length)).toEqual([10, 10, 3]);
    expect(numbers(calls)).toEqual(Array.from({ length: 23 }, (_, number) => number));
  });

  it('gets no more in a call than it takes: 256 kB, counted in bytes', async () => {
    const { bus, calls } = await busOf();
    await bus.publish([1, 2, 3].map((number) => entry(number, 'ü'.repeat(50 * 1024))));
    expect(calls.map(({ length }) => length)).toEqual([2, 1]);
  });

  it('gets again what it refused, and only that', async () => {
    const { bus, calls } = await busOf(new Unsteady(true, false, true, false, false, true, true));
    await bus.publish([entry(1), entry(2), entry(3), entry(4)]);
    expect(numbers(calls)).toEqual([1, 3, 4, 2]);
  });

  it('is given up when it goes on refusing', async () => {
    const { bus } = await busOf(new Set());
    await expect(bus.publish([entry(1), entry(2)])).rejects.toThrow(
      'the bus refused 2 events: InvalidArgument',
    );
  });

  it('is given up when an event is too large for it', async () => {
    const { bus, calls } = await busOf();
    const publishing = bus.publish([entry(1), entry(2, 'x'.repeat(256 * 1024))]);
    await expect(publishing).rejects.toMatchObject({ name: 'ValidationException' });
    expect(numbers(calls)).toEqual([1]);
  });
});

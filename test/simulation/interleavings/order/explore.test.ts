import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Footprint } from '../../table/footprint.ts';
import { explore } from './explore.ts';
import type { Execution, System } from './system.ts';

/** A step reads an item and, where it says so, writes it; writes carry what their process has read so far. */
interface Access {
  readonly item: string;
  readonly writes: boolean;
}

type Program = readonly (readonly Access[])[];

/** Runs the program, and keeps what each schedule came to: what every process read, and what the items hold. */
function systemOf(program: Program, ends: Set<string>): System {
  const start = (): Execution => {
    const items = new Map<string, string>();
    const read = program.map(() => '');
    const done = program.map(() => 0);
    const left = (process: number): number => (program[process]?.length ?? 0) - (done[process] ?? 0);
    return {
      enabled: () => program.flatMap((_, process) => (left(process) > 0 ? [String(process)] : [])),
      step(name) {
        const process = Number(name);
        const access = program[process]?.[done[process] ?? 0];
        if (!access) throw new Error(`process ${name} is at its end`);
        done[process] = (done[process] ?? 0) + 1;
        const { item, writes } = access;
        read[process] = `${read[process] ?? ''}(${items.get(item) ?? ''})`;
        if (writes) items.set(item, `${name}${read[process]}`);
        const key = { PK: item, SK: 'x' };
        const footprint: Footprint = {
          reads: [{ PK: item, from: 'x', to: 'x' }],
          writes: writes ? [key] : [],
        };
        return Promise.resolve(footprint);
      },
      end() {
        ends.add(JSON.stringify([read, [...items].toSorted()]));
        return Promise.resolve();
      },
    };
  };
  return { start: async () => Promise.resolve(start()) };
}

/** What all schedules come to, one by one. */
async function allEnds(
  program: Program,
): Promise<{ readonly ends: Set<string>; readonly schedules: number }> {
  const ends = new Set<string>();
  let schedules = 0;
  const system = systemOf(program, ends);
  const go = async (schedule: readonly string[]): Promise<void> => {
    const execution = await system.start();
    for (const process of schedule) await execution.step(process);
    const enabled = execution.enabled();
    if (enabled.length === 0) {
      schedules += 1;
      await execution.end();
    }
    for (const process of enabled) await go([...schedule, process]);
  };
  await go([]);
  return { ends, schedules };
}

const program = fc.array(
  fc.array(fc.record({ item: fc.constantFrom('a', 'b'), writes: fc.boolean() }), {
    minLength: 1,
    maxLength: 3,
  }),
  { minLength: 2, maxLength: 3 },
);

it('finds all that the schedules of a program can come to, by fewer of them, none twice', async () => {
  await fc.assert(
    fc.asyncProperty(program, async (one) => {
      const found = new Set<string>();
      const explored = await explore(systemOf(one, found));
      const { ends, schedules } = await allEnds(one);
      expect(found).toEqual(ends);
      // What a process read tells apart all orders that matter.
      expect(explored.schedules).toBe(ends.size);
      expect(explored.schedules).toBeLessThanOrEqual(schedules);
    }),
    { numRuns: 40 },
  );
});

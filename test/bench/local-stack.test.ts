import { expect, it } from 'vitest';
import { attachSpeed } from '../../bench/attach-speed/attach-speed.ts';
import type { Bench, Figures } from '../../bench/bench.ts';
import { million } from '../../bench/million/million.ts';
import { PAGE_SIZE } from '../../shared/domain/frontier.ts';
import { FUNCTIONS } from '../../shared/names.ts';

// One after the other, in one file: their stacks share the synthesised template.

/** Milliseconds, of a machine that has much else to do. */
const PATIENCE = 240_000;

async function short({ run }: Bench, size?: number): Promise<readonly Figures[]> {
  return run({ progress: () => undefined, short: true, size });
}

/** Rows of a table as objects. */
function rowsOf(figures: Figures | undefined): readonly Record<string, string | number | undefined>[] {
  const { columns, rows } = figures ?? { columns: [], rows: [] };
  return rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index]])));
}

it(
  'operations go through the whole local stack, a message a page, and decide each project once',
  async () => {
    // It throws where a project is not decided once.
    const [figures] = await short(attachSpeed);
    const rows = rowsOf(figures);
    expect(rows.map(({ Operation }) => Operation)).toEqual(['preview', 'attach', 'the same again', 'detach']);
    for (const { Projects, Pages, Messages } of rows) {
      expect(Projects).toBe(PAGE_SIZE + 100);
      expect(Pages).toBe(2);
      // More, where one took so long that it was received again.
      expect(Messages).toBeGreaterThanOrEqual(2);
    }
  },
  PATIENCE,
);

it(
  'a made-up tree of several roots is decided with as few calls and units, by functions of less than 256 MB',
  async () => {
    const [shape, growth, memory] = await short(million, 2_000);
    expect(rowsOf(shape)).toEqual([{ Projects: 2000, Groups: 220, Roots: 3 }]);
    const rows = rowsOf(growth);
    expect(rows).toHaveLength(4);
    for (const { Operation, Projects, Pages, Messages, ...each } of rows) {
      expect(Projects).toBe(2000);
      expect(Messages).toBeGreaterThanOrEqual(Number(Pages));
      expect(each['Calls each']).toBeLessThanOrEqual(0.3);
      const changes = Operation === 'attach' || Operation === 'detach';
      expect(each['Write units each']).toBeGreaterThan(changes ? 1 : 0);
      expect(each['Write units each']).toBeLessThanOrEqual(changes ? 1.15 : 0.15);
    }
    const peaks = rowsOf(memory).map((row) => [row['Function'], row['2,000 projects']] as const);
    const names = peaks.map(([name]) => name);
    // The janitor runs once a minute.
    expect(names).toEqual(expect.arrayContaining(FUNCTIONS.filter((name) => name !== 'janitor')));
    for (const [name, peak] of peaks) expect(peak, String(name)).toBeLessThan(256);
  },
  PATIENCE,
);

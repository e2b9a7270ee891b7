import * as z from 'zod/mini';
import type { Table } from '../environment/environment.ts';
import { PLACEMENT_COUNTER } from './keys.ts';
import { getItem } from './read.ts';
import { check, type Piece, update } from './write.ts';

/** How many moves there have been in the whole tree. */
export async function readPlacementCounter(table: Table): Promise<number> {
  const item = await getItem(table, PLACEMENT_COUNTER);
  return item === undefined ? 0 : z.object({ n: z.number() }).parse(item).n;
}

/** Draws the next placement version: refused if any node moved since the counter was read. */
export function drawPlacement(before: number): Piece {
  return update('counter', PLACEMENT_COUNTER, 'SET n = :n', {
    condition: before === 0 ? 'attribute_not_exists(PK)' : 'n = :before',
    values: before === 0 ? { ':n': 1 } : { ':n': before + 1, ':before': before },
  });
}

/** No node has moved since the counter was read: what was read after it still holds. */
export function placementUnchanged(before: number): Piece {
  return check(
    'counter',
    PLACEMENT_COUNTER,
    before === 0
      ? { condition: 'attribute_not_exists(PK)' }
      : { condition: 'n = :before', values: { ':before': before } },
  );
}

import { describe, expect, it } from 'vitest';
import { Pool } from '../../../local/lambda/pool.ts';

function numbers(size: number): Pool<{ id: number }> {
  let made = 0;
  return new Pool(() => ({ id: ++made }), size);
}

describe('a pool', () => {
  it('makes a thing when none is free, and lends the one that was used last', async () => {
    const pool = numbers(3);
    const [first, second] = [await pool.borrow(), await pool.borrow()];
    pool.giveBack(first);
    pool.giveBack(second);
    expect(await pool.borrow()).toBe(second);
    expect(await pool.borrow()).toBe(first);
    expect(await pool.borrow()).toEqual({ id: 3 });
  });

  it('lets borrowers wait in turn where all are lent', async () => {
    const pool = numbers(1);
    const only = await pool.borrow();
    const order: string[] = [];
    const waiting = ['a', 'b'].map(async (name) => {
      const thing = await pool.borrow();
      order.push(name);
      pool.giveBack(thing);
    });
    expect(order).toEqual([]);
    pool.giveBack(only);
    await Promise.all(waiting);
    expect(order).toEqual(['a', 'b']);
  });

  it('replaces a thing that is of no use any more', async () => {
    const pool = numbers(1);
    const broken = await pool.borrow();
    const next = pool.borrow();
    pool.discard(broken);
    expect(await next).toEqual({ id: 2 });
    expect([...pool.things]).toEqual([{ id: 2 }]);
  });
});

import { describe, expect, it } from 'vitest';
import { Recent } from '../../../functions/graphql/limits/recent.ts';

const [ONE, TWO, THREE] = [{ n: 1 }, { n: 2 }, { n: 3 }];

describe('what is kept of queries', () => {
  it('is what was asked for last', () => {
    const recent = new Recent<{ n: number }>(2);
    recent.set('a', ONE);
    recent.set('b', TWO);
    recent.get('a');
    recent.set('c', THREE);
    expect([recent.get('a'), recent.get('b'), recent.get('c')]).toEqual([ONE, undefined, THREE]);
  });

  it('is as much as it may be while the same is set again and again', () => {
    const recent = new Recent<{ n: number }>(2);
    recent.set('a', ONE);
    for (let round = 0; round < 5; round += 1) recent.set('b', TWO);
    expect(recent.get('a')).toBe(ONE);
  });
});

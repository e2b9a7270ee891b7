import { describe, expect, it } from 'vitest';
import { LRUCache } from '../../infra/bundle/replacements/lru-cache.ts';

const [ONE, TWO, THREE] = [{ n: 1 }, { n: 2 }, { n: 3 }];

describe('the cache of queries', () => {
  it('answers what was put into it last', () => {
    const cache = new LRUCache<{ n: number }>({ max: 2 });
    cache.set('a', ONE);
    cache.set('a', TWO);
    expect(cache.get('a')).toBe(TWO);
    expect(cache.get('b')).toBeUndefined();
  });

  it('forgets what was not asked for the longest', () => {
    const cache = new LRUCache<{ n: number }>({ max: 2 });
    cache.set('a', ONE);
    cache.set('b', TWO);
    cache.get('a');
    cache.set('c', THREE);
    expect(cache.get('b')).toBeUndefined();
    expect(cache.get('a')).toBe(ONE);
    expect(cache.get('c')).toBe(THREE);
  });

  it('holds as much as it may while the same is put into it again and again', () => {
    const cache = new LRUCache<{ n: number }>({ max: 2 });
    cache.set('a', ONE);
    for (let round = 0; round < 5; round += 1) cache.set('b', TWO);
    expect(cache.get('a')).toBe(ONE);
  });
});

import { expect, it } from 'vitest';
import { FoundByRoot, foundLines } from '../../../../../cli/scan-profiles/sweep/found.ts';

it('tells what a sweep found by root, and of many the first', () => {
  const found = new FoundByRoot();
  found.add(1, [10, 11]);
  found.add(2, [20]);
  found.add(
    1,
    Array.from({ length: 19 }, (_, index) => 100 + index),
  );
  const [first, ...others] = foundLines(found.all);
  expect(first).toMatch(/^group 1: project 10, 11, 100, .*, 117 and 1 more: --json has all$/);
  expect(others).toEqual(['group 2: project 20']);
  for (let rootId = 3; rootId < 24; rootId += 1) found.add(rootId, [rootId * 10]);
  expect(foundLines(found.all).at(-1)).toBe('and 3 more groups: --json has all');
});

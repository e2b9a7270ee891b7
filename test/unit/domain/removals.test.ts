import { expect, it } from 'vitest';
import { type Effect, NO_EFFECT } from '../../../shared/domain/effect.ts';
import { removalsIn } from '../../../shared/domain/removals.ts';

function without(...removed: number[]): Effect {
  return { before: [], made: [4], removed };
}

it('removals are listed in the order of ids, each project once, and none that lost nothing', () => {
  const pages = [
    new Map([
      [10, without(7)],
      [9, without(7)],
      [12, NO_EFFECT],
    ]),
    new Map([[10, without(11, 3, 7)]]),
  ];
  expect([...removalsIn(pages)]).toEqual([
    [9, [7]],
    [10, [3, 7, 11]],
  ]);
});

import { describe, expect, it } from 'vitest';
import { cursorOf, positionOf } from '../../../functions/graphql/listing/position.ts';

describe('a cursor', () => {
  it.each(['P#libwww-perl#21', 'G#modules#372', 'P#a_b.c#9'])('leads back to %s', (position) => {
    expect(positionOf(cursorOf({ groupId: 217, position }))).toEqual({ groupId: 217, position });
  });

  it.each([
    'P#\u{10FFFF}#1',
    `P#${'x'.repeat(256)}#1`,
    'P##1',
    'USER#owner',
    'P#a#',
    `P#a#${'1'.repeat(17)}`,
  ])('is refused where no key of ours can be: %s', (position) => {
    expect(positionOf(cursorOf({ groupId: 217, position }))).toBeUndefined();
  });
});

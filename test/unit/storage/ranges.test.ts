import { describe, expect, it } from 'vitest';
import { startingWith } from '../../../shared/storage/read.ts';

describe('the range of sort keys that begin with a prefix', () => {
  it.each([
    ['A#', ['A#', 'A#1', 'A#\u{10FFFE}'], ['A', 'A\u{22}', 'B', 'B#']],
    ['', ['\u0001', '#NODE', 'A#1', '\u{10FFFE}'], []],
  ])('%j holds those and no others', (prefix, inside, outside) => {
    const { from, to } = startingWith('P', prefix);
    const isWithin = (key: string): boolean => from <= key && key <= to;
    expect(inside.filter((key) => !isWithin(key))).toEqual([]);
    expect(outside.filter(isWithin)).toEqual([]);
  });

  it('never has a bound that DynamoDB refuses, even where everything is meant', () => {
    expect(startingWith('P', '').from).not.toBe('');
  });
});

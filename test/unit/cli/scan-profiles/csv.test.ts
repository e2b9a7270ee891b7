import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvHeader, csvRow } from '../../../../cli/scan-profiles/output/csv.ts';

const COLUMNS = { path: (text: string) => text, count: () => 7, none: () => null, yes: () => true };

describe('comma-separated values', () => {
  it('have a header and a line a row', () => {
    expect(csvHeader(COLUMNS)).toBe('path,count,none,yes\n');
    expect(csvRow(COLUMNS, 'a/b')).toBe('a/b,7,,true\n');
  });

  it.each([
    ['a,b', '"a,b"'],
    ['say "no"', '"say ""no"""'],
    ['two\nlines', '"two\nlines"'],
    ['a;b', '"a;b"'],
    ['ä b', '"ä b"'],
  ])('quote %j as %j', (text, cell) => {
    expect(csvRow({ text: () => text }, '')).toBe(`${cell}\n`);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1', '＋1', '－1', '＠x'])(
    'show %j in a spreadsheet, and do not have it computed',
    (text) => {
      expect(csvRow({ text: () => text }, '')).toMatch(/^"?'/);
    },
  );

  it('can be read back, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (one, other) => {
        const [first, second, ...more] = cellsOf(csvRow({ one: () => one, other: () => other }, ''));
        expect(more).toEqual([]);
        expect([one, `'${one}`]).toContain(first);
        expect([other, `'${other}`]).toContain(second);
      }),
    );
  });
});

/** Reads one line by RFC 4180. */
function cellsOf(line: string): readonly string[] {
  return [...`,${line.slice(0, -1)}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,"]*))/g)].map(
    ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? '',
  );
}

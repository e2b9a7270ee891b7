import { describe, expect, it } from 'vitest';
import { ProgressBar } from '../../../cli/terminal/progress-bar.ts';
import { progressText } from '../../../cli/terminal/progress-text.ts';

describe('progress', () => {
  it('is told in counts, with a rate and the time that is left', () => {
    expect(progressText({ label: 'projects', done: 12_345, total: 24_690, seconds: 3 })).toBe(
      `projects ${'█'.repeat(12)}${'░'.repeat(12)} 12,345 of 24,690 · 4,115 a second · 3 s left`,
    );
  });

  it.each([
    [2, '1 s'],
    [100, '99 s'],
    [1_000, '17 min'],
    [10_000, '2 h 47 min'],
  ])('says how long the rest of %i takes at one a second', (total, left) => {
    const text = progressText({ label: 'x', done: 1, total, seconds: 1 });
    expect(text.endsWith(`1 a second · ${left} left`)).toBe(true);
  });

  it('counts no rate of what was done before it began', () => {
    const text = progressText({ label: 'x', done: 1_010, total: 1_020, seconds: 5, before: 1_000 });
    expect(text).toContain('1,010 of 1,020 · 2 a second · 5 s left');
  });

  it('has no bar while the total is not known, and no rate before any time has passed', () => {
    expect(progressText({ label: 'lines', done: 5, seconds: 0 })).toBe('lines 5');
  });

  it('is full where there is nothing to do, and never more than full', () => {
    expect(progressText({ label: 'x', done: 0, total: 0, seconds: 0 })).toContain('█'.repeat(24));
    expect(progressText({ label: 'x', done: 9, total: 3, seconds: 0 })).toContain(`${'█'.repeat(24)} 9 of 3`);
  });
});

/** A bar with a clock that is set by hand, and what it wrote. */
function barOn(isTTY: boolean, columns = 200) {
  const written: string[] = [];
  const clock = { now: 0 };
  const terminal = { isTTY, columns, write: (text: string) => written.push(text) };
  return { bar: new ProgressBar(terminal, () => clock.now), written, clock };
}

describe('a progress bar', () => {
  it('is redrawn in place on a terminal, not too often, and ends on its last state', () => {
    const { bar, written, clock } = barOn(true);
    for (clock.now = 0; clock.now < 1000; clock.now += 10) bar.show('x', clock.now, 1000);
    bar.end();
    expect(written.length).toBeLessThan(20);
    expect(written.every((text) => text === '\n' || text.startsWith('\r\u001b[2Kx'))).toBe(true);
    expect(written.at(-2)).toContain('990 of 1,000');
    expect(written.at(-1)).toBe('\n');
  });

  it.each([
    [40, 39],
    [0, 79],
  ])('keeps to one line of a terminal of %i columns', (columns, width) => {
    const { bar, written, clock } = barOn(true, columns);
    bar.show('a label that is long enough to fill the line', 0, 1_000);
    clock.now = 1_000;
    bar.show('a label that is long enough to fill the line', 500, 1_000);
    expect(written.at(-1)?.replace('\r\u001b[2K', '')).toHaveLength(width);
  });

  it('is a line every few seconds where nobody watches', () => {
    const { bar, written, clock } = barOn(false);
    for (clock.now = 0; clock.now < 10_000; clock.now += 100) bar.show('x', clock.now, 10_000);
    bar.end();
    expect(written.map((text) => /(\S+) of/.exec(text)?.[1])).toEqual(['3,000', '6,000', '9,000', '9,900']);
    expect(written.every((text) => text.endsWith('\n') && !text.includes('\u001b'))).toBe(true);
  });

  it('measures each phase by itself', () => {
    const { bar, written, clock } = barOn(false);
    bar.show('one', 0, 10);
    clock.now = 5000;
    bar.show('one', 10, 10);
    bar.show('two', 0, 10);
    clock.now = 9000;
    bar.show('two', 8, 10);
    bar.end();
    expect(written.at(-1)).toContain('8 of 10 · 2 a second');
  });

  it('leaves other lines above it', () => {
    const { bar, written, clock } = barOn(true);
    bar.show('x', 0, 10);
    clock.now = 100;
    bar.show('x', 5, 10);
    bar.print('a bad line');
    expect(written.at(-2)).toBe('\r\u001b[2Ka bad line\n');
    expect(written.at(-1)).toContain('5 of 10');
  });
});

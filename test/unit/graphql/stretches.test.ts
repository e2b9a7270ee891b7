import { describe, expect, it } from 'vitest';
import { ahead } from '../../../functions/graphql/listing/ahead.ts';
import { type Bounds, type Stretch, stretches } from '../../../functions/graphql/listing/stretches.ts';
import type { Step } from '../../../functions/graphql/listing/walk.ts';

/** `v`: a group is visited; `g`: it is done with; a digit: a project. */
async function* walkOf(text: string): AsyncGenerator<Step> {
  for (const letter of text.split('')) {
    await Promise.resolve();
    const position = { groupId: 1, position: letter };
    if (letter === 'v') yield { kind: 'VISIT' };
    else if (letter === 'g') yield { kind: 'PASSED', position };
    else yield { kind: 'PROJECT', id: Number(letter), position };
  }
}

/** Each stretch as its projects, `>` and the position that it ends with, and `.` after the last one. */
async function cut(text: string, bounds: Partial<Bounds>): Promise<readonly string[]> {
  const shown = ({ projects, end, isLast }: Stretch): string =>
    `${projects.map(({ id }) => id).join('')}>${end?.position ?? ''}${isLast ? '.' : ''}`;
  const all: string[] = [];
  const whole = { size: 3, maximum: 100, isOver: () => false, ...bounds };
  for await (const stretch of stretches(walkOf(text), whole)) all.push(shown(stretch));
  return all;
}

describe('stretches of a walk', () => {
  it.each([
    ['v', ['>.']],
    ['v12', ['12>2.']],
    ['v123', ['123>3.']],
    ['v1234', ['123>3', '4>4.']],
    ['vvgv12g3', ['123>3.']],
    ['v12vg', ['12>g.']],
  ])('of %s are %j', async (text, expected) => {
    expect(await cut(text, {})).toEqual(expected);
  });

  it('are of so many projects at most', async () => {
    expect(await cut('v12345678', { maximum: 4 })).toEqual(['123>3', '4>4']);
    expect(await cut('v1234', { maximum: 4 })).toEqual(['123>3', '4>4.']);
  });

  it('visit so many groups at most', async () => {
    expect(await cut('vvgvgvg1', { maximum: 3 })).toEqual(['>g']);
  });

  it('end when time is up, but not before anything is done', async () => {
    const isOver = (): boolean => true;
    expect(await cut('vv12345gv6', { isOver })).toEqual(['123>3']);
    expect(await cut('vv1gv6', { isOver })).toEqual(['1>g']);
  });
});

describe('work ahead', () => {
  it('answers in order, with so many under way and no more', async () => {
    let underWay = 0;
    let most = 0;
    const numbers = walkOf('12345678');
    const answers: number[] = [];
    for await (const answer of ahead(numbers, 3, async (step) => {
      underWay += 1;
      most = Math.max(most, underWay);
      const id = step.kind === 'PROJECT' ? step.id : 0;
      // The later ones would be first.
      for (let turn = 0; turn < 40 - 5 * id; turn += 1) await Promise.resolve();
      underWay -= 1;
      return id;
    }))
      answers.push(answer);
    expect(answers).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(most).toBe(3);
  });

  it('fails with what failed', async () => {
    const failing = ahead(walkOf('123'), 2, async (step) => {
      await Promise.resolve();
      if (step.kind === 'PROJECT' && step.id === 2) throw new Error('no');
      return step;
    });
    const all = async (): Promise<void> => {
      for await (const step of failing) expect(step).not.toMatchObject({ id: 2 });
    };
    await expect(all()).rejects.toThrow('no');
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { MUTANTS } from './all.ts';

const REPOSITORY = new URL('../../../', import.meta.url);

describe('every guard of the kill matrix', () => {
  it('has a name of its own', () => {
    const names = MUTANTS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('stands in the table of the documentation', () => {
    const table = readFileSync(new URL('docs/kill-matrix.md', REPOSITORY), 'utf8');
    expect(MUTANTS.map(({ name }) => name).filter((name) => !table.includes(`| \`${name}\` `))).toEqual([]);
  });

  it.each(MUTANTS)(
    '$name stands in the product once: a change that moves it moves the patch',
    ({ patches }) => {
      const texts = new Map<string, string>();
      for (const { file, find, replace } of patches) {
        const text = texts.get(file) ?? readFileSync(new URL(file, REPOSITORY), 'utf8');
        expect(text.split(find), `${file}: ${find}`).toHaveLength(2);
        texts.set(
          file,
          text.replace(find, () => replace),
        );
      }
    },
  );
});

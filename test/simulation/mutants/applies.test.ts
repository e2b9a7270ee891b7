import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { describe, expect, it } from 'vitest';
import { MUTANTS } from './all.ts';

const REPOSITORY = new URL('../../../', import.meta.url);

function textOf(file: string): string {
  return readFileSync(new URL(file, REPOSITORY), 'utf8');
}

describe('every guard of the kill matrix', () => {
  it('has a name of its own', () => {
    const names = MUTANTS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(MUTANTS)('$name stands in the product once, and can be taken out', ({ patches }) => {
    const texts = new Map<string, string>();
    for (const { file, find, replace } of patches) {
      const text = texts.get(file) ?? textOf(file);
      expect(text.split(find), `${file}: ${find}`).toHaveLength(2);
      texts.set(
        file,
        text.replace(find, () => replace),
      );
    }
    for (const text of texts.values()) expect(() => stripTypeScriptTypes(text)).not.toThrow();
  });
});

import { registerHooks } from 'node:module';
import type { Patch } from './patch.ts';

const TOP = new URL('../../../', import.meta.url);

/**
 * From now on files of the product are loaded with these replacements: to be called before any of them is imported, once in a
 * process or worker thread. Throws, as such a file is loaded, where the text to be replaced is not in it exactly once.
 */
export function loadPatched(patches: readonly Patch[]): void {
  const byUrl = Map.groupBy(patches, ({ file }) => new URL(file, TOP).href);
  registerHooks({
    load(url, context, next) {
      const loaded = next(url, context);
      const wanted = byUrl.get(url);
      if (!wanted) return loaded;
      return { ...loaded, source: wanted.reduce(replaced, textOf(loaded.source)) };
    },
  });
}

function replaced(source: string, { file, find, replace }: Patch): string {
  const parts = source.split(find);
  if (parts.length !== 2) throw new Error(`${file} has ${parts.length - 1} times, not once: ${find}`);
  return parts.join(replace);
}

function textOf(source: unknown): string {
  if (typeof source === 'string') return source;
  if (source instanceof Uint8Array) return Buffer.from(source).toString('utf8');
  throw new Error('a file without a text was loaded');
}

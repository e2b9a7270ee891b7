import type { Plugin } from 'esbuild';
import { readFile } from 'node:fs/promises';
import { hollow, withoutParts } from './cut.ts';

/** Something of a dependency that is loaded with the rest, but that no request of ours gets to. */
export interface LeftOut {
  /** Path of the module, from the name of its package on. */
  readonly module: string;
  /** Why no request gets to it. */
  readonly because: string;
  /** Expressions for what the module exports instead. Without this and the next two, all that it exports throws. */
  readonly instead?: Readonly<Record<string, string>>;
  /** Takes and answers the module's text. Throws where that is not as it was when this was written. */
  readonly edit?: (text: string) => string;
  /** What is left out, see `withoutParts`; after the edit. */
  readonly parts?: readonly string[];
}

/** Replaces exactly what is found once; an update that words it otherwise is to be looked at. */
export function replaced(text: string, pattern: RegExp | string, replacement: string): string {
  const pieces = text.split(pattern);
  if (pieces.length !== 2) throw new Error(`found ${pieces.length - 1} times, not once: ${String(pattern)}`);
  return pieces.join(replacement);
}

/** Leaves these out. A build of all functions fails where one of the modules is in none of them any more. */
export function leaveOut(all: readonly LeftOut[]): Plugin {
  return {
    name: 'leave out what no request gets to',
    setup(build) {
      const met = new Set<LeftOut>();
      for (const each of all) {
        const filter = new RegExp(`/node_modules/${escaped(each.module)}$`);
        build.onLoad({ filter }, async ({ path }) => {
          met.add(each);
          return { contents: contentsOf(each, path, await readFile(path, 'utf8')), loader: 'js' };
        });
      }
      build.onEnd(({ errors }) => {
        const missed = all.filter((each) => !met.has(each));
        if (errors.length > 0 || missed.length === 0) return {};
        return { errors: missed.map(({ module }) => ({ text: `nothing asks for ${module} any more` })) };
      });
    },
  };
}

function contentsOf({ module, parts, edit, instead }: LeftOut, path: string, text: string): string {
  try {
    const edited = edit?.(text) ?? text;
    if (parts) return withoutParts(path, edited, parts);
    return edit ? edited : hollow(path, text, instead);
  } catch (error) {
    // esbuild tells the message alone.
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`${module} has changed: see whether what was left out of it still can be (${why})`, {
      cause: error,
    });
  }
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import * as z from 'zod/mini';

/** Of a source map, what esbuild writes and places are found by. */
const mapSchema = z.object({
  version: z.number(),
  sources: z.array(z.string()),
  names: z.array(z.string()),
  mappings: z.string(),
});

const PLACE = /file:\/\/([^\s()]+\.mjs):(\d+):(\d+)/g;

/** By the path of the bundle; null where it has none that can be read. */
const maps = new Map<string, SourceMap | null>();

/**
 * A stack with the places in a bundle told as places in the sources. Node.js does so by itself when it is told to, but then
 * it reads all maps at every start: this reads one when there is an error for the first time.
 */
export function withOriginalPlaces(stack: string): string {
  return stack.replaceAll(PLACE, (place, path: string, line: string, column: string) => {
    const origin = mapOf(path)?.findOrigin(Number(line), Number(column));
    if (origin === undefined || !('fileName' in origin)) return place;
    return `${origin.fileName}:${origin.lineNumber}:${origin.columnNumber}`;
  });
}

function mapOf(path: string): SourceMap | null {
  const known = maps.get(path);
  if (known !== undefined) return known;
  const map = readMap(path);
  maps.set(path, map);
  return map;
}

/** What goes wrong here must not hide the error that is told. */
function readMap(path: string): SourceMap | null {
  try {
    const payload = mapSchema.parse(JSON.parse(readFileSync(`${decodeURI(path)}.map`, 'utf8')));
    return new SourceMap({ ...payload, file: path, sourcesContent: [], sourceRoot: '' });
  } catch {
    return null;
  }
}

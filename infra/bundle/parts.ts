import type { Metafile } from 'esbuild';

/** Something that a bundle is made of: a package, or a folder of the product's own code such as `shared/tree`. */
export interface Part {
  readonly name: string;
  readonly bytes: number;
}

/** What one output of a metafile is made of, the largest part first. */
export function partsOf({ inputs }: Pick<Metafile['outputs'][string], 'inputs'>): readonly Part[] {
  const bytes = new Map<string, number>();
  for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
    const name = partOf(path);
    bytes.set(name, (bytes.get(name) ?? 0) + bytesInOutput);
  }
  return [...bytes]
    .map(([name, sum]) => ({ name, bytes: sum }))
    .toSorted((one, other) => other.bytes - one.bytes);
}

/** The part that a file belongs to, by its path in a metafile. */
export function partOf(path: string): string {
  const [, inside] = /.*node_modules\/(.*)/.exec(path) ?? [];
  const folders = (inside ?? path).split('/');
  return folders.slice(0, inside === undefined || inside.startsWith('@') ? 2 : 1).join('/');
}

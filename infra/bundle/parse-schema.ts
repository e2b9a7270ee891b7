import type { Plugin } from 'esbuild';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import * as z from 'zod';

const generated = z.object({ typeDefinitions: z.string() });

/** Most of the SDL is what it says of itself, for those who ask: compressed it is a quarter of its size in a bundle. */
export const COMPRESS_SCHEMA: Plugin = {
  name: 'compress the schema',
  setup(build) {
    build.onLoad({ filter: /functions\/graphql\/generated\/type-definitions\.ts$/ }, async ({ path }) => {
      // A file that was changed since another build in this process is another module.
      const version = createHash('sha256')
        .update(await readFile(path))
        .digest('hex');
      const { typeDefinitions } = generated.parse(await import(`${pathToFileURL(path).href}?${version}`));
      const packed = brotliCompressSync(typeDefinitions).toString('base64');
      return {
        contents: `import { brotliDecompressSync } from 'node:zlib';
          export const typeDefinitions = brotliDecompressSync(Buffer.from('${packed}', 'base64')).toString();`,
      };
    });
  },
};

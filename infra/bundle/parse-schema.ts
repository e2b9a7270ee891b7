import type { Plugin } from 'esbuild';
import { parse } from 'graphql';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import * as z from 'zod';

const generated = z.object({ typeDefinitions: z.string() });

/** One less than the most, which takes three times as long and saves a fortieth. */
const COMPRESSION = { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } };

/**
 * Parses the SDL when it is bundled: no start has to, and how a schema is written need not be in the bundle. Most of
 * it is what it says of itself, for those who ask: compressed it is a tenth of its size.
 */
export const PARSE_SCHEMA: Plugin = {
  name: 'parse the schema',
  setup(build) {
    build.onLoad({ filter: /functions\/graphql\/generated\/type-definitions\.ts$/ }, async ({ path }) => {
      // A file that was changed since another build in this process is another module.
      const version = createHash('sha256')
        .update(await readFile(path))
        .digest('hex');
      const { typeDefinitions } = generated.parse(await import(`${pathToFileURL(path).href}?${version}`));
      const document = JSON.stringify(parse(typeDefinitions, { noLocation: true }));
      return {
        contents: `export const packed = '${brotliCompressSync(document, COMPRESSION).toString('base64')}';`,
      };
    });
    build.onLoad({ filter: /functions\/graphql\/schema-document\.ts$/ }, ({ path }) => ({
      contents: `import { brotliDecompressSync } from 'node:zlib';
        import { packed } from './generated/type-definitions.ts';
        export const schemaDocument = JSON.parse(brotliDecompressSync(Buffer.from(packed, 'base64')).toString());`,
      loader: 'ts',
      resolveDir: dirname(path),
    }));
  },
};

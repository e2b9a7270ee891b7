import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';
import * as z from 'zod';

/** Yoga's page for visitors of unknown paths: the gateway has no such routes. */
const landingPage: Plugin = {
  name: 'leave out the landing page',
  setup(build) {
    build.onLoad({ filter: /graphql-yoga\/esm\/landing-page-html\.js$/ }, () => ({
      contents: "export default '';",
    }));
  },
};

/** Ready-made ways to estimate the cost of a field: ours is our own. */
const estimators: Plugin = {
  name: 'leave out estimators',
  setup(build) {
    build.onLoad({ filter: /graphql-query-complexity\/dist\/esm\/estimators\/index\.js$/ }, () => ({
      contents: 'export {};',
    }));
  },
};

/** How GraphQL judges a schema: ours is built as one that is valid, which a test says. */
const schemaValidation: Plugin = {
  name: 'leave out the validation of schemas',
  setup(build) {
    build.onLoad({ filter: /graphql\/type\/validate\.mjs$/ }, () => ({
      contents: 'export const validateSchema = () => []; export const assertValidSchema = () => undefined;',
    }));
    build.onLoad({ filter: /graphql\/validation\/specifiedRules\.mjs$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const contents = text.replace(/(export const specifiedSDLRules =) Object\.freeze\(\[.*?\]\)/s, '$1 []');
      if (contents === text) throw new Error(`${path} has no rules for schemas that could be left out`);
      return { contents };
    });
  },
};

/** The clients bundle their whole package.json, to tell the service their version. */
const packageFiles: Plugin = {
  name: 'leave out package files',
  setup(build) {
    build.onLoad({ filter: /@aws-sdk\/client-[^/]+\/package\.json$/ }, async ({ path }) => {
      const { version } = z.object({ version: z.string() }).parse(JSON.parse(await readFile(path, 'utf8')));
      return { contents: JSON.stringify({ version }), loader: 'json' };
    });
  },
};

/** How EventBridge signs for endpoints that span regions. Ours is in one: the plain signature is all that is made. */
const multiRegionSignatures: Plugin = {
  name: 'leave out signatures for several regions',
  setup(build) {
    build.onLoad({ filter: /@aws-sdk\/signature-v4-multi-region\/dist-es\/index\.js$/ }, () => ({
      contents: `import { SignatureV4 } from '@smithy/signature-v4';
        export class SignatureV4MultiRegion extends SignatureV4 {
          static sigv4aDependency() { return 'none'; }
        }`,
    }));
  },
};

/** Parts of dependencies that are loaded with the rest, but that no request of ours gets to. */
export const LEAVE_OUT = [landingPage, estimators, schemaValidation, multiRegionSignatures, packageFiles];

import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';
import * as z from 'zod';
import { AWS_SDK } from './left-out/aws-sdk.ts';
import { GRAPHQL } from './left-out/graphql.ts';
import { leaveOut } from './left-out/left-out.ts';
import { POWERTOOLS } from './left-out/powertools.ts';
import { YOGA } from './left-out/yoga.ts';

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
export const LEAVE_OUT = [
  multiRegionSignatures,
  packageFiles,
  leaveOut([...GRAPHQL, ...YOGA, ...AWS_SDK, ...POWERTOOLS]),
];

/** The same for what has no GraphQL in it. */
export const LEAVE_OUT_OF_CLIENTS = [
  multiRegionSignatures,
  packageFiles,
  leaveOut([...AWS_SDK, ...POWERTOOLS]),
];

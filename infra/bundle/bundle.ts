import { build, version, type BuildOptions, type Metafile } from 'esbuild';
import { randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FUNCTIONS } from '../../shared/names.ts';
import { BUDGETS, keepTo } from './budgets.ts';
import { LEAVE_OUT } from './leave-out.ts';
import { PARSE_SCHEMA } from './parse-schema.ts';
import { isUpToDate, remember } from './up-to-date.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CODE_DIRECTORY = join(ROOT, 'dist/functions');
const META_DIRECTORY = join(ROOT, 'dist/meta');
const REPLACEMENTS = join(ROOT, 'infra/bundle/replacements');

/** How modules become a bundle, whatever is in it. */
export const SETTINGS = {
  absWorkingDir: ROOT,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  mainFields: ['module', 'main'],
  minify: true,
  alias: {
    '@aws-sdk/credential-provider-node': join(REPLACEMENTS, 'environment-credentials.ts'),
    '@aws-sdk/endpoint-cache': join(REPLACEMENTS, 'endpoint-cache.ts'),
    '@graphql-tools/executor': join(REPLACEMENTS, 'graphql-executor.ts'),
    'lru-cache': join(REPLACEMENTS, 'lru-cache.ts'),
    '@whatwg-node/fetch': join(REPLACEMENTS, 'whatwg-fetch.ts'),
  },
  // In the place of the globals of these names, in all modules; and of the one that is looked for by its full name.
  inject: [join(REPLACEMENTS, 'fetch.ts')],
  define: { 'globalThis.Request': 'Request' },
  // Imported only for operations that stream events. No DynamoDB or SQS operation does.
  external: ['@smithy/core/event-streams'],
  // Dependencies that are CommonJS still ask for Node's own modules by require.
  banner: {
    js: "import{createRequire as createRequireForBundle}from'node:module';const require=createRequireForBundle(import.meta.url);",
  },
} satisfies BuildOptions;

const OPTIONS = {
  ...SETTINGS,
  entryPoints: FUNCTIONS.map((name) => ({ in: `functions/${name}/handler.ts`, out: `${name}/index` })),
  outdir: 'dist/functions',
  sourcemap: 'linked',
  sourcesContent: false,
  metafile: true,
  write: false,
  plugins: [...LEAVE_OUT, PARSE_SCHEMA, keepTo(BUDGETS)],
} satisfies BuildOptions;

/**
 * Bundles every function to `dist/functions/NAME/index.mjs`, with what esbuild says about it in
 * `dist/meta/NAME.json`, unless that is there already for the present sources. Answers the folder of the bundles. Throws
 * where one of them is larger than its budget.
 */
export async function bundleFunctions(): Promise<string> {
  if (await isUpToDate(ROOT, META_DIRECTORY, version)) return CODE_DIRECTORY;
  const { outputFiles, metafile } = await build(OPTIONS);
  const metafiles = FUNCTIONS.map((name) => ({
    path: join(META_DIRECTORY, `${name}.json`),
    contents: JSON.stringify(metafileOf(name, metafile)),
  }));
  await Promise.all([...outputFiles, ...metafiles].map(writeWhole));
  await remember(ROOT, META_DIRECTORY, version, Object.keys(metafile.inputs));
  return CODE_DIRECTORY;
}

/** The part of a metafile that is about one function. */
function metafileOf(name: string, { inputs, outputs }: Metafile): Metafile {
  const own = Object.entries(outputs).filter(([path]) => basename(dirname(path)) === name);
  const used = new Set(own.flatMap(([, output]) => Object.keys(output.inputs)));
  return {
    inputs: Object.fromEntries(Object.entries(inputs).filter(([path]) => used.has(path))),
    outputs: Object.fromEntries(own),
  };
}

/** A stack, or a test in another thread, that bundles at the same time sees the old file or the new one, never half of one. */
async function writeWhole({
  path,
  contents,
}: {
  path: string;
  contents: string | Uint8Array;
}): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${randomUUID()}`;
  await writeFile(draft, contents);
  await rename(draft, path);
}

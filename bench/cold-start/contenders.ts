import { build, type BuildOptions } from 'esbuild';
import { join } from 'node:path';
import { bundleFunctions, SETTINGS } from '../../infra/bundle/bundle.ts';
import { LEAVE_OUT_OF_CLIENTS } from '../../infra/bundle/leave-out.ts';
import { PARSE_SCHEMA } from '../../infra/bundle/parse-schema.ts';

/** A function that is started. */
export interface Contender {
  readonly name: string;
  /** Of its bundle. */
  readonly path: string;
}

/** What is started, by what it is called in the tables. */
export const NAMES = {
  nothing: 'does nothing',
  ours: 'ours, as it is deployed',
  oursPlain: 'ours, bundled as anybody would',
  apollo: 'Apollo Server',
  apolloLessened: 'Apollo Server, what it has in common with ours bundled as ours',
} as const;

const APOLLO = 'bench/cold-start/contenders/apollo.ts';

const { alias, inject, define, ...PLAIN } = SETTINGS;

/** Of what we put in the place of something, what is in a bundle with another server too. */
const OF_THE_SDK = {
  '@aws-sdk/credential-provider-node': alias['@aws-sdk/credential-provider-node'],
  '@aws-sdk/endpoint-cache': alias['@aws-sdk/endpoint-cache'],
};

/** Bundles them to this folder: the first ones, or all. Answers them with what runs them. */
export async function contendersIn(
  directory: string,
  onlyFirst: boolean,
): Promise<{ readonly runner: string; readonly contenders: readonly Contender[] }> {
  const plain = join(directory, 'plain');
  const functions = await bundleFunctions();
  await bundle(plain, PLAIN, {
    runner: 'bench/cold-start/runner.ts',
    nothing: 'bench/cold-start/contenders/do-nothing.ts',
    ours: 'functions/graphql/handler.ts',
    apollo: APOLLO,
  });
  const first = [
    { name: NAMES.nothing, path: join(plain, 'nothing/index.mjs') },
    { name: NAMES.ours, path: join(functions, 'graphql/index.mjs') },
    { name: NAMES.apollo, path: join(plain, 'apollo/index.mjs') },
  ];
  const runner = join(plain, 'runner/index.mjs');
  if (onlyFirst) return { runner, contenders: first };
  const lessened = join(directory, 'lessened');
  const plugins = [...LEAVE_OUT_OF_CLIENTS, PARSE_SCHEMA];
  // What is left out has to be met: the worker uses all the clients that there are.
  const entries = { apollo: APOLLO, 'attach-worker': 'functions/attach-worker/handler.ts' };
  await bundle(lessened, { ...PLAIN, inject, define, alias: OF_THE_SDK, plugins }, entries);
  const others = [
    { name: NAMES.oursPlain, path: join(plain, 'ours/index.mjs') },
    { name: NAMES.apolloLessened, path: join(lessened, 'apollo/index.mjs') },
  ];
  return { runner, contenders: [...first, ...others] };
}

/** With what the stack's bundles have besides: a map to the sources, linked. */
async function bundle(
  outdir: string,
  options: BuildOptions,
  entries: Readonly<Record<string, string>>,
): Promise<void> {
  const entryPoints = Object.entries(entries).map(([name, path]) => ({ in: path, out: `${name}/index` }));
  await build({ ...options, entryPoints, outdir, sourcemap: 'linked', sourcesContent: false });
}

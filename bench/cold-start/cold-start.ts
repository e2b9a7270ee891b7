import { stat } from 'node:fs/promises';
import { TemporaryFolder } from '../../test/support/temporary-folder.ts';
import type { Bench, Context, Figures } from '../bench.ts';
import { median } from '../median.ts';
import { type Contender, contendersIn, NAMES } from './contenders.ts';
import { bundleSizes } from './sizes.ts';
import { setStage, type Stage } from './stage.ts';
import { whereTheTimeGoes } from './stages.ts';
import { type Start, start } from './start.ts';

/** Times that each is started, one after the other in turn. */
const ROUNDS = 15;

/** What a contender did. */
export interface Runs {
  readonly contender: Contender;
  readonly starts: Start[];
  /** The same, with what happened on the way: a little slower. */
  readonly watched: Start[];
}

/** How long a function takes that was not there: a new process each, from before it is there to its first answer. */
export const coldStart: Bench = {
  name: 'cold-start',
  about:
    'a new process to its first answer, against one that does nothing and Apollo Server; sizes of bundles',
  async run(context) {
    await using folder = new TemporaryFolder('cold-start');
    const stage = await setStage();
    try {
      context.progress('bundling');
      const { runner, contenders } = await contendersIn(folder.path, context.short);
      const all = await startAll(contenders, runner, stage, context);
      return [await ratios(all), whereTheTimeGoes(all), await bundleSizes()];
    } finally {
      await stage.stop();
    }
  },
};

async function startAll(
  contenders: readonly Contender[],
  runner: string,
  stage: Stage,
  { progress, short }: Context,
): Promise<readonly Runs[]> {
  const all: readonly Runs[] = contenders.map((contender) => ({ contender, starts: [], watched: [] }));
  const rounds = short ? 1 : ROUNDS;
  for (let round = 1; round <= rounds; round += 1) {
    progress(`round ${round} of ${rounds}`);
    for (const { contender, starts } of all) starts.push(await start(runner, contender.path, stage));
    for (const { contender, watched } of all) watched.push(await start(runner, contender.path, stage, true));
  }
  const answers = all.flatMap(({ contender: { name }, starts }) =>
    name === NAMES.nothing ? [] : starts.map(({ body }) => body.trim()),
  );
  if (new Set(answers).size !== 1) throw new Error(`not all answer the same: ${answers.join('\n')}`);
  return all;
}

async function ratios(all: readonly Runs[]): Promise<Figures> {
  const of = (name: string): number =>
    median(all.find(({ contender }) => contender.name === name)?.starts.map(({ total }) => total) ?? []);
  const rows = all.map(async ({ contender: { name, path }, watched }) => {
    const { size } = await stat(path);
    const calls = watched[0]?.moments.filter(([what]) => what === 'asks the table').length ?? 0;
    return [
      name,
      size,
      calls,
      Math.round(of(name)),
      of(name) / of(NAMES.nothing),
      of(name) / of(NAMES.apollo),
    ];
  });
  return {
    title: 'A new process to its first answer',
    columns: [
      'Function',
      'Bundle, bytes',
      'Calls to the table',
      'Milliseconds',
      '÷ nothing',
      '÷ Apollo Server',
    ],
    rows: await Promise.all(rows),
    notes: [
      `Medians of ${all[0]?.starts.length ?? 0} processes each, in turn. They answer one event of the gateway: a token is verified by the keys of its issuer, and a project with its profiles is found by its path, three groups deep.`,
      'All are bundled by esbuild with `mainFields: module,main`, minified, with a map. Apollo Server 5.5 has the same schema, resolvers, limits, SDK, log and verification of tokens; its cache control, landing page, persisted queries and signals are switched off. What we leave out of bundles and put in the place of something it has not, but in the last row: there the SDK, the log and `fetch` are ours, and the schema is parsed already.',
    ],
  };
}

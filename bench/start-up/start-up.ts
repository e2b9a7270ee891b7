import type { Bench, Context, Figures } from '../bench.ts';
import { median } from '../median.ts';
import { Copy } from './copy.ts';
import { PARTS, timeOf } from './parts.ts';
import { type Start, start } from './start.ts';

/** Times that each is started, one after the other in turn. */
const ROUNDS = 5;

interface Kind {
  readonly name: string;
  readonly sample: boolean;
  /** What comes before; without it, what the kind before this one left is there. */
  readonly prepare?: (copy: Copy) => Promise<void>;
}

const KINDS: readonly Kind[] = [
  { name: 'first, with the sample', sample: true, prepare: async (copy) => copy.clean() },
  { name: 'later', sample: true },
  {
    name: 'after a document and a test changed',
    sample: true,
    prepare: async (copy) => copy.changeDocumentAndTest(),
  },
  { name: 'after a function changed', sample: true, prepare: async (copy) => copy.changeSource() },
  { name: 'first, without the sample', sample: false, prepare: async (copy) => copy.clean() },
  { name: 'later, without the sample', sample: false },
];

/** Starts of the local stack, as a newcomer and as somebody who works on it has them. */
export const startUp: Bench = {
  name: 'start-up',
  about: 'npm start: first, later and after changes; what it builds and where its time goes',
  async run(context) {
    await using copy = await Copy.make();
    return [await starts(copy, context), await partsOfOne(copy, context)];
  },
};

async function starts(copy: Copy, { progress, short }: Context): Promise<Figures> {
  const rounds = short ? 1 : ROUNDS;
  const all = new Map<string, Start[]>(KINDS.map(({ name }) => [name, []]));
  for (let round = 1; round <= rounds; round += 1) {
    for (const { name, sample, prepare } of KINDS) {
      progress(`round ${round} of ${rounds}: ${name}`);
      await prepare?.(copy);
      all.get(name)?.push(await start(copy.path, sample ? {} : { SCAN_PROFILES_SAMPLE: 'none' }));
    }
  }
  return {
    title: 'From the command to ready',
    columns: ['Start', 'Bundled', 'Synthesised', 'Seconds', 'Loading', 'CDK app and engines', 'The rest'],
    rows: [...all].map(([name, each]) => cellsOf(name, each)),
    notes: [
      `Medians of ${rounds}. Loading and what follows it are shares of the whole.`,
      'The rest is queues, table, functions and, on a first start with it, the sample: 35,972 groups and projects.',
    ],
  };
}

function cellsOf(name: string, each: readonly Start[]): readonly (string | number)[] {
  const middle = (valueOf: (start: Start) => number): number => median(each.map(valueOf));
  return [
    name,
    each.filter(({ bundled }) => bundled).length / each.length,
    each.filter(({ synthesised }) => synthesised).length / each.length,
    middle(({ ready }) => ready) / 1000,
    middle(({ imported, ready }) => imported / ready),
    middle(({ imported, assembled, ready }) => (assembled - imported) / ready),
    middle(({ assembled, ready }) => (ready - assembled) / ready),
  ];
}

async function partsOfOne(copy: Copy, { progress, short }: Context): Promise<Figures> {
  const rounds = short ? 1 : ROUNDS;
  const times = new Map<string, number[]>(PARTS.map(({ name }) => [name, []]));
  for (let round = 1; round <= rounds; round += 1) {
    progress(`round ${round} of ${rounds}: parts of a first start`);
    for (const part of PARTS) times.get(part.name)?.push(await timeOf(part, copy));
  }
  const whole = median(times.get('bundling and synthesis') ?? []);
  return {
    title: 'Parts of a first start, each in a process of its own',
    columns: ['Part', 'Seconds', '÷ bundling and synthesis'],
    rows: [...times].map(([name, each]) => [name, median(each) / 1000, median(each) / whole]),
  };
}

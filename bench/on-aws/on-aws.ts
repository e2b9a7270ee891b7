import { readSettings } from '../../infra/settings.ts';
import type { Bench, Figures } from '../bench.ts';
import { COUNTS, type Shape } from './counts.ts';
import { ASSUMED, bindingOf, costsOf, floorsOf, LIMITS, type Raised } from './model.ts';

const SIZES = [10_000, 100_000, 1_000_000];

const SHAPES: readonly { readonly shape: Shape; readonly flat: boolean }[] = [
  { shape: 'flat, 5,455', flat: true },
  { shape: '2,000 groups of two', flat: false },
];

/** What an attach would cost on AWS, and how long it would take at least: worked out from the counts of `attach-cost`. */
export const onAws: Bench = {
  name: 'on-aws',
  about: 'a model: what an attach costs on AWS, how long it takes at least, and what to raise',
  async run() {
    return Promise.resolve([costs(), floors(), steps()]);
  },
};

/** As the stack is deployed where nothing is set. */
function byDefault(): Raised {
  const settings = readSettings(() => undefined);
  if (settings.kind === 'invalid') throw new Error(settings.problems.join('\n'));
  const { writeUnits, readUnits } = LIMITS;
  return { writeUnits, readUnits, workers: settings.settings.maximumConcurrency };
}

function costs(): Figures {
  const items = Object.keys(costsOf(1, COUNTS['flat, 5,455']));
  const columns = SHAPES.flatMap(({ shape }) => SIZES.map((projects) => ({ shape, projects })));
  const cost = (item: string): readonly number[] =>
    columns.map(({ shape, projects }) => costsOf(projects, COUNTS[shape])[item] ?? NaN);
  const rows = items.map((item) => [item, ...cost(item).map(dollars)]);
  const sums = columns.map(({ shape, projects }) =>
    Object.values(costsOf(projects, COUNTS[shape])).reduce((sum, one) => sum + one, 0),
  );
  return {
    title: 'Cost of an attach, US dollars of us-east-1',
    columns: ['', ...columns.map(({ shape, projects }) => `${shape}: ${projects.toLocaleString('en')}`)],
    rows: [...rows, ['together', ...sums.map(dollars)]],
  };
}

function dollars(amount: number): string {
  return amount < 0.01 ? amount.toFixed(4) : amount.toFixed(2);
}

function floors(): Figures {
  const columns = SHAPES.flatMap((each) => SIZES.map((projects) => ({ ...each, projects })));
  const all = columns.map(({ shape, flat, projects }) =>
    floorsOf(projects, COUNTS[shape], byDefault(), { flat }),
  );
  const limits = Object.keys(all[0] ?? {});
  return {
    title: 'Seconds that an attach takes at least, by each limit as it is by default',
    columns: ['Limit', ...columns.map(({ shape, projects }) => `${shape}: ${projects.toLocaleString('en')}`)],
    rows: [
      ...limits.map((limit) => [limit, ...all.map((each) => (each[limit] ?? NaN).toFixed(1))]),
      ['binding', ...all.map((each) => bindingOf(each)[0])],
    ],
  };
}

/** What is raised one after the other, each time what was binding. */
const RAISES: readonly { readonly what: string; readonly by: Partial<Raised> }[] = [
  { what: 'as deployed', by: {} },
  {
    what: 'warm throughput of the table: 40,000 written, 40,000 read',
    by: { writeUnits: 40_000, readUnits: 40_000 },
  },
  { what: 'maximumConcurrency 50', by: { workers: 50 } },
];

function steps(): Figures {
  const rows: (readonly string[])[] = [];
  let raised = byDefault();
  for (const { what, by } of RAISES) {
    raised = { ...raised, ...by };
    const cells = SHAPES.flatMap(({ shape, flat }) => {
      const [limit, seconds] = bindingOf(floorsOf(1_000_000, COUNTS[shape], raised, { flat }));
      return [seconds.toFixed(0), limit];
    });
    rows.push([what, ...cells]);
  }
  return {
    title: 'An attach to 1,000,000 projects, as more and more is raised',
    columns: ['Raised', ...SHAPES.flatMap(({ shape }) => [`${shape}: seconds`, 'bound by'])],
    rows,
    notes: [
      `Assumed, and not measured on AWS: ${ASSUMED.call} ms a call to the table, ${ASSUMED.callsAtOnce} at once; ${ASSUMED.publish} ms a call to the bus, one a page; ${ASSUMED.work} ms of work a project; ${ASSUMED.link} ms from one page of a chain to the next.`,
    ],
  };
}

import type { Figures } from '../bench.ts';
import { median } from '../median.ts';
import type { Runs } from './cold-start.ts';
import { NAMES } from './contenders.ts';
import type { Start } from './start.ts';

/** What ends each stage of a start, in their order: the first moment of this name after the one before. */
const STAGES: readonly (readonly [stage: string, end: string])[] = [
  ['the process, until its first line', 'begun'],
  ['reading and evaluating the bundle', 'loaded'],
  ['taking the event in, until the issuer is asked', 'asks the issuer'],
  ['where its keys are: a connection and an answer', 'the issuer has answered'],
  ['until it is asked again', 'asks the issuer'],
  ['its keys', 'the issuer has answered'],
  ['verifying the token; parsing, validating and weighing the query', 'asks the table'],
  ['a connection to the table', 'connected'],
  ['its first answer', 'the table has answered'],
  ['the other reads, and the answer', 'answered'],
];

/** Milliseconds that each stage takes, of ours and of Apollo Server. */
export function whereTheTimeGoes(all: readonly Runs[]): Figures {
  const stagesOf = (name: string): readonly number[] => {
    const runs = all.find(({ contender }) => contender.name === name)?.watched.map(stages) ?? [];
    return STAGES.map((_, index) => median(runs.map((run) => run[index] ?? NaN)));
  };
  const [ours, apollo] = [stagesOf(NAMES.ours), stagesOf(NAMES.apollo)];
  const whole = ours.reduce((sum, each) => sum + each, 0);
  return {
    title: 'Where the time of a start goes',
    columns: ['Stage', 'Ours, milliseconds', 'Share', 'Apollo Server, milliseconds'],
    rows: STAGES.map(([stage], index) => {
      const own = ours[index] ?? NaN;
      return [
        stage,
        own.toFixed(1),
        `${((100 * own) / whole).toFixed(0)} %`,
        (apollo[index] ?? NaN).toFixed(1),
      ];
    }),
    notes: ['Medians of each stage by itself, of processes that are watched as they go.'],
  };
}

function stages({ moments }: Start): readonly number[] {
  let [place, since] = [0, 0];
  return STAGES.map(([, end]) => {
    place = moments.findIndex(([what], index) => index >= place && what === end);
    const at = moments[place]?.[1] ?? NaN;
    const took = at - since;
    since = at;
    place += 1;
    return took;
  });
}

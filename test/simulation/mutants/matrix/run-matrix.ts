import { MUTANTS } from '../all.ts';
import type { Mutant } from '../mutant.ts';
import { carryOut } from './pool.ts';
import type { DirectedResult, HistoriesResult, Order } from './protocol.ts';

export interface MatrixOptions {
  /** Only these mutants; all if none is named. */
  readonly names?: readonly string[];
  /** Threads. */
  readonly jobs: number;
  /** Histories for each mutant, at most: none, and only the directed tests run. */
  readonly maxSeeds: number;
  /** Histories that break a promise after which a mutant has been seen often enough. */
  readonly enough?: number;
  /** The seed of the first history: of all mutants, or by mutant, and then the others have none. */
  readonly from?: number | Readonly<Record<string, number>>;
  /** Told of each mutant whenever more is known of it. */
  readonly onRow?: (row: Row) => void;
}

/** How a mutant is detected. */
export interface Row {
  readonly mutant: Mutant;
  /** Directed tests that fail under it, and pass without it. */
  readonly directed: readonly DirectedResult[];
  readonly histories: HistoriesResult;
  /** What went wrong with the matrix itself. */
  readonly failure: string | undefined;
}

export interface Matrix {
  readonly rows: readonly Row[];
  /** Directed tests that do not pass on the product as it is. */
  readonly broken: readonly DirectedResult[];
}

/** So many histories of one mutant come before it is the next one's turn: those that are seen at once are seen soon. */
const ROUND = 25;

/** Takes out one guard after the other and looks what notices. Throws for a name that no mutant has. */
export async function runMatrix({
  names = [],
  jobs,
  maxSeeds,
  enough = 3,
  from = 1,
  onRow = () => undefined,
}: MatrixOptions): Promise<Matrix> {
  const mutants = named(names);
  const rows = new Map<string, Row>();
  const note = (name: string, more: Partial<Row>): void => {
    const row = rows.get(name);
    if (!row) return;
    const next = { ...row, ...more };
    rows.set(name, next);
    onRow(next);
  };
  const directed = await directedResults(mutants);
  for (const mutant of mutants) {
    const own = directed.filter(({ name }) => name === mutant.name);
    const failure = own.find(({ verdict }) => verdict === 'ERROR')?.message;
    const histories = { name: mutant.name, of: 0, broken: [] };
    const failing = own.filter(({ verdict }) => verdict === 'FAILS');
    rows.set(mutant.name, { mutant, directed: failing, histories, failure });
  }
  for (let done = 0; done < maxSeeds; done += ROUND) {
    const left = [...rows.values()].filter(
      ({ mutant, failure, histories }) =>
        failure === undefined &&
        histories.broken.length < enough &&
        mutant.beyondHistories === undefined &&
        (typeof from === 'number' || mutant.name in from),
    );
    await carryOut(
      left.map(({ mutant, histories }) => ({
        kind: 'HISTORIES',
        name: mutant.name,
        from: (typeof from === 'number' ? from : (from[mutant.name] ?? 1)) + done,
        count: Math.min(ROUND, maxSeeds - done),
        enough: enough - histories.broken.length,
      })),
      {
        jobs,
        onReport(report) {
          if (report.kind === 'HISTORIES')
            note(report.result.name, { histories: together(rows.get(report.result.name), report.result) });
        },
        onFailure(order, { message }) {
          if (order.kind === 'HISTORIES') note(order.name, { failure: message });
        },
      },
    );
  }
  return {
    rows: [...rows.values()],
    broken: directed.filter(({ name, verdict }) => name === undefined && verdict !== 'PASSES'),
  };
}

function named(names: readonly string[]): readonly Mutant[] {
  const unknown = names.filter((name) => !MUTANTS.some((mutant) => mutant.name === name));
  if (unknown.length > 0) throw new Error(`there is no mutant ${unknown.join(', ')}`);
  return names.length === 0 ? MUTANTS : MUTANTS.filter(({ name }) => names.includes(name));
}

async function directedResults(mutants: readonly Mutant[]): Promise<readonly DirectedResult[]> {
  const results: DirectedResult[] = [];
  const failures: Error[] = [];
  const order: Order = { kind: 'DIRECTED', names: mutants.map(({ name }) => name) };
  await carryOut([order], {
    jobs: 1,
    onReport(report) {
      if (report.kind === 'DIRECTED') results.push(...report.results);
    },
    onFailure: (_, error) => failures.push(error),
  });
  if (failures.length > 0) throw new AggregateError(failures, 'the directed tests could not be run');
  return results;
}

function together(row: Row | undefined, { name, of, broken }: HistoriesResult): HistoriesResult {
  const before = row?.histories ?? { of: 0, broken: [] };
  return { name, of: before.of + of, broken: [...before.broken, ...broken] };
}

export function isDetected({ directed, histories }: Row): boolean {
  return directed.length > 0 || histories.broken.length > 0;
}

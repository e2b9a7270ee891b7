import type { Totals } from '../../shared/domain/operation.ts';
import type { Table } from '../../shared/environment/environment.ts';
import { check } from './check.ts';
import { begin, ended, type Ended, type Request } from './operations.ts';
import { atRest, messagesDelivered, unlessGivenUp } from './rest.ts';
import type { BenchStack } from './stack.ts';

/** A group, and all projects below it. */
export interface Target {
  readonly name: string;
  readonly groupId: number;
  readonly projectIds: readonly number[];
}

/** Each finds what the one before it left. */
export const STEPS = ['preview', 'attach', 'the same again', 'detach'] as const;
export type Step = (typeof STEPS)[number];

const REQUESTS: Readonly<Record<Step, Pick<Request, 'kind' | 'dryRun'>>> = {
  preview: { kind: 'ATTACH', dryRun: true },
  attach: { kind: 'ATTACH' },
  'the same again': { kind: 'ATTACH' },
  detach: { kind: 'DETACH' },
};

/** What becomes of a project: how it is counted, how often the round has written to it by then, and whether it holds the profile. */
const EFFECTS: Readonly<
  Record<Step, { readonly outcome: keyof Totals; readonly writes: number; readonly holds: boolean }>
> = {
  preview: { outcome: 'applied', writes: 0, holds: false },
  attach: { outcome: 'applied', writes: 1, holds: true },
  'the same again': { outcome: 'unchanged', writes: 1, holds: true },
  detach: { outcome: 'applied', writes: 2, holds: false },
};

export interface Measured {
  readonly step: Step;
  readonly projects: number;
  readonly pages: number;
  readonly messages: number;
  /** From the acceptance of the first operation to the end of the last one. */
  readonly seconds: number;
}

/** Of targets on which so many whole rounds were done before. */
export interface Round {
  readonly targets: readonly Target[];
  readonly steps: readonly Step[];
  readonly roundsBefore: number;
  /** Is told how many projects a step has decided so far. */
  readonly onProjects?: (step: Step, projects: number) => void;
}

/**
 * Does one step after the other to targets of a root each: asks for all of them at once, waits until nothing is on its way any
 * more, and makes sure that each project was decided once. Throws where one was not.
 */
export async function* measure(stack: BenchStack, round: Round): AsyncGenerator<Measured> {
  const { targets, steps, roundsBefore } = round;
  let attached: readonly Ended[] = [];
  for (const step of steps) {
    const before = await messagesDelivered(stack);
    const ends = await unlessGivenUp(stack, carryOut(stack, step, round));
    await atRest(stack);
    const messages = (await messagesDelivered(stack)) - before;
    if (step === 'attach') attached = ends;
    await checkAll(stack.table, step, ends, { targets, attached, writesBefore: 2 * roundsBefore });
    const from = Math.min(...ends.map((end) => end.from));
    const to = Math.max(...ends.map((end) => end.to));
    yield {
      step,
      projects: targets.reduce((sum, { projectIds }) => sum + projectIds.length, 0),
      pages: ends.reduce((sum, { pages }) => sum + pages, 0),
      messages,
      seconds: (to - from) / 1000,
    };
  }
}

async function carryOut(
  { owner }: BenchStack,
  step: Step,
  { targets, onProjects = () => undefined }: Round,
): Promise<readonly Ended[]> {
  const ids = await Promise.all(
    targets.map(async ({ groupId }) => begin(owner, { groupId, ...REQUESTS[step] })),
  );
  const decided = targets.map(() => 0);
  return Promise.all(
    ids.map(async (id, index) =>
      ended(owner, id, (projects) => {
        decided[index] = projects;
        onProjects(
          step,
          decided.reduce((sum, one) => sum + one, 0),
        );
      }),
    ),
  );
}

interface Standing {
  readonly targets: readonly Target[];
  /** Operations that attached last, a target each. */
  readonly attached: readonly Ended[];
  readonly writesBefore: number;
}

async function checkAll(
  table: Table,
  step: Step,
  ends: readonly Ended[],
  { targets, attached, writesBefore }: Standing,
): Promise<void> {
  const { outcome, writes, holds } = EFFECTS[step];
  for (const [index, end] of ends.entries()) {
    await check(table, end, {
      projectIds: targets[index]?.projectIds ?? [],
      outcome,
      writes: writesBefore + writes,
      heldFrom: holds ? attached[index]?.id : undefined,
    });
  }
}

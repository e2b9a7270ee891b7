import type { Environment } from '../environment/environment.ts';
import { METRICS } from '../names.ts';
import { type ProjectNode, readProjects } from '../storage/nodes.ts';
import { listPlacements } from '../storage/placements.ts';
import { scanProjects } from '../storage/project-scan.ts';
import {
  forgetSweepPosition,
  keepSweepPosition,
  readSweepPosition,
  type SweepPosition,
} from '../storage/sweep-position.ts';
import { faultsAmong } from './faults.ts';
import { projectsAt } from './recent.ts';
import { repair } from './repair.ts';

export interface SweepOptions {
  /** Epoch milliseconds after which nothing further is looked at. */
  readonly deadline: number;
  /** Only counts what would be repaired. */
  readonly dryRun?: boolean | undefined;
  /** Told of what is out of place, before it is repaired: the root in whose log that stands, and its projects. */
  readonly onFound?: ((rootId: number, projectIds: readonly number[]) => void) | undefined;
  readonly onProgress?: ((sofar: Pick<Swept, 'looked' | 'repairs'>) => void) | undefined;
}

export interface Swept {
  /** Projects that were looked at. */
  readonly looked: number;
  /** Of these, those whose stored attachments were out of place. */
  readonly repairs: number;
  /** The operations that take these attachments away. */
  readonly operations: readonly string[];
  /** False where the time was up before everything was looked at. */
  readonly finished: boolean;
}

/** Milliseconds for which a move counts as late: four times the period of that sweep. */
const LATELY = 3_600_000;

/** Looks at projects that moved lately, and at all below groups that did. */
export async function sweepRecent(env: Environment, options: SweepOptions): Promise<Swept> {
  const now = env.clock.now();
  const count = new Count(env, options);
  const moved = await listPlacements(env.table, now - LATELY, now);
  for await (const ids of projectsAt(env.table, moved)) {
    if (env.clock.now() > options.deadline) return count.end(false);
    const since = env.clock.now();
    await count.look([...(await readProjects(env.table, ids)).values()], since);
  }
  return count.end(true);
}

/** Parts of the table that are read at once. */
const SEGMENTS = 4;

const FROM_THE_START: SweepPosition = Array.from({ length: SEGMENTS }, () => 'START');

/**
 * Looks at every project of the table. A sweep whose time is up leaves its position, and the next one with `resume` goes on
 * from there: without a position there is nothing to resume.
 */
export async function sweepEverything(
  env: Environment,
  { resume = false, ...options }: SweepOptions & { readonly resume?: boolean },
): Promise<Swept> {
  const count = new Count(env, options);
  const from = resume ? await readSweepPosition(env.table) : FROM_THE_START;
  if (!from) return count.end(true);
  const position = await Promise.all(
    from.map(async (after, segment) =>
      sweepSegment(env, count, options.deadline, { segment, segments: from.length, after }),
    ),
  );
  const finished = position.every((after) => after === null);
  if (!options.dryRun)
    await (finished ? forgetSweepPosition(env.table) : keepSweepPosition(env.table, position));
  return count.end(finished);
}

/** Answers where to go on, null at the end. */
async function sweepSegment(
  env: Environment,
  count: Count,
  deadline: number,
  { segment, segments, after: start }: { segment: number; segments: number; after: SweepPosition[number] },
): Promise<SweepPosition[number]> {
  let after = start;
  while (after !== null) {
    if (env.clock.now() > deadline) return after;
    const since = env.clock.now();
    const page = await scanProjects(env.table, {
      segment,
      segments,
      after: after === 'START' ? undefined : after,
    });
    for (const project of page.broken) env.log.error('an item is no project as it should be', { project });
    await count.look(page.projects, since);
    after = page.after ?? null;
  }
  return null;
}

/** What a sweep has come to. */
class Count {
  private looked = 0;
  private repairs = 0;
  private readonly operations: string[] = [];
  private readonly failures: unknown[] = [];
  private readonly env: Environment;
  private readonly options: SweepOptions;

  constructor(env: Environment, options: SweepOptions) {
    this.env = env;
    this.options = options;
  }

  /** What goes wrong with some projects must not keep others from being looked at. */
  async look(projects: readonly ProjectNode[], since: number): Promise<void> {
    try {
      const faults = await faultsAmong(this.env, projects, since);
      this.looked += projects.length;
      this.repairs += [...faults.values()].flat().length;
      for (const [rootId, projectIds] of faults) this.options.onFound?.(rootId, projectIds);
      if (!this.options.dryRun) this.operations.push(...(await repair(this.env, faults)));
    } catch (error) {
      this.env.log.error('projects were passed over', { projectIds: projects.map(({ id }) => id), error });
      this.failures.push(error);
    }
    this.options.onProgress?.({ looked: this.looked, repairs: this.repairs });
  }

  /** Throws what went wrong with any of them. */
  end(finished: boolean): Swept {
    if (this.failures.length > 0)
      throw new AggregateError(this.failures, `${this.failures.length} batches of projects were passed over`);
    if (!finished) this.env.log.count(METRICS.sweepIncomplete);
    const { looked, repairs, operations } = this;
    return { looked, repairs, operations, finished };
  }
}

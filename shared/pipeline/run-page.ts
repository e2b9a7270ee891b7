import type { Operation } from '../domain/operation.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { Environment } from '../environment/environment.ts';
import type { OpenPage } from '../storage/pages.ts';
import { applyPage, type PageTarget } from './apply-page.ts';
import { finish, type Finished } from './finish.ts';

type Env = Pick<Environment, 'table' | 'clock' | 'random' | 'log'>;

export interface PageRun extends Finished {
  readonly outcomes: ReadonlyMap<number, Outcome>;
}

/** Does a page whose projects are known, from reading them to the record of their outcomes. Can run any number of times. */
export async function runProjects(
  env: Env,
  operation: Operation,
  page: OpenPage,
  target: PageTarget,
  deadline: number,
): Promise<PageRun> {
  const applied = await applyPage(env, operation, target, deadline);
  const finished = await finish(env, page, target, applied);
  return { ...finished, outcomes: applied.outcomes };
}

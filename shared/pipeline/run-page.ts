import type { Operation } from '../domain/operation.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { Environment } from '../environment/environment.ts';
import type { OpenPage } from '../storage/pages.ts';
import { applyPage } from './apply-page.ts';
import { finish } from './finish.ts';

type Env = Pick<Environment, 'table' | 'clock' | 'random' | 'log'>;

/** Does a page whose projects are known, from reading them to the record of their outcomes. Can run any number of times. */
export async function runProjects(
  env: Env,
  operation: Operation,
  page: OpenPage,
  projectIds: readonly number[],
  deadline: number,
): Promise<ReadonlyMap<number, Outcome>> {
  const applied = await applyPage(env, operation, projectIds, deadline);
  await finish(env, page, applied);
  return applied.outcomes;
}

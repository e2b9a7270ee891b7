import type { Plan } from '../../../local/template/plan.ts';
import { VARIABLES } from '../../../shared/names.ts';

/**
 * For `startDedicatedStack({ adjust })`: what a function did not deal with comes back after so many seconds, though
 * its run may be going on, and the janitor counts with the same number.
 */
export function visibilityTimeout(seconds: number): (plan: Plan) => Plan {
  const name = VARIABLES.attachVisibilityTimeout;
  return (plan) => ({
    ...plan,
    queues: plan.queues.map((queue) => ({
      ...queue,
      attributes: { ...queue.attributes, VisibilityTimeout: String(seconds) },
    })),
    functions: plan.functions.map((fn) =>
      name in fn.variables ? { ...fn, variables: { ...fn.variables, [name]: String(seconds) } } : fn,
    ),
  });
}

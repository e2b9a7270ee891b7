import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Plan } from '../../../../local/template/plan.ts';
import { QUEUES } from '../../../../shared/names.ts';

const WORKER = fileURLToPath(new URL('worker', import.meta.url));
const WORKERS: readonly string[] = [QUEUES.attachWorker, QUEUES.cleanupWorker];

/**
 * For `startDedicatedStack({ adjust })`: workers with whom every message ends up in the dead-letter queue before it is done
 * once it is sent anew. What they gave up is noted in the directory.
 */
export function refusingWorkers(directory: string): (plan: Plan) => Plan {
  return (plan) => ({
    ...plan,
    functions: plan.functions.map((fn) => {
      if (!WORKERS.includes(fn.name)) return fn;
      const [file = '', name = ''] = fn.handler.split('.');
      const module = pathToFileURL(join(fn.directory, `${file}.mjs`)).href;
      const variables = { ...fn.variables, DRILL_HANDLER: module, DRILL_DIRECTORY: directory };
      return { ...fn, directory: WORKER, handler: `refusing.${name}`, variables };
    }),
  });
}

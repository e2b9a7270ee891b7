import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../../../local/settings.ts';
import type { Plan } from '../../../../local/template/plan.ts';

/** Where what functions ask of AWS is noted: a file a function, a line a kind of call. */
export const CALLS_DIRECTORY = join(ROOT, 'node_modules/.cache/scan-profiles-e2e/calls');

const RECORDER = new URL('./recorder.ts', import.meta.url).href;

/** For `adjust` of a stack: its functions note what they ask of AWS. */
export function recording(plan: Plan): Plan {
  mkdirSync(CALLS_DIRECTORY, { recursive: true });
  return {
    ...plan,
    functions: plan.functions.map((fn) => {
      const { NODE_OPTIONS = '' } = fn.variables;
      const variables = {
        ...fn.variables,
        NODE_OPTIONS: `${NODE_OPTIONS} --import=${RECORDER}`,
        RECORDED_CALLS: CALLS_DIRECTORY,
      };
      return { ...fn, variables };
    }),
  };
}

import type { ImportProgress } from '../sample/load-sample.ts';
import type { LocalSettings } from '../settings.ts';
import type { Plan } from '../template/plan.ts';

export interface StackOptions extends LocalSettings {
  /** CDK context, see `infra/settings.ts`. */
  context?: Readonly<Record<string, string>>;
  /** Takes what a person should know, line by line. */
  log: (line: string) => void;
  /** How far the sample is loaded. */
  onSampleProgress?: (progress: ImportProgress) => void;
  /** Changes what the template asks for, before it is carried out: for tests that cannot wait for real timeouts. */
  adjust?: (plan: Plan) => Plan;
  /** Gives up the start: `startStack` cleans up and rejects. */
  signal?: AbortSignal;
}

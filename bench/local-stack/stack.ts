import { join } from 'node:path';
import { type Caller, caller } from '../../cli/demo/api.ts';
import { type RunningStack, startStack } from '../../local/stack/start-stack.ts';
import type { Plan } from '../../local/template/plan.ts';
import { type StackClient, stackClient } from '../../test/e2e/support/client.ts';
import { testStackOptions } from '../../test/e2e/support/stack-options.ts';
import { TemporaryFolder } from '../../test/support/temporary-folder.ts';
import { errorsIn } from './errors.ts';

/** Who asks for everything: in the sample somebody who may, and of made-up trees to be made a member. */
export const OWNER = 'owner';

/** Outlasts every measurement. */
const TOKEN_LIFETIME = '1d';

/** A whole local stack of a bench's own: bundled functions, queue, bus, event source, table. */
export interface BenchStack extends StackClient, Pick<RunningStack, 'invoke'>, AsyncDisposable {
  /** With all that it keeps. Gone once it is stopped, or this process ends. */
  readonly directory: string;
  /** `OWNER`, over HTTP, with a token. */
  readonly owner: Caller;
}

interface Change {
  /** Whether the sample is in it. */
  readonly sample: boolean;
  /** Whether the table and all that is accepted is on disk, as with `npm start`, or in memory. */
  readonly isKept: boolean;
  /** Changes what the template asks for. Is told the stack's directory. */
  readonly adjust: (plan: Plan, directory: string) => Plan;
}

/** Starts one as `npm start` does. What its functions log as an error is shown when it stops. */
export async function startBenchStack({
  sample = false,
  isKept = true,
  adjust = (plan) => plan,
}: Partial<Change> = {}): Promise<BenchStack> {
  const folder = new TemporaryFolder('bench');
  const directory = folder.path;
  const { file, crashed, invoke, stop } = await startStack({
    ...testStackOptions(directory),
    dataDir: isKept ? join(directory, 'data') : null,
    sample,
    adjust: (plan) => adjust(plan, directory),
  });
  const ending = new AbortController();
  void crashed.then((reason) => ending.abort(new Error(reason)));
  const client = stackClient({ file, stateDir: directory });
  const token = await client.token(OWNER, TOKEN_LIFETIME);
  return {
    ...client,
    directory,
    invoke,
    owner: caller(file.graphqlUrl, OWNER, token, ending.signal),
    [Symbol.asyncDispose]: async () => {
      client.close();
      await stop();
      for (const error of await errorsIn(directory)) console.error(error);
      await folder[Symbol.asyncDispose]();
    },
  };
}

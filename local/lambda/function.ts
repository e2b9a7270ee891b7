import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FunctionPlan } from '../template/resources/function.ts';
import { type EngineEndpoints, environmentOf } from './environment.ts';
import { Instance, type InstanceOptions } from './instance.ts';
import { Pool } from './pool.ts';
import type { FunctionError, Result } from './protocol.ts';

/** Instances of a function: enough for two runs of it to overlap, twice. */
export const INSTANCES = 4;

/** Bytes of an event, and of a result: Lambda's limit. */
const PAYLOAD_LIMIT = 6 * 1024 * 1024;

/** A bundled function of the stack, run in worker threads of its own. */
export class LocalFunction {
  readonly plan: FunctionPlan;
  private readonly log: (text: string) => void;
  private readonly pool: Pool<{ instance: Instance; loaded: Promise<FunctionError | undefined> }>;
  private readonly running = new Set<Promise<unknown>>();
  private stopped = false;

  constructor(plan: FunctionPlan, endpoints: EngineEndpoints, log: (text: string) => void) {
    this.plan = plan;
    this.log = log;
    const [file = '', exportName = ''] = plan.handler.split('.');
    const options: InstanceOptions = {
      data: {
        moduleUrl: pathToFileURL(join(plan.directory, `${file}.mjs`)).href,
        exportName,
        functionArn: plan.arn,
      },
      environment: environmentOf(plan, endpoints),
      memorySize: plan.memorySize,
      timeoutSeconds: plan.timeoutSeconds,
      log,
    };
    this.pool = new Pool(() => {
      const instance = new Instance(options);
      return { instance, loaded: instance.loaded() };
    }, INSTANCES);
  }

  /** Runs the function on an event (JSON), as soon as one of its instances is free. Never rejects. */
  async invoke(event: string): Promise<Result | FunctionError> {
    const run = this.runOnce(event);
    this.running.add(run);
    return run.finally(() => this.running.delete(run));
  }

  /** Lets runs end for `grace` milliseconds, then ends them. */
  async stop(grace: number): Promise<void> {
    this.stopped = true;
    const patience = new AbortController();
    const timer = setTimeout(() => {
      patience.abort();
    }, grace);
    const aborted = new Promise((resolve) => {
      patience.signal.addEventListener('abort', resolve, { once: true });
    });
    await Promise.race([Promise.all(this.running), aborted]);
    clearTimeout(timer);
    await this.endInstances();
    // Runs that waited for an instance got a new one just now, to no purpose.
    await Promise.all(this.running);
    await this.endInstances();
  }

  private async endInstances(): Promise<void> {
    await Promise.all(Array.from(this.pool.things, ({ instance }) => instance.end()));
  }

  /** An instance may die while nobody uses it: that is not the fault of the next event. */
  private async borrowLiving() {
    for (;;) {
      const lent = await this.pool.borrow();
      if (lent.instance.alive) return lent;
      this.pool.discard(lent);
    }
  }

  private async runOnce(event: string): Promise<Result | FunctionError> {
    if (Buffer.byteLength(event) > PAYLOAD_LIMIT) {
      return error('RequestEntityTooLargeException', `Events have at most ${PAYLOAD_LIMIT} bytes`);
    }
    const lent = await this.borrowLiving();
    const { instance, loaded } = lent;
    const started = performance.now();
    const requestId = randomUUID();
    const result = this.stopped
      ? error('ServiceException', 'The stack is stopping')
      : ((await loaded) ?? (await instance.run(requestId, event)));
    if (instance.alive) this.pool.giveBack(lent);
    else this.pool.discard(lent);
    const outcome = result.kind === 'error' ? ` ${result.type}: ${result.message}` : '';
    this.log(
      `REPORT RequestId: ${requestId} Duration: ${(performance.now() - started).toFixed(2)} ms${outcome}\n`,
    );
    if (result.kind === 'result' && Buffer.byteLength(result.payload) > PAYLOAD_LIMIT) {
      return error('Function.ResponseSizeTooLarge', `Results have at most ${PAYLOAD_LIMIT} bytes`);
    }
    return result;
  }
}

function error(type: string, message: string): FunctionError {
  return { kind: 'error', type, message };
}

import { Worker } from 'node:worker_threads';
import type { FunctionError, Job, Message, Result, WorkerData } from './protocol.ts';

export interface InstanceOptions {
  data: WorkerData;
  /** All that the function sees in `process.env`. */
  environment: Record<string, string>;
  /** Megabytes of heap, above which the thread is ended. */
  memorySize: number;
  timeoutSeconds: number;
  /** Takes what the function writes to its output. */
  log: (text: string) => void;
}

/** Milliseconds to load a bundle: Lambda's limit. */
const LOAD_LIMIT = 10_000;

/** One execution environment: a worker thread that runs one event after the other, until it dies. */
export class Instance {
  private readonly worker: Worker;
  private readonly options: InstanceOptions;
  private death: FunctionError | undefined;
  private onMessage: ((message: Message) => void) | undefined;

  /** Starts to load the function. */
  constructor(options: InstanceOptions) {
    const { data, environment, memorySize, log } = options;
    this.options = options;
    this.worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: data,
      env: environment,
      execArgv: [],
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: memorySize },
    });
    this.worker.stdout.setEncoding('utf8').on('data', log);
    this.worker.stderr.setEncoding('utf8').on('data', log);
    this.worker.on('message', (message: Message) => this.onMessage?.(message));
    this.worker.on('error', (error) => {
      log(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
      this.die('Runtime.Unknown', String(error));
    });
    this.worker.on('exit', (code) => {
      this.die('Runtime.ExitError', `The function ended its process with code ${code}`);
    });
  }

  get alive(): boolean {
    return this.death === undefined;
  }

  /** Waits until the function is loaded; answers why it could not be. To be called once, before `run`. */
  async loaded(): Promise<FunctionError | undefined> {
    const message = await this.nextMessage(
      LOAD_LIMIT,
      'Sandbox.Timedout',
      'The function did not load in time',
    );
    if (message.kind === 'ready') return undefined;
    await this.end();
    return message.kind === 'error' ? message : unexpected(message);
  }

  /** Runs the function on one event. A function that does not end in time is ended, and the instance with it. */
  async run(requestId: string, event: string): Promise<Result | FunctionError> {
    const { timeoutSeconds } = this.options;
    const limit = timeoutSeconds * 1000;
    const job: Job = { requestId, event, deadline: Date.now() + limit };
    this.worker.postMessage(job);
    const late = `${requestId} Task timed out after ${timeoutSeconds.toFixed(2)} seconds`;
    const message = await this.nextMessage(limit, 'Sandbox.Timedout', late);
    return message.kind === 'ready' ? unexpected(message) : message;
  }

  async end(): Promise<void> {
    this.die('Sandbox.Ended', 'The function was ended');
    await this.worker.terminate();
  }

  private async nextMessage(limit: number, lateType: string, lateMessage: string): Promise<Message> {
    if (this.death !== undefined) return this.death;
    const message = await new Promise<Message>((resolve) => {
      const timer = setTimeout(() => {
        this.die(lateType, lateMessage);
      }, limit);
      this.onMessage = (received) => {
        clearTimeout(timer);
        resolve(received);
      };
    });
    this.onMessage = undefined;
    if (!this.alive) await this.worker.terminate();
    return message;
  }

  private die(type: string, message: string): void {
    this.death ??= { kind: 'error', type, message };
    this.onMessage?.(this.death);
  }
}

function unexpected(message: Message): FunctionError {
  return { kind: 'error', type: 'Runtime.Protocol', message: `The function's thread said "${message.kind}"` };
}

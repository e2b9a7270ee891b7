/** Runs in a worker thread: loads one bundled function, and hands it one event at a time. */
import { parentPort, workerData } from 'node:worker_threads';
import { contextOf } from './context.ts';
import type { FunctionError, Job, Message, WorkerData } from './protocol.ts';

type Handler = (event: unknown, context: object) => unknown;

const data = checked(workerData);

const handler = await load();
if (handler !== undefined) {
  parentPort?.on('message', (job: Job) => void run(handler, job).then(tell));
  tell({ kind: 'ready' });
}

/** What `Instance` gives. Schemas would be loaded by every worker, at the function's expense. */
function checked(given: unknown): WorkerData {
  if (isWorkerData(given)) return given;
  throw new Error('A worker needs its data');
}

function isWorkerData(given: unknown): given is WorkerData {
  return typeof given === 'object' && given !== null && 'moduleUrl' in given && 'exportName' in given;
}

async function load(): Promise<Handler | undefined> {
  const { moduleUrl, exportName } = data;
  try {
    const module: unknown = await import(moduleUrl);
    const found = exportsOf(module)[exportName];
    if (isHandler(found)) return found;
    tell({
      kind: 'error',
      type: 'Runtime.HandlerNotFound',
      message: `${moduleUrl} exports no ${exportName}`,
    });
  } catch (error) {
    console.error(error);
    tell({ ...describe(error), type: 'Runtime.ImportModuleError' });
  }
  return undefined;
}

async function run(handle: Handler, job: Job): Promise<Message> {
  try {
    const result = await handle(JSON.parse(job.event), contextOf(job, data));
    return { kind: 'result', payload: JSON.stringify(result ?? null) };
  } catch (error) {
    // What a function throws is in its log too, as on AWS.
    console.error(error);
    return describe(error);
  }
}

function exportsOf(module: unknown): Record<string, unknown> {
  return typeof module === 'object' && module !== null ? { ...module } : {};
}

function describe(error: unknown): FunctionError {
  return error instanceof Error
    ? { kind: 'error', type: error.name, message: error.message }
    : { kind: 'error', type: 'Error', message: String(error) };
}

function isHandler(value: unknown): value is Handler {
  return typeof value === 'function';
}

function tell(message: Message): void {
  parentPort?.postMessage(message);
}

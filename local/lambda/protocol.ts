/** What the main thread and a worker thread tell each other. Events and results travel as JSON, as on AWS. */

export interface WorkerData {
  /** URL of the bundle. */
  moduleUrl: string;
  /** Name of the export that handles events. */
  exportName: string;
  functionArn: string;
}

export interface Job {
  requestId: string;
  /** JSON. */
  event: string;
  /** Milliseconds since 1970. */
  deadline: number;
}

/** JSON; `null` if the function returned nothing. */
export interface Result {
  kind: 'result';
  payload: string;
}

/** Why a run gave no result. The types are those of AWS Lambda, except for what the function itself threw. */
export interface FunctionError {
  kind: 'error';
  type: string;
  message: string;
}

export type Message = { kind: 'ready' } | Result | FunctionError;

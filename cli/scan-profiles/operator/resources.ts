import { type StackFile, readStackFile } from '../../../local/lifecycle/stack-file.ts';
import { Refusal } from '../../../local/refusal.ts';
import { readSettings } from '../../../local/settings.ts';
import { QUEUES } from '../../../shared/names.ts';
import type { Arguments } from '../command-line/arguments.ts';
import { URL_VARIABLE } from '../deployment/find.ts';
import { resourcesIn } from './outputs.ts';

export type QueueName = (typeof QUEUES)[keyof typeof QUEUES];
export const QUEUE_NAMES = Object.values(QUEUES);

export interface QueueUrls {
  readonly url: string;
  readonly deadLetterUrl: string;
}

/** A deployment's table and queues. */
export interface Resources {
  /** For people: `the stack on this machine`. */
  readonly deployment: string;
  /** Undefined where the outputs do not tell it: then it is the one that the SDK finds. */
  readonly region: string | undefined;
  /** Of the engines on this machine; undefined on AWS. */
  readonly local: { readonly dynamodb: string; readonly sqs: string; readonly logs: string } | undefined;
  readonly tableName: string;
  readonly queues: Readonly<Record<QueueName, QueueUrls>>;
}

/** Environment variable that names the file with a deployment's outputs. */
const OUTPUTS_VARIABLE = 'SCAN_PROFILES_OUTPUTS';

/** The deployment that was named, else the stack that runs on this machine. */
export async function findResources(args: Arguments, environment: NodeJS.ProcessEnv): Promise<Resources> {
  const named = args.text('outputs') ?? environment[OUTPUTS_VARIABLE];
  if (named !== undefined && named !== '') return resourcesIn(named);
  const url = environment[URL_VARIABLE];
  if (url !== undefined && url !== '') {
    throw new Refusal(
      `${URL_VARIABLE} names a deployment by its API, which this command does not ask.\n` +
        `Name its outputs (--outputs FILE or ${OUTPUTS_VARIABLE}); for the stack on this machine unset ${URL_VARIABLE}.`,
    );
  }
  const { stateDir } = readSettings(environment);
  const stack = await readStackFile(stateDir);
  if (stack) return resourcesOf(stack, stateDir);
  throw new Refusal(
    'No stack is running on this machine, and no other deployment is named.\n' +
      `Start one (npm start), or name the outputs of a deployment: --outputs FILE or ${OUTPUTS_VARIABLE}. ` +
      'The file is what "npx cdk deploy --outputs-file FILE" writes.',
  );
}

function resourcesOf({ region, endpoints, tableName, queues }: StackFile, stateDir: string): Resources {
  const urlsOf = (name: QueueName): QueueUrls => {
    const urls = queues[name];
    if (urls) return urls;
    throw new Refusal(
      `The stack on this machine has no queue ${name}: it is of another release. Start it anew.`,
    );
  };
  return {
    deployment: 'the stack on this machine',
    region,
    local: { ...endpoints, logs: `${stateDir}/logs` },
    tableName,
    queues: {
      [QUEUES.attachWorker]: urlsOf(QUEUES.attachWorker),
      [QUEUES.cleanupWorker]: urlsOf(QUEUES.cleanupWorker),
      [QUEUES.statusWorker]: urlsOf(QUEUES.statusWorker),
    },
  };
}

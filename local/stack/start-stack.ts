import { provideTables } from '../engines/dynamodb/tables.ts';
import { provideQueues } from '../engines/sqs/queues.ts';
import { createApiServer, type Part } from '../http/api-server.ts';
import { createGateway } from '../http/gateway.ts';
import { graphiqlReply, isGraphiqlRequest } from '../http/graphiql.ts';
import { close } from '../http/listen.ts';
import { listenOnPort } from '../http/port.ts';
import { AUDIENCE, createIssuer, ISSUER_PATH } from '../issuer/issuer.ts';
import { signToken } from '../issuer/token.ts';
import type { FunctionError, Result } from '../lambda/protocol.ts';
import { Lock } from '../lifecycle/lock.ts';
import { removeStackFile, type StackFile, writeStackFile } from '../lifecycle/stack-file.ts';
import { FirstLoad } from '../sample/first-load.ts';
import { type Plan, planOf } from '../template/plan.ts';
import { describeStack } from './describe.ts';
import { layFoundation } from './foundation.ts';
import type { StackOptions } from './options.ts';
import { together, unlessAborted } from './together.ts';
import { wire } from './wire.ts';

export interface RunningStack {
  file: StackFile;
  /** Settles with the reason if an engine ends by itself: the stack is of no use then. */
  crashed: Promise<string>;
  /** Runs a function by its name, as its trigger would; `event` is turned into JSON. */
  invoke: (functionName: string, event: unknown) => Promise<Result | FunctionError>;
  stop: () => Promise<void>;
}

/** Milliseconds that functions have to end when the stack stops. */
const GRACE = 2_000;
/** Seconds that the token in GraphiQL lasts. */
const GRAPHIQL_TOKEN_LIFETIME = 12 * 3_600;
/** Who that token speaks for: in the sample, somebody who may do everything. */
const GRAPHIQL_USER = 'owner';

/**
 * Starts the stack of `infra/` on this machine, and answers when it is ready. Throws a `Refusal` where a person can
 * mend what is wrong; nothing is left running then.
 */
export async function startStack(options: StackOptions): Promise<RunningStack> {
  const resources = new AsyncDisposableStack();
  try {
    return await start(options, resources);
  } catch (error) {
    await resources.disposeAsync();
    throw error;
  }
}

async function start(options: StackOptions, resources: AsyncDisposableStack): Promise<RunningStack> {
  const { port, stateDir, dataDir, sample, log, onSampleProgress = () => undefined } = options;
  const { adjust = (plan: Plan) => plan, signal = new AbortController().signal } = options;
  const lock = await Lock.acquire(dataDir === null ? [stateDir] : [stateDir, dataDir]);
  resources.defer(() => lock.release());
  await removeStackFile(stateDir);

  const parts: Part[] = [];
  const server = createApiServer(() => parts);
  const api = await listenOnPort(server, port);
  resources.defer(() => close(server));
  const issuer = `${api}${ISSUER_PATH}`;

  const crash = Promise.withResolvers<string>();
  const onCrash = crash.resolve;
  const firstLoad = new FirstLoad(sample, dataDir);
  const foundation = await layFoundation({ ...options, lock, firstLoad, resources, signal, onCrash });
  const { assembly, key } = foundation;
  const parameters = { Issuer: issuer, Audience: AUDIENCE };
  const plan = adjust(planOf(assembly, parameters, { api, sqs: foundation.endpoints.sqs }));
  const [tableIsNew] = await together([
    provideTables(foundation.endpoints.dynamodb, plan.tables),
    provideQueues(foundation.endpoints.sqs, plan.queues),
  ]);
  const { functions, events, begin } = await wire({ ...options, ...foundation, plan, resources });
  const endpoints = { ...foundation.endpoints, events };
  const file = describeStack(plan, issuer, endpoints);
  if (await firstLoad.isDue(tableIsNew)) {
    // Only here: starts that load nothing are to be quick.
    const { loadSample } = await import('../sample/load-sample.ts');
    await unlessAborted(loadSample(endpoints.dynamodb, file.tableName, onSampleProgress), signal);
    await firstLoad.done();
    log('Loaded the sample tree');
  }
  signal.throwIfAborted();

  const stopSources = begin();
  resources.defer(async () => {
    // Requests and batches end with the functions that they wait for.
    await together([close(server), stopSources(), ...Array.from(functions.values(), (fn) => fn.stop(GRACE))]);
  });
  const gateway = createGateway(plan.routes, functions);
  const graphiql: Part = async (request, url) => {
    if (!isGraphiqlRequest(request, url)) return undefined;
    return graphiqlReply(
      await signToken(key, {
        issuer,
        audience: AUDIENCE,
        user: GRAPHIQL_USER,
        lifetime: GRAPHIQL_TOKEN_LIFETIME,
      }),
    );
  };
  parts.push(createIssuer(issuer, key), graphiql, gateway);
  await writeStackFile(stateDir, file);
  resources.defer(() => removeStackFile(stateDir));
  return {
    file,
    crashed: crash.promise,
    invoke: async (functionName, event) => {
      const fn = Array.from(functions.values()).find(({ plan: { name } }) => name === functionName);
      if (fn === undefined) throw new Error(`The stack has no function ${functionName}`);
      return fn.invoke(JSON.stringify(event));
    },
    stop: () => resources.disposeAsync(),
  };
}

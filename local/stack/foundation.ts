import { join } from 'node:path';
import { startDynamoDb } from '../engines/dynamodb/engine.ts';
import { startSqs } from '../engines/sqs/engine.ts';
import { makeKey, readKey, type SigningKey } from '../issuer/key.ts';
import type { Lock } from '../lifecycle/lock.ts';
import { DATA_FILES } from '../lifecycle/own-files.ts';
import type { FirstLoad } from '../sample/first-load.ts';
import { ROOT } from '../settings.ts';
import { type Assembly, readAssembly } from '../template/assembly.ts';
import { synthesise } from '../template/synthesise.ts';
import type { StackOptions } from './options.ts';
import { together } from './together.ts';

interface Foundation {
  assembly: Assembly;
  endpoints: { dynamodb: string; sqs: string };
  key: SigningKey;
}

interface FoundationOptions extends StackOptions {
  lock: Lock;
  firstLoad: FirstLoad;
  resources: AsyncDisposableStack;
  signal: AbortSignal;
  /** Called if an engine ends without having been asked to. */
  onCrash: (reason: string) => void;
}

/** Everything that does not need the template yet, side by side: the template itself, the engines, the issuer's key. */
export async function layFoundation(options: FoundationOptions): Promise<Foundation> {
  const {
    stateDir,
    dataDir,
    outDir,
    context = {},
    log,
    lock,
    firstLoad,
    resources,
    signal,
    onCrash,
  } = options;
  const onProcess = (pid: number): void => lock.addChild(pid);
  const tableFile = dataDir === null ? null : join(dataDir, DATA_FILES.table);
  await firstLoad.announce(tableFile);
  const [assembly, dynamodb, sqs, key] = await together([
    synthesise({ root: ROOT, outDir, context, onProcess, signal }).then((ran) => {
      log(ran ? 'Synthesised the CDK app' : 'The CDK app has not changed since it was last synthesised');
      return readAssembly(outDir);
    }),
    startDynamoDb({
      file: tableFile,
      onProcess,
      onCrash: (lastWords) => onCrash(`DynamoDB ended: ${lastWords}`),
    }).then((engine) => {
      resources.defer(engine.stop);
      return engine.endpoint;
    }),
    startSqs(dataDir).then((engine) => {
      resources.defer(engine.stop);
      return engine.endpoint;
    }),
    ownKey(stateDir),
  ]);
  signal.throwIfAborted();
  return { assembly, endpoints: { dynamodb, sqs }, key };
}

async function ownKey(stateDir: string): Promise<SigningKey> {
  if ((await readKey(stateDir)) === undefined) await makeKey(stateDir);
  const key = await readKey(stateDir);
  if (key === undefined) throw new Error(`The issuer's key cannot be stored in ${stateDir}`);
  return key;
}

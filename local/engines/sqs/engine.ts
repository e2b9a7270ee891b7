import { buildApp } from 'fauxqs';
import { REGION } from '../../template/identity.ts';
import { FairSqsStore } from './message-groups.ts';
import { MessageFile, restore } from './restore.ts';
import { S3Store, SnsStore } from './stores.ts';

export interface SqsEngine {
  endpoint: string;
  stop: () => Promise<void>;
}

/**
 * Starts SQS on a free port of 127.0.0.1. With a directory, every message is on disk before its sender is answered.
 * `null` keeps everything in memory.
 */
export async function startSqs(directory: string | null): Promise<SqsEngine> {
  const sqsStore = new FairSqsStore();
  // Queue URLs name the address that a request came to. The default is a name under localhost that does not resolve.
  sqsStore.host = '';
  const stores = { sqsStore, snsStore: new SnsStore(), s3Store: new S3Store() };
  const app = buildApp({ logger: false, defaultRegion: REGION, stores });
  sqsStore.attendTo(app);
  const endpoint = await app.listen({ host: '127.0.0.1', port: 0 });
  const file = directory === null ? undefined : new MessageFile(directory);
  if (file !== undefined) restore(sqsStore, file, endpoint);
  return {
    endpoint,
    stop: async () => {
      await app.close();
      file?.close();
    },
  };
}

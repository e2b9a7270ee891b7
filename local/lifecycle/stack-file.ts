import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { holderOf } from './lock.ts';
import { STATE_FILES } from './own-files.ts';

/** `.local/stack.json`: what others need to know to work with the running stack. A contract: others build on it. */
export const stackFileSchema = z.object({
  pid: z.int().positive(),
  graphqlUrl: z.string(),
  /** URL that serves `/.well-known/openid-configuration`. */
  issuer: z.string(),
  audience: z.string(),
  region: z.string(),
  endpoints: z.object({ dynamodb: z.string(), sqs: z.string(), events: z.string() }),
  tableName: z.string(),
  eventBusName: z.string(),
  /** By the names in `QUEUES`. */
  queues: z.record(z.string(), z.object({ url: z.string(), deadLetterUrl: z.string() })),
});

export type StackFile = z.infer<typeof stackFileSchema>;

/** `undefined` if no stack runs that keeps its state there. Throws if the file is not what a stack writes. */
export async function readStackFile(stateDir: string): Promise<StackFile | undefined> {
  const text = await readFile(path(stateDir), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const stack = stackFileSchema.parse(JSON.parse(text));
  // The file outlives a stack that was killed.
  return (await holderOf(stateDir))?.pid === stack.pid ? stack : undefined;
}

export async function writeStackFile(stateDir: string, stack: StackFile): Promise<void> {
  const draft = `${path(stateDir)}.${process.pid}`;
  await writeFile(draft, `${JSON.stringify(stack, undefined, 2)}\n`);
  await rename(draft, path(stateDir));
}

export async function removeStackFile(stateDir: string): Promise<void> {
  await rm(path(stateDir), { force: true });
}

function path(stateDir: string): string {
  return join(stateDir, STATE_FILES.stack);
}

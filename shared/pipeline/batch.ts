import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import * as z from 'zod/mini';
import { $ZodError } from 'zod/v4/core';
import en from 'zod/v4/locales/en.js';
import type { Environment } from '../environment/environment.ts';
import { follow, type Followed } from '../environment/follow.ts';
import type { SourceQueue } from '../environment/source-queue.ts';
import { until } from '../environment/until.ts';
import { METRICS } from '../names.ts';
import { OutOfTime } from './out-of-time.ts';

// Reasons in words: without a locale zod/mini says no more than that the input is invalid.
z.config(en());

/** Milliseconds that are kept for saying which messages failed. */
const RESERVE = 1_000;

/** What every worker needs, beside what its work does. */
export interface WorkerEnvironment extends Pick<Environment, 'log' | 'clock'> {
  readonly sourceQueue: SourceQueue;
}

/** What is used of a Lambda context. */
export interface Invocation {
  /** What AWS Lambda's own lines about the invocation name. */
  readonly awsRequestId?: string;
  getRemainingTimeInMillis(): number;
}

/** A function behind a queue. */
export type Worker = (event: SQSEvent, invocation: Invocation) => Promise<SQSBatchResponse>;

/** By which a message is followed in the logs, beside its own id. */
export interface Ids {
  readonly requestId: string;
  readonly operationId?: string;
  readonly pageId?: string;
}

/** How a worker reads a message and works on it. Both throw what they cannot do. */
export interface Work<Env, Message> {
  readonly parse: (body: unknown) => Message;
  /** Undefined where the message names none. */
  readonly idsOf: (message: Message) => Ids | undefined;
  /** `env` is the worker's, and logs under the ids of the message. `receives`: how often it has been received, about. */
  readonly run: (env: Env & Followed, message: Message, receives: number) => Promise<void>;
  /** Epoch milliseconds after which no further message is begun: it is received again. */
  readonly deadline: number;
  readonly invocation: Invocation;
}

/**
 * Works through a batch of messages. A message that fails is reported, and only that one is received again, until it lies
 * in the dead-letter queue with the reason in the log; its neighbours are consumed. One that cannot be understood does
 * not wait in between: no later try can help it.
 *
 * Who waits for others gives up before the function is ended: that would fail the whole batch. A message that is not begun
 * because the time is up loses one of its receives, as SQS counts what it hands out.
 */
export async function handleBatch<Env extends WorkerEnvironment, Message>(
  env: Env,
  { Records }: SQSEvent,
  { parse, idsOf, run, deadline, invocation }: Work<Env, Message>,
): Promise<SQSBatchResponse> {
  const batchItemFailures: { itemIdentifier: string }[] = [];
  const timed = until(env, env.clock.now() + invocation.getRemainingTimeInMillis() - RESERVE);
  for (const record of Records) {
    const { messageId } = record;
    if (env.clock.now() > deadline) {
      batchItemFailures.push({ itemIdentifier: messageId });
      continue;
    }
    const parsed = read(record, parse);
    const ids = parsed.result === 'READ' ? idsOf(parsed.message) : undefined;
    const { requestId = messageId, ...others } = ids ?? {};
    const followed = follow(timed, requestId, {
      ...others,
      messageId,
      invocationId: invocation.awsRequestId,
    });
    try {
      if (parsed.result === 'MALFORMED') await refuse(followed, record, parsed.error);
      else {
        await run(followed, parsed.message, Number(record.attributes.ApproximateReceiveCount));
        continue;
      }
    } catch (error) {
      followed.log.error('message failed', { ...receivesOf(record), ...reasonOf(error) });
      if (error instanceof OutOfTime) await goOn(followed, record);
    }
    followed.log.count(METRICS.messageFailed);
    batchItemFailures.push({ itemIdentifier: messageId });
  }
  return { batchItemFailures };
}

type Read<Message> =
  | { readonly result: 'READ'; readonly message: Message }
  | { readonly result: 'MALFORMED'; readonly error: unknown };

function read<Message>({ body }: SQSRecord, parse: (body: unknown) => Message): Read<Message> {
  const value = jsonIn(body);
  if (value === undefined) return { result: 'MALFORMED', error: NO_JSON };
  try {
    return { result: 'READ', message: parse(value) };
  } catch (error) {
    return { result: 'MALFORMED', error };
  }
}

/** Undefined for what is none. What the engine says of it quotes the body, which is not for the log. */
function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const NO_JSON = 'the message is no JSON';

async function refuse(
  { log, sourceQueue }: WorkerEnvironment,
  record: SQSRecord,
  error: unknown,
): Promise<void> {
  log.error('message cannot be understood', { ...receivesOf(record), ...reasonOf(error) });
  await sourceQueue.retryNow(record.receiptHandle);
}

/** What is left need not wait for the visibility timeout: nothing of the run is under way any more. */
async function goOn({ log, sourceQueue }: WorkerEnvironment, { receiptHandle }: SQSRecord): Promise<void> {
  try {
    await sourceQueue.retryNow(receiptHandle);
  } catch (error) {
    log.warn('the next run has to wait for the visibility timeout', { error });
  }
}

function receivesOf({ attributes }: SQSRecord): Record<string, unknown> {
  return { receiveCount: attributes.ApproximateReceiveCount };
}

/** What is wrong with the message, or what went wrong with it. Zod tells names and types, and no value that it received. */
function reasonOf(error: unknown): Record<string, unknown> {
  if (error === NO_JSON) return { reason: NO_JSON };
  if (error instanceof $ZodError) return { reason: z.prettifyError(error) };
  return { error };
}

import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { clientSettings } from '../../../local/engines/aws-clients.ts';
import { secondsOf } from '../../../local/issuer/duration.ts';
import { readKey } from '../../../local/issuer/key.ts';
import { signToken } from '../../../local/issuer/token.ts';
import type { StackFile } from '../../../local/lifecycle/stack-file.ts';
import { awsTable } from '../../../shared/environment/aws-table.ts';
import type { Table } from '../../../shared/environment/environment.ts';

const bodySchema = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z
    .array(
      z.object({
        message: z.string(),
        path: z.array(z.union([z.string(), z.number()])).optional(),
        extensions: z.record(z.string(), z.unknown()).optional(),
      }),
    )
    .default([]),
});

export type Answer = z.infer<typeof bodySchema> & { status: number; headers: Headers };

export interface TestEvent {
  detailType: string;
  detail: Record<string, unknown>;
  /** Of the envelope; now if it is left out. */
  time?: Date;
}

/** A running stack as its users see it: over HTTP and through the real AWS clients. */
export interface StackClient {
  file: StackFile;
  /** `expires` as the command takes it. */
  token: (user: string, expires?: string) => Promise<string>;
  graphql: (user: string, query: string, variables?: Record<string, unknown>) => Promise<Answer>;
  /** A request of any form to the API; `path` starts with a slash. */
  request: (path: string, init?: RequestInit) => Promise<Response>;
  /** Throws if the bus refuses one of them. */
  putEvents: (...events: TestEvent[]) => Promise<void>;
  table: Table;
  sqs: SQSClient;
  /** Closes the clients. */
  close: () => void;
}

/** `stateDir` is where the stack keeps its key. */
export function stackClient({ file, stateDir }: { file: StackFile; stateDir: string }): StackClient {
  const { endpoints, tableName, eventBusName, issuer, audience } = file;
  const table = awsTable(tableName, clientSettings(endpoints.dynamodb));
  const sqs = new SQSClient(clientSettings(endpoints.sqs));
  const events = new EventBridgeClient(clientSettings(endpoints.events));

  async function token(user: string, expires = '1h'): Promise<string> {
    const key = await readKey(stateDir);
    const lifetime = secondsOf(expires);
    if (key === undefined || lifetime === undefined)
      throw new Error('The test has no key, or asks for no duration');
    return signToken(key, { issuer, audience, user, lifetime });
  }

  // To read the key and to sign cost more than most requests.
  const tokens = new Map<string, string>();
  const bearer = async (user: string): Promise<string> => {
    const signed = tokens.get(user) ?? (await token(user));
    tokens.set(user, signed);
    return `Bearer ${signed}`;
  };

  return {
    file,
    token,
    table,
    sqs,
    graphql: async (user, query, variables = {}) => {
      const response = await fetch(file.graphqlUrl, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: await bearer(user) },
        body: JSON.stringify({ query, variables }),
      });
      const { status, headers } = response;
      return { status, headers, ...bodySchema.parse(await response.json()) };
    },
    request: async (path, init = {}) => fetch(new URL(path, file.graphqlUrl), init),
    putEvents: async (...given) => {
      const Entries = given.map(({ detailType, detail, time }) => ({
        EventBusName: eventBusName,
        Source: 'test',
        DetailType: detailType,
        Detail: JSON.stringify(detail),
        Time: time,
      }));
      const { FailedEntryCount, Entries: results } = await events.send(new PutEventsCommand({ Entries }));
      if (FailedEntryCount !== 0) throw new Error(`Events were refused: ${JSON.stringify(results)}`);
    },
    close: () => {
      for (const client of [table.client, sqs, events]) client.destroy();
    },
  };
}

import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { clientSettings } from '../../local/engines/aws-clients.ts';
import type { StackFile } from '../../local/lifecycle/stack-file.ts';
import { awsTable } from '../../shared/environment/aws-table.ts';
import type { Table } from '../../shared/environment/environment.ts';
import { tokenOf } from '../stack-token.ts';
import type { ProgressBar } from '../terminal/progress-bar.ts';
import { type Caller, caller } from './api.ts';
import type { Checklist } from './checklist.ts';

/** What a tour plays on. */
export interface Stage {
  readonly url: string;
  readonly signal: AbortSignal;
  readonly bar: ProgressBar;
  readonly checklist: Checklist;
  readonly table: Table;
  readonly as: (user: string) => Promise<Caller>;
  readonly anonymous: Caller;
  /** Puts one event on the bus, with the SDK's real client. */
  readonly putEvent: (detailType: string, detail: Record<string, unknown>) => Promise<void>;
  readonly say: (line: string) => void;
}

/** Seconds. */
const TOKEN_LIFETIME = 3600;

/** Everything to play with on a running stack; `stateDir` is where it keeps its issuer's key. */
export function stageOn(
  stack: StackFile,
  stateDir: string,
  { signal, bar, checklist }: Pick<Stage, 'signal' | 'bar' | 'checklist'>,
): Stage {
  const { graphqlUrl: url, endpoints, tableName, eventBusName } = stack;
  const events = new EventBridgeClient(clientSettings(endpoints.events));
  return {
    url,
    signal,
    bar,
    checklist,
    table: awsTable(tableName, clientSettings(endpoints.dynamodb)),
    anonymous: caller(url, 'nobody', undefined, signal),
    async as(user) {
      return caller(url, user, await tokenOf(stack, stateDir, user, TOKEN_LIFETIME), signal);
    },
    async putEvent(detailType, detail) {
      const entry = {
        EventBusName: eventBusName,
        Source: 'demo',
        DetailType: detailType,
        Detail: JSON.stringify({ ...detail, occurred_at: new Date().toISOString() }),
      };
      const { FailedEntryCount } = await events.send(new PutEventsCommand({ Entries: [entry] }));
      if (FailedEntryCount !== 0) throw new Error('the bus refused an event');
    },
    say: (line) => bar.print(line),
  };
}

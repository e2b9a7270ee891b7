import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Table } from '../../../shared/environment/environment.ts';
import { perform } from './commands/commands.ts';
import { Store } from './store/store.ts';

export interface InProcessTable {
  readonly table: Table;
  readonly store: Store;
}

const TABLE_NAME = 'in-process';

/** Nobody is asked for any of it: no call leaves the client. */
const SETTINGS = { region: 'nowhere', credentials: { accessKeyId: 'nobody', secretAccessKey: 'nothing' } };

/** What the client puts around a call on its way to a network: none of it is reached, and all of it is sorted anew for each call. */
const UNUSED = [
  'loggerMiddleware',
  'contentLengthMiddleware',
  'getUserAgentMiddleware',
  'hostHeaderMiddleware',
  'recursionDetectionMiddleware',
  'retryMiddleware',
  'httpSigningMiddleware',
];

/**
 * A table in this process, at the boundary of the SDK's client: commands go in, answers and errors come out as DynamoDB's,
 * and nothing goes over a network. Every command is one atomic step. `now` (epoch milliseconds) is how long it remembers the tokens of
 * transactions by; pauses before another attempt pass at once unless `backOff` says otherwise. `onCommand` is told of each command before
 * it is carried out.
 */
export function inProcessTable({
  now = () => 0,
  backOff = () => Promise.resolve(),
  onCommand = () => undefined,
}: {
  readonly now?: () => number;
  readonly backOff?: Table['backOff'];
  readonly onCommand?: (commandName: string, input: unknown) => void;
} = {}): InProcessTable {
  const store = new Store();
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(SETTINGS), {
    marshallOptions: { removeUndefinedValues: true },
  });
  for (const name of UNUSED) client.middlewareStack.remove(name);
  client.middlewareStack.add(
    (_, context) => (args) => {
      const commandName = String(context.commandName);
      onCommand(commandName, args.input);
      const output = perform(store, commandName, args.input, now());
      return Promise.resolve({ output: { $metadata: { httpStatusCode: 200 }, ...output }, response: {} });
    },
    // Before the client turns values into what goes over a wire, and after whatever a test puts around its calls.
    { name: 'inProcessTable', step: 'initialize', priority: 'low' },
  );
  return { table: { client, name: TABLE_NAME, backOff }, store };
}

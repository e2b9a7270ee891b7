import {
  BatchExecuteStatementCommand,
  BatchGetCommand,
  QueryCommand,
  TransactGetCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';

type Attributes = Readonly<Record<string, unknown>> | undefined;

/** A command and the keys that it is about, for the trace. */
export function describe(command: unknown): string {
  const name = command instanceof Object ? command.constructor.name.replace(/Command$/, '') : 'unknown';
  return [name, ...keysOf(command)].join(' ');
}

function keysOf(command: unknown): readonly string[] {
  if (command instanceof TransactWriteCommand) {
    return (command.input.TransactItems ?? []).map(({ Put, Update, Delete, ConditionCheck }) => {
      if (Put) return `put(${keyOf(Put.Item)})`;
      if (Update) return `update(${keyOf(Update.Key)})`;
      if (Delete) return `delete(${keyOf(Delete.Key)})`;
      return `check(${keyOf(ConditionCheck?.Key)})`;
    });
  }
  if (command instanceof TransactGetCommand)
    return (command.input.TransactItems ?? []).map(({ Get }) => `(${keyOf(Get?.Key)})`);
  if (command instanceof BatchGetCommand)
    return Object.values(command.input.RequestItems ?? {}).flatMap(({ Keys = [] }) =>
      Keys.map((key) => `(${keyOf(key)})`),
    );
  if (command instanceof BatchExecuteStatementCommand)
    return (command.input.Statements ?? []).map(
      ({ Parameters = [] }) => `(${Parameters.slice(1).join(' ')})`,
    );
  if (command instanceof QueryCommand) {
    const { ExpressionAttributeValues: values, ExclusiveStartKey, Limit } = command.input;
    const range = Object.values(values ?? {}).map((value) =>
      String(value).replace('\u{10FFFF}', '…').replace('\0', ''),
    );
    return [
      ...range,
      ExclusiveStartKey ? `after ${keyOf(ExclusiveStartKey)}` : '',
      Limit ? `limit ${Limit}` : '',
    ].filter((part) => part !== '');
  }
  return singleKeyOf(command);
}

/** Of a command about one item. */
function singleKeyOf(command: unknown): readonly string[] {
  if (!(command instanceof Object) || !('input' in command) || !(command.input instanceof Object)) return [];
  const { input } = command;
  if ('Key' in input) return [`(${keyOf(attributesOf(input.Key))})`];
  if ('Item' in input) return [`(${keyOf(attributesOf(input.Item))})`];
  return [];
}

function attributesOf(value: unknown): Attributes {
  return value instanceof Object ? Object.fromEntries(Object.entries(value)) : undefined;
}

function keyOf(attributes: Attributes): string {
  return `${String(attributes?.['PK'])} ${String(attributes?.['SK'])}`;
}

/** What AWS would look up in the role of whoever calls: an IAM action and what it is done to. */
export interface Call {
  readonly action: string;
  /** Name of a table, a queue or a bus, as it is on this machine. */
  readonly resource: string;
}

type Input = Readonly<Record<string, unknown>>;

/** `X-Amz-Target` says which service in its own words. */
const SERVICES: Readonly<Record<string, string>> = {
  DynamoDB_20120810: 'dynamodb',
  AmazonSQS: 'sqs',
  AWSEvents: 'events',
};

/** Actions of a transaction → the right that each of them needs. */
const TRANSACTED: Readonly<Record<string, string>> = {
  ConditionCheck: 'dynamodb:ConditionCheckItem',
  Delete: 'dynamodb:DeleteItem',
  Get: 'dynamodb:GetItem',
  Put: 'dynamodb:PutItem',
  Update: 'dynamodb:UpdateItem',
};

/**
 * The rights that a request over HTTP needs, by its target and body: those of
 * https://docs.aws.amazon.com/service-authorization/latest/reference/. Throws for what it does not know.
 */
export function actionsOf(target: string, body: Input): readonly Call[] {
  const [prefix = '', operation = ''] = target.split('.');
  switch (SERVICES[prefix] ?? 'none') {
    case 'dynamodb':
      return dynamodb(operation, body);
    case 'sqs': {
      const resource = String(body['QueueUrl']).split('/').at(-1) ?? '';
      return [{ action: `sqs:${operation.replace(/Batch$/, '')}`, resource }];
    }
    case 'events':
      return objects(body['Entries']).map(({ EventBusName }) => ({
        action: `events:${operation}`,
        resource: String(EventBusName),
      }));
    default:
      throw new Error(`which right does ${target} need?`);
  }
}

function dynamodb(operation: string, body: Input): readonly Call[] {
  switch (operation) {
    case 'TransactGetItems':
    case 'TransactWriteItems':
      return objects(body['TransactItems']).flatMap((item) =>
        Object.entries(item).map(([kind, of]) => ({
          action: TRANSACTED[kind] ?? kind,
          resource: tableOf(of),
        })),
      );
    case 'BatchGetItem':
    case 'BatchWriteItem':
      return Object.keys(objectOf(body['RequestItems'])).map((resource) => ({
        action: `dynamodb:${operation}`,
        resource,
      }));
    case 'BatchExecuteStatement':
      return objects(body['Statements']).map(({ Statement }) => statement(String(Statement)));
    default:
      return [{ action: `dynamodb:${operation}`, resource: tableOf(body) }];
  }
}

/** `UPDATE "TABLE" SET …` */
function statement(text: string): Call {
  const [, verb = text, resource = ''] = /^(\w+)[^"]*"([^"]+)"/.exec(text) ?? [];
  return {
    action: `dynamodb:PartiQL${verb.slice(0, 1).toUpperCase()}${verb.slice(1).toLowerCase()}`,
    resource,
  };
}

function tableOf(value: unknown): string {
  return String(objectOf(value)['TableName']);
}

function objects(value: unknown): readonly Input[] {
  return Array.isArray(value) ? value.map(objectOf) : [];
}

export function objectOf(value: unknown): Input {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

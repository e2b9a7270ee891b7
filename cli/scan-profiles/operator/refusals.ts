import { Refusal } from '../../../local/refusal.ts';
import { plain } from '../output/plain.ts';
import type { Resources } from './resources.ts';

const DENIED = /AccessDenied|NotAuthorized|AuthorizationError|UnauthorizedOperation/;
const CREDENTIALS = /CredentialsProviderError|TokenProviderError/;
const INVALID =
  /ExpiredToken|RequestExpired|UnrecognizedClient|InvalidClientTokenId|InvalidAccessKeyId|SignatureDoesNotMatch|InvalidSignature|MissingAuthenticationToken|InvalidSecurity/;
const ABSENT = /QueueDoesNotExist|NonExistentQueue|ResourceNotFound/;
const THROTTLED = /Throttl|TooManyRequests|ProvisionedThroughputExceeded|RequestLimitExceeded/;
const NOBODY = /ECONNREFUSED|ENOTFOUND|EHOSTUNREACH|ENETUNREACH|ECONNRESET|ETIMEDOUT|TimeoutError/;

/** What AWS says in every refusal of a permission. */
const PERFORM = /not authorized to perform: ([\w:*]+)(?: on resource: (\S+))?/;

/** The permissions that a call takes, where AWS does not name the one that is missing. All that operators need. */
export const ACTIONS: Readonly<Record<string, string>> = {
  GetQueueAttributesCommand: 'sqs:GetQueueAttributes',
  ReceiveMessageCommand: 'sqs:ReceiveMessage',
  ChangeMessageVisibilityBatchCommand: 'sqs:ChangeMessageVisibility',
  SendMessageBatchCommand: 'sqs:SendMessage',
  DeleteMessageBatchCommand: 'sqs:DeleteMessage',
  GetItemCommand: 'dynamodb:GetItem',
  PutItemCommand: 'dynamodb:PutItem',
  DeleteItemCommand: 'dynamodb:DeleteItem',
  BatchGetItemCommand: 'dynamodb:BatchGetItem',
  TransactGetItemsCommand: 'dynamodb:GetItem',
  QueryCommand: 'dynamodb:Query',
  ScanCommand: 'dynamodb:Scan',
  TransactWriteItemsCommand: 'dynamodb:PutItem, dynamodb:UpdateItem and dynamodb:DeleteItem',
};

/**
 * What an operator has to know about a call that AWS did not carry out. Undefined for what the caller of the client deals with,
 * such as a condition that does not hold.
 *
 * @param command name of the SDK's command, such as `ReceiveMessageCommand`
 * @param input its input, of which only the name of the resource is told
 */
export function refusalFor(
  error: unknown,
  command: string,
  input: object,
  { deployment, region }: Pick<Resources, 'deployment' | 'region'>,
): Refusal | undefined {
  if (!(error instanceof Error)) return undefined;
  const kind = `${error.name} ${'code' in error ? String(error.code) : ''}`;
  const resource = resourceOf(input);
  const place = `${resource} of ${deployment}`;
  if (DENIED.test(kind)) return denied(error.message, command, resource);
  if (CREDENTIALS.test(kind)) {
    return new Refusal(
      `No credentials of AWS were found (${plain(error.message)}).\n` +
        'Sign in (aws sso login, and AWS_PROFILE), or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.',
    );
  }
  if (INVALID.test(kind)) {
    return new Refusal(
      `AWS does not take the credentials (${plain(error.message)}).\n` +
        'They may have expired, or be of another account: sign in again (aws sso login), or check AWS_PROFILE.',
    );
  }
  if (error.message === 'Region is missing') {
    return new Refusal(`The outputs do not tell the region of ${deployment}. Set AWS_REGION to it.`);
  }
  if (ABSENT.test(kind)) {
    return new Refusal(
      `There is no ${place}${region === undefined ? '' : `, in ${region}`}.\n` +
        'Are the outputs those of the last deploy, and the credentials (AWS_PROFILE) of its account?',
    );
  }
  if (THROTTLED.test(kind)) {
    return new Refusal(`AWS has too much to do for ${place} (${error.name}). Try again in a minute.`);
  }
  if (NOBODY.test(kind)) return new Refusal(`Nothing answers for ${place} (${kind.trim()}). Try again.`);
  return undefined;
}

function denied(message: string, command: string, resource: string): Refusal {
  const [, named, on = resource] = PERFORM.exec(message) ?? [];
  const action = named ?? ACTIONS[command] ?? command.replace(/Command$/, '');
  return new Refusal(
    `AWS refuses ${plain(action)} on ${plain(on)} (${plain(message)}).\n` +
      `These credentials lack the IAM action ${plain(action)}; docs/operating.md has the policy that operators need.`,
  );
}

/** Name of the queue, or of the table. */
function resourceOf(input: object): string {
  if ('QueueUrl' in input) return `queue ${String(input.QueueUrl).split('/').at(-1) ?? ''}`;
  return 'TableName' in input ? `table ${String(input.TableName)}` : 'table';
}

import { describe, expect, it } from 'vitest';
import { refusalFor } from '../../../../../cli/scan-profiles/operator/refusals.ts';

const WHERE = { deployment: 'ScanProfiles (outputs.json)', region: 'eu-west-1' };
const QUEUE = { QueueUrl: 'https://sqs.eu-west-1.amazonaws.com/123456789012/Attach-X1' };

function named(name: string, message = 'as AWS says it'): Error {
  return Object.assign(new Error(message), { name });
}

describe('what AWS refuses', () => {
  it('names the permission that is missing, as AWS does', () => {
    const message =
      'User: arn:aws:iam::123456789012:user/eve is not authorized to perform: sqs:receivemessage on resource: arn:aws:sqs:eu-west-1:123456789012:Attach-X1 because no identity-based policy allows it';
    const refusal = refusalFor(named('AccessDenied', message), 'ReceiveMessageCommand', QUEUE, WHERE);
    expect(refusal?.message).toContain(
      'AWS refuses sqs:receivemessage on arn:aws:sqs:eu-west-1:123456789012:Attach-X1',
    );
    expect(refusal?.message).toContain('lack the IAM action sqs:receivemessage; docs/operating.md');
  });

  it.each([
    ['ReceiveMessageCommand', 'sqs:ReceiveMessage'],
    ['SendMessageBatchCommand', 'sqs:SendMessage'],
    ['DeleteMessageBatchCommand', 'sqs:DeleteMessage'],
    ['ChangeMessageVisibilityBatchCommand', 'sqs:ChangeMessageVisibility'],
    ['GetQueueAttributesCommand', 'sqs:GetQueueAttributes'],
    ['QueryCommand', 'dynamodb:Query'],
    ['TransactWriteItemsCommand', 'dynamodb:UpdateItem'],
  ])('names it where AWS does not: %s', (command, action) => {
    const refusal = refusalFor(named('AccessDeniedException', 'no'), command, { TableName: 't' }, WHERE);
    expect(refusal?.message).toContain(action);
  });

  it.each([
    ['CredentialsProviderError', 'No credentials of AWS were found', 'aws sso login'],
    ['ExpiredTokenException', 'AWS does not take the credentials', 'sign in again'],
    ['UnrecognizedClientException', 'AWS does not take the credentials', 'AWS_PROFILE'],
    [
      'QueueDoesNotExist',
      'There is no queue Attach-X1 of ScanProfiles (outputs.json), in eu-west-1',
      'outputs',
    ],
    ['ThrottlingException', 'AWS has too much to do for queue Attach-X1', 'in a minute'],
    ['TimeoutError', 'Nothing answers for queue Attach-X1', 'Try again'],
  ])('says what to do about %s', (name, problem, advice) => {
    const message = refusalFor(named(name), 'ReceiveMessageCommand', QUEUE, WHERE)?.message;
    expect(message).toContain(problem);
    expect(message).toContain(advice);
  });

  it('says what to do about a region that nobody told', () => {
    const where = { ...WHERE, region: undefined };
    const message = refusalFor(new Error('Region is missing'), 'QueryCommand', {}, where)?.message;
    expect(message).toContain('Set AWS_REGION');
  });

  it.each([['ConditionalCheckFailedException'], ['TransactionCanceledException'], ['TypeError']])(
    'leaves %s to whoever called',
    (name) => {
      expect(refusalFor(named(name), 'QueryCommand', {}, WHERE)).toBeUndefined();
      expect(refusalFor('no error', 'QueryCommand', {}, WHERE)).toBeUndefined();
    },
  );

  it('does not write what could steer a terminal', () => {
    const refusal = refusalFor(named('AccessDenied', 'no\u001b[31m'), 'QueryCommand', {}, WHERE);
    expect(refusal?.message).not.toContain('\u001b');
  });
});

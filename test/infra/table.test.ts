import { describe, expect, it } from 'vitest';
import { OUTPUTS, VARIABLES } from '../../shared/names.ts';
import { synthesise, type Resource } from './support/stack.ts';

function table(context?: Record<string, unknown>): Resource[] {
  return synthesise(context).ofType('AWS::DynamoDB::GlobalTable');
}

describe('the table', () => {
  it('is the only one, on demand, without a secondary index', () => {
    expect(table()).toMatchObject([{ properties: { BillingMode: 'PAY_PER_REQUEST' } }]);
    expect(table()[0]?.properties).not.toHaveProperty('GlobalSecondaryIndexes');
    expect(table()[0]?.properties).not.toHaveProperty('LocalSecondaryIndexes');
  });

  it('has the keys and the expiry attribute that the storage modules write', () => {
    expect(table()).toMatchObject([
      {
        properties: {
          KeySchema: [
            { AttributeName: 'PK', KeyType: 'HASH' },
            { AttributeName: 'SK', KeyType: 'RANGE' },
          ],
          AttributeDefinitions: [
            { AttributeName: 'PK', AttributeType: 'S' },
            { AttributeName: 'SK', AttributeType: 'S' },
          ],
          TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
        },
      },
    ]);
  });

  it('is encrypted with a key of the account', () => {
    expect(table()).toMatchObject([
      { properties: { SSESpecification: { SSEEnabled: true, SSEType: 'KMS' } } },
    ]);
  });

  it('can be restored to a point in time, and is protected from deletion', () => {
    expect(table()).toMatchObject([
      {
        deletionPolicy: 'Retain',
        properties: {
          Replicas: [
            {
              PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
              DeletionProtectionEnabled: true,
            },
          ],
        },
      },
    ]);
  });

  it('goes with the stack where that is asked for, and keeps its recovery', () => {
    expect(table({ removalPolicy: 'destroy' })).toMatchObject([
      {
        deletionPolicy: 'Delete',
        properties: {
          Replicas: [
            {
              PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
              DeletionProtectionEnabled: false,
            },
          ],
        },
      },
    ]);
  });

  it('is another one after a restoration: the functions use that, and the stack leaves its own where it is', () => {
    const complete = { issuer: 'https://issuer.example.com', audience: 'scan-profiles' };
    const stack = synthesise({ ...complete, restoredTable: 'scans-restored' });
    expect(stack.ofType('AWS::DynamoDB::GlobalTable')).toEqual([]);
    for (const { properties } of stack.ofType('AWS::Lambda::Function'))
      expect(properties).toMatchObject({
        Environment: { Variables: { [VARIABLES.tableName]: 'scans-restored' } },
      });
    const policies = stack.ofType('AWS::IAM::Policy').map(({ properties }) => JSON.stringify(properties));
    for (const policy of policies) expect(policy).toContain(':table/scans-restored"');
    expect(stack.outputs[OUTPUTS.tableName]).toEqual({ Value: 'scans-restored' });
  });
});

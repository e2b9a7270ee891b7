import { AttributeType, Billing, TableEncryptionV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import { RemovalPolicy } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { VARIABLES } from '../shared/names.ts';

/** What every function does to the table: no scan, no stream, no administration. Transactions need the single actions. */
const ACTIONS = [
  'dynamodb:BatchGetItem',
  'dynamodb:ConditionCheckItem',
  'dynamodb:DeleteItem',
  'dynamodb:GetItem',
  'dynamodb:PutItem',
  'dynamodb:Query',
  'dynamodb:UpdateItem',
];

const LOOK_UP = ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:UpdateItem'];

/** The one table. */
export class Table extends Construct {
  readonly table: TableV2;

  constructor(scope: Construct, id: string, { removalPolicy }: { removalPolicy: RemovalPolicy }) {
    super(scope, id);
    this.table = new TableV2(this, 'Table', {
      partitionKey: { name: 'PK', type: AttributeType.STRING },
      sortKey: { name: 'SK', type: AttributeType.STRING },
      timeToLiveAttribute: 'expiresAt',
      billing: Billing.onDemand(),
      encryption: TableEncryptionV2.awsManagedKey(),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: removalPolicy === RemovalPolicy.RETAIN,
      removalPolicy,
    });
  }

  get tableName(): string {
    return this.table.tableName;
  }

  /** Lets a function read and write items, and tells it the table's name. */
  grantUse(fn: Function): void {
    this.table.grant(fn, ...ACTIONS);
    fn.addEnvironment(VARIABLES.tableName, this.table.tableName);
  }

  /** Lets a function read items, and note on one that is there that it was used. */
  grantLookUp(fn: Function): void {
    this.table.grant(fn, ...LOOK_UP);
    fn.addEnvironment(VARIABLES.tableName, this.table.tableName);
  }

  /** Lets a function go through all items, wherever they are. */
  grantScan(fn: Function): void {
    this.table.grant(fn, 'dynamodb:Scan');
  }

  /** Lets a function write many items in one call, each on a condition of its own. */
  grantConditionalBatches(fn: Function): void {
    this.table.grant(fn, 'dynamodb:PartiQLUpdate');
  }
}

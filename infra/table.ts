import { AttributeType, Billing, type ITableV2, TableEncryptionV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import { RemovalPolicy } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { VARIABLES } from '../shared/names.ts';

/**
 * What a function may do to items. A transaction needs the rights of its actions, and so does `BatchExecuteStatement`. No right
 * is to the table itself: not to change, copy or delete it.
 */
type ItemAction =
  | 'BatchGetItem'
  | 'ConditionCheckItem'
  | 'DeleteItem'
  | 'GetItem'
  | 'PartiQLUpdate'
  | 'PutItem'
  | 'Query'
  | 'Scan'
  | 'UpdateItem';

interface TableProps {
  removalPolicy: RemovalPolicy;
  /** Name of a table that is there already, to be used in place of one of the stack's own. */
  restored: string | undefined;
}

/** The one table. */
export class Table extends Construct {
  readonly table: ITableV2 | TableV2;

  constructor(scope: Construct, id: string, { removalPolicy, restored }: TableProps) {
    super(scope, id);
    this.table =
      restored === undefined ? this.own(removalPolicy) : TableV2.fromTableName(this, 'Restored', restored);
  }

  private own(removalPolicy: RemovalPolicy): TableV2 {
    return new TableV2(this, 'Table', {
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

  /** Lets a function do this to items and no more, and tells it the table's name. */
  grantUse(fn: Function, ...actions: ItemAction[]): void {
    this.table.grant(fn, ...actions.map((action) => `dynamodb:${action}`));
    fn.addEnvironment(VARIABLES.tableName, this.table.tableName);
  }
}
